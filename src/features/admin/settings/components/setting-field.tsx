import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { gstStates } from '~/lib/gst-states';
import type { Field } from '../model/setting-fields';

type Props = {
  field: Field;
  value: string | boolean;
  error: string | undefined;
  onChange: (value: string | boolean) => void;
};

const longest = (field: Field) =>
  'length' in field ? field.length : 'decimals' in field ? 10 : 'max' in field ? field.max : undefined;

/** One field of a setting, by its kind. Ranges and units stand in the hint. */
export function SettingField({ field, value, error, onChange }: Props) {
  const { t } = useTranslation('adminSettings');
  const shared = {
    id: `setting-${field.name}`,
    label: t(`field.${field.name}`),
    description: t(`hint.${field.name}`),
    error,
  };
  if (field.kind === 'flag') {
    return (
      <Checkbox
        {...shared}
        checked={value === true}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
    );
  }
  const text = typeof value === 'string' ? value : '';
  if (field.kind === 'state' || field.kind === 'level') {
    const data =
      field.kind === 'state'
        ? gstStates.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))
        : (['info', 'warning'] as const).map((level) => ({ value: level, label: t(`level.${level}`) }));
    return (
      <NativeSelect
        {...shared}
        data={data}
        value={text}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  }
  if (field.kind === 'lines') {
    return (
      <Textarea
        {...shared}
        autosize
        minRows={2}
        maxLength={field.max}
        value={text}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  }
  const numeric = field.kind === 'number' || field.kind === 'digits';
  return (
    <TextInput
      {...shared}
      type={field.kind === 'moment' ? 'datetime-local' : field.kind === 'email' ? 'email' : 'text'}
      inputMode={numeric ? (field.kind === 'number' && field.decimals > 0 ? 'decimal' : 'numeric') : undefined}
      autoComplete="off"
      maxLength={longest(field)}
      value={text}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

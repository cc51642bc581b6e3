import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { gstStates } from '~/lib/gst-states';
import { type DetailField, type Details } from '../../model/details';
import { institutionKinds } from '../../schemas';
import { useFaultText } from './use-fault-text';

type Props = {
  values: Details;
  /** Keys of texts, by field. */
  faults: Partial<Record<DetailField, string>>;
  onChange: (change: Partial<Details>) => void;
};

/** What an institution is, and who answers for it. */
export function DetailFields({ values, faults, onChange }: Props) {
  const { t } = useTranslation('adminInstitutions');
  const faultText = useFaultText();
  const field = (name: Exclude<DetailField, 'kind'>) => ({
    label: t(`field.${name}`),
    value: values[name],
    error: faultText(faults[name]),
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  });
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <TextInput {...field('name')} maxLength={200} required />
      <NativeSelect
        label={t('field.kind')}
        data={institutionKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        value={values.kind}
        onChange={({ currentTarget }) =>
          onChange({ kind: institutionKinds.find((kind) => kind === currentTarget.value) ?? values.kind })
        }
      />
      <TextInput {...field('contact_name')} maxLength={200} required />
      <TextInput {...field('contact_email')} type="email" maxLength={320} required />
      <TextInput {...field('contact_phone')} type="tel" maxLength={40} />
      <NativeSelect
        {...field('state')}
        data={[
          { value: '', label: t('field.noState') },
          ...gstStates.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <TextInput {...field('gstin')} maxLength={15} autoCapitalize="characters" spellCheck={false} />
      <Textarea {...field('address')} maxLength={1000} rows={1} resize="vertical" />
    </SimpleGrid>
  );
}

import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Track } from '~/entities/track/track-schema';
import { formatPaise } from '~/lib/format/money';
import { lineTotal } from '../../model/contract';
import { paiseToRupees } from '~/lib/format/rupees';
import { type ContractFormState, useContractField } from './contract-fields';
import classes from './convert.module.css';

export function SeatLineFields(props: { form: ContractFormState; index: number; tracks: Track[]; day: string }) {
  const { t } = useTranslation('leads');
  const { form, index, tracks } = props;
  const field = useContractField(form);
  const line = form.values.seats[index];
  if (line === undefined) return null;
  const total = lineTotal(line);
  const track = field(`seats.${index}.track_id`);
  const listPrice = (id: string) => tracks.find((each) => each.id === id)?.price;
  const choose = (id: string) => {
    const [before, after] = [listPrice(line.track_id), listPrice(id)];
    // A price that nobody has agreed on yet follows the track.
    if (before !== undefined && after !== undefined && line.price === paiseToRupees(before)) {
      form.setFieldValue(`seats.${index}.price`, paiseToRupees(after));
    }
    form.setFieldValue(`seats.${index}.track_id`, id);
  };
  return (
    <div className={classes.line} role="group" aria-label={t('convert.line', { line: index + 1 })}>
      <NativeSelect
        label={t('convert.track')}
        data={tracks.map(({ id, name }) => ({ value: id, label: name }))}
        {...track}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
      <TextInput label={t('convert.seats')} inputMode="numeric" withAsterisk {...field(`seats.${index}.seats`)} />
      <TextInput
        label={t('convert.price')}
        inputMode="decimal"
        leftSection={t('rupee')}
        withAsterisk
        {...field(`seats.${index}.price`)}
      />
      <TextInput
        type="date"
        label={t('convert.validUntil')}
        min={props.day}
        withAsterisk
        {...field(`seats.${index}.valid_until`)}
      />
      <p className={classes.lineTotal}>{total === null ? '' : formatPaise(total)}</p>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={40}
        className={classes.remove}
        disabled={form.values.seats.length === 1}
        aria-label={t('convert.removeLine', { line: index + 1 })}
        onClick={() => form.removeListItem('seats', index)}
      >
        <IconTrash size={18} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}

import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Track } from '~/entities/track/track-schema';
import { formatPaise } from '~/lib/format/money';
import { contractSum, seatLine } from '../../model/contract';
import { useFormTexts } from '../use-form-texts';
import type { ContractFormState } from './contract-fields';
import classes from './convert.module.css';
import { FormPart } from './form-part';
import { SeatLineFields } from './seat-line-fields';

const mostLines = 50;

/** What the institution buys: a line for each track, or for each price and end. */
export function SeatLines(props: { form: ContractFormState; tracks: Track[]; day: string; errorId: string }) {
  const { t } = useTranslation('leads');
  const sentence = useFormTexts();
  const { form, tracks, day } = props;
  const lines = form.values.seats;
  const sum = contractSum(lines);
  const unused = tracks.find(({ id }) => lines.every((line) => line.track_id !== id)) ?? tracks[0];
  return (
    <FormPart title={t('convert.seatsTitle')} hint={t('convert.seatsHint')}>
      <div id={props.errorId} tabIndex={-1}>
        {form.errors.seats && (
          <Text c="var(--bad-ink)" size="sm" mb="xs">
            {sentence(form.errors.seats)}
          </Text>
        )}
        {lines.map((line, index) => (
          <SeatLineFields key={line.key} form={form} index={index} tracks={tracks} day={day} />
        ))}
      </div>
      <div className={classes.sumRow}>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          disabled={lines.length >= mostLines}
          onClick={() => form.insertListItem('seats', seatLine(unused, null, day))}
        >
          {t('convert.addLine')}
        </Button>
        <output className={classes.sum} aria-live="polite">
          {t('convert.sum', {
            count: sum.seats,
            seats: sum.seats.toLocaleString('en-IN'),
            total: formatPaise(sum.total),
          })}
        </output>
      </div>
    </FormPart>
  );
}

import { Alert, Button, TextInput } from '@mantine/core';
import { IconCalendarPlus, IconPlayerPlay } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '~/lib/i18n/error-text';
import { toAppError } from '~/lib/supabase/errors';
import { useScheduleExam } from '../api/schedule-exam';
import {
  earliest,
  fromLocalInput,
  latest,
  type ScheduleFault,
  scheduleFault,
  suggested,
  toLocalInput,
} from '../model/schedule';
import classes from './schedule-form.module.css';

const ownCodes = [
  'exam_time_invalid',
  'exam_pending',
  'already_certified',
  'attempts_exhausted',
  'cooldown',
  'modules_incomplete',
  'mock_test_not_passed',
  'identity_missing',
  'identity_rejected',
  'not_enrolled',
] as const;

/** As people call it: "India Standard Time", not "Asia/Calcutta". */
const ownTimeZone =
  new Intl.DateTimeFormat('en-IN', { timeZoneName: 'long' })
    .formatToParts()
    .find((part) => part.type === 'timeZoneName')?.value ?? '';

/** Date and time are in the person's own zone, which is named beside the field. What "now" is says the server. */
export function ScheduleForm({ trackId }: { trackId: string }) {
  const { t } = useTranslation('exam');
  const { t: common } = useTranslation('common');
  const schedule = useScheduleExam();
  const [value, setValue] = useState(() => toLocalInput(suggested(Date.now())));
  const [fault, setFault] = useState<ScheduleFault | null>(null);
  const [bounds] = useState(() => ({ min: toLocalInput(earliest(Date.now())), max: toLocalInput(latest(Date.now())) }));

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const found = scheduleFault(value, Date.now());
    setFault(found);
    const moment = fromLocalInput(value);
    if (found === null && moment !== null) schedule.mutate({ trackId, scheduledAt: new Date(moment).toISOString() });
  };
  const code = schedule.error === null ? undefined : ownCodes.find((each) => each === toAppError(schedule.error).code);

  return (
    <form className={classes.form} onSubmit={onSubmit} noValidate>
      {schedule.error !== null && (
        <Alert color="red" role="alert">
          {code === undefined ? errorText(common, schedule.error) : t(`scheduleError.${code}`)}
        </Alert>
      )}
      <div className={classes.row}>
        <TextInput
          type="datetime-local"
          label={t('schedule.when')}
          description={t('schedule.zone', { zone: ownTimeZone })}
          value={value}
          min={bounds.min}
          max={bounds.max}
          error={fault === null ? undefined : t(`schedule.fault.${fault}`)}
          onChange={({ currentTarget }) => setValue(currentTarget.value)}
        />
        <Button
          type="submit"
          loading={schedule.isPending}
          leftSection={<IconCalendarPlus size={20} aria-hidden="true" />}
        >
          {t('schedule.book')}
        </Button>
      </div>
      <div className={classes.or}>
        <p>{t('schedule.nowHint')}</p>
        <Button
          variant="default"
          loading={schedule.isPending}
          leftSection={<IconPlayerPlay size={20} aria-hidden="true" />}
          onClick={() => schedule.mutate({ trackId })}
        >
          {t('schedule.now')}
        </Button>
      </div>
    </form>
  );
}

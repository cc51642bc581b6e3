import { useTranslation } from 'react-i18next';
import { formatDate } from '~/lib/format/dates';
import { errorText } from '~/lib/i18n/error-text';
import { toAppError } from '~/lib/supabase/errors';
import type { BulkJob } from '../schemas';

const outcomes = [
  'enrolled',
  'already_enrolled',
  'extended',
  'not_later',
  'mail_queued',
  'exported',
  'account_not_found',
  'account_not_open',
  'account_erased',
  'not_enrolled',
  'invalid_day',
] as const;

/** What an operation does, to what, and why it was refused. */
export function useBulkTexts() {
  const { t } = useTranslation('adminBulk');
  const { t: common } = useTranslation('common');
  const refusals: Record<string, string> = t('refusal', { returnObjects: true });
  return {
    about: ({ kind, track, until, subject }: BulkJob) =>
      t(`about.${kind === 'enrol' && until !== null ? 'enrolUntil' : kind}`, {
        track: track ?? '',
        subject: subject ?? '',
        until: until === null ? '' : formatDate(until, 'UTC'),
      }),
    outcome: (code: string | null) =>
      t(`outcome.${outcomes.find((known) => known === code) ?? (code === null ? 'waiting' : 'other')}`),
    refusal: (error: unknown) => refusals[toAppError(error).code] ?? errorText(common, error),
  };
}

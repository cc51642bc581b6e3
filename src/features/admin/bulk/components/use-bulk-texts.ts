import { useTranslation } from 'react-i18next';
import { formatDate } from '~/lib/format/dates';
import { errorText } from '~/lib/i18n/error-text';
import { toAppError } from '~/lib/supabase/errors';
import type { BulkJob } from '../schemas';

/** What an operation does, to what, and why it was refused. */
export function useBulkTexts() {
  const { t } = useTranslation('adminBulk');
  const { t: common } = useTranslation('common');
  const refusals: Record<string, string> = t('refusal', { returnObjects: true });
  const outcomes: Record<string, string> = t('outcome', { returnObjects: true });
  return {
    about: ({ kind, track, until, subject }: BulkJob) =>
      t(`about.${kind === 'enrol' && until !== null ? 'enrolUntil' : kind}`, {
        track: track ?? '',
        subject: subject ?? '',
        until: until === null ? '' : formatDate(until, 'UTC'),
      }),
    outcome: (code: string | null) => outcomes[code ?? 'waiting'] ?? t('outcome.other'),
    refusal: (error: unknown) => refusals[toAppError(error).code] ?? errorText(common, error),
  };
}

import { useTranslation } from 'react-i18next';
import { errorText } from '~/lib/i18n/error-text';
import { toAppError } from '~/lib/supabase/errors';
import { knownKind, vendors } from '../model/kinds';

const codes = [
  'job_not_found',
  'job_running',
  'job_done',
  'event_not_found',
  'event_done',
  'event_queued',
  'reason_needed',
] as const;

/** Codes in words; what came after this version of the app is shown as it is. */
export function useOperationWords() {
  const { t } = useTranslation('adminOperations');
  const { t: common } = useTranslation('common');
  return {
    kind: (kind: string) => {
      const known = knownKind(kind);
      return known === null ? kind : t(`kind.${known}`);
    },
    vendor: (vendor: string) => {
      const known = vendors.find((each) => each === vendor);
      return known === undefined ? vendor : t(`vendor.${known}`);
    },
    refusal: (error: unknown) => {
      const { code } = toAppError(error);
      const known = codes.find((each) => each === code);
      return known === undefined ? errorText(common, error) : t(`refusal.${known}`);
    },
  };
}

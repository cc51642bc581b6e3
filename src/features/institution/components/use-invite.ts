import { useTranslation } from 'react-i18next';
import { notify } from '~/components/notify';
import { errorText } from '~/lib/i18n/error-text';
import { toAppError } from '~/lib/supabase/errors';
import { useResendInvitation } from '../api/resend-invitation';
import type { StudentRow } from '../schemas';
import { useInstitution } from './use-institution';

const codes = ['already_joined', 'invited_recently', 'student_not_found'] as const;

/** Sends the invitation again and says what came of it. */
export function useInvite(student: Pick<StudentRow, 'student_id' | 'full_name' | 'email'>) {
  const { t } = useTranslation('institution');
  const { t: common } = useTranslation('common');
  const resend = useResendInvitation(useInstitution().id);
  const who = { name: student.full_name, email: student.email };
  const invite = async () => {
    try {
      await resend.mutateAsync(student.student_id);
      await notify('success', t('students.invited', who));
    } catch (error) {
      const known = codes.find((each) => each === toAppError(error).code);
      // Awaited, not given to mutate: the row may be gone from the list by now, and the answer must still be heard.
      if (known === undefined) await notify('error', errorText(common, error));
      else await notify('info', t(`students.inviteErrors.${known}`, who));
    }
  };
  return { invite: () => void invite(), busy: resend.isPending };
}

import type { InvitationKind } from '@contracts/accept-invite.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { notify } from '~/components/notify';
import { readSession } from '~/entities/session/session-store';
import { paths } from '~/lib/paths';
import { toAppError } from '~/lib/supabase/errors';
import { acceptInvitation, type NewAccount } from '../api/accept-invitation';
import { invitationQueryOptions } from '../api/get-invitation';
import { signIn } from '../api/sign-in';
import { inviteToken } from '../model/invite-token';

const areaOf: Record<InvitationKind, () => string> = {
  student: paths.dashboard,
  manager: paths.institution,
  staff: paths.admin,
};

/** Accepts and leads on to the person's area: signed in where that is possible, by the sign-in page otherwise. */
export function useAcceptInvitation(token: string) {
  const { t } = useTranslation('auth');
  const navigate = useNavigate();
  const queryClient = useQueryClient();

  return async (account: NewAccount | null) => {
    const { email, kind } = await acceptInvitation(token, account).catch(async (error: unknown) => {
      // Withdrawn or expired while the page stood open: it shows that state instead of the form.
      if (/^(invitation|account)_/.test(toAppError(error).code)) {
        await queryClient.refetchQueries(invitationQueryOptions(token));
      }
      throw error;
    });
    inviteToken.forget();
    const area = areaOf[kind]();
    if (await isSignedIn(email, account)) {
      void notify('success', t(`invitation.accepted.${kind}`));
      // What the person may do has just grown.
      await queryClient.invalidateQueries({ queryKey: ['access'] });
      await navigate(area, { replace: true });
    } else {
      void notify('success', t('invitation.accepted.signIn'));
      await navigate(paths.login(area), { replace: true, state: { email } });
    }
  };
}

/** The typed password also fits when this is the second try of an acceptance whose answer was lost. */
async function isSignedIn(email: string, account: NewAccount | null): Promise<boolean> {
  const session = readSession();
  if (session.status === 'signed-in' && session.email.toLowerCase() === email.toLowerCase()) return true;
  if (account === null) return false;
  return signIn({ email, password: account.password }).then(
    () => true,
    () => false,
  );
}

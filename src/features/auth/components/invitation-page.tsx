import type { LookAtInviteResponse } from '@contracts/accept-invite.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PageLoader } from '~/components/page-loader';
import { useSession } from '~/entities/session/use-session';
import { invitationQueryOptions } from '../api/get-invitation';
import { problemOf } from '../model/invitation-problem';
import { AuthHeading } from './auth-heading';
import { InvitationFacts } from './invitation-facts';
import { InvitationFailure, InvitationProblem } from './invitation-problem';
import { JoinForm } from './join-form';
import { NewAccountForm } from './new-account-form';
import { OtherPerson } from './other-person';

/** Who invites, to what and whom, and the one thing to do about it. */
export function InvitationPage({ token }: { token: string }) {
  const invitation = useQuery(invitationQueryOptions(token));
  const session = useSession();
  if (invitation.isError) {
    return <InvitationFailure error={invitation.error} onRetry={() => void invitation.refetch()} />;
  }
  if (invitation.data === undefined || session.status === 'loading') return <PageLoader />;
  if (problemOf(invitation.data.state) !== null) return <InvitationProblem invitation={invitation.data} />;
  return (
    <OpenInvitation
      token={token}
      invitation={invitation.data}
      signedInAs={session.status === 'signed-in' ? session.email : null}
    />
  );
}

type Props = { token: string; invitation: LookAtInviteResponse; signedInAs: string | null };

function OpenInvitation({ token, invitation, signedInAs }: Props) {
  const { t } = useTranslation('auth');
  const { kind, email, institutionName: institution, hasAccount } = invitation;
  const isOther = signedInAs !== null && signedInAs.toLowerCase() !== email.toLowerCase();
  return (
    <>
      <AuthHeading title={t(`invitation.${kind}.title`, { institution })} lead={t(`invitation.${kind}.lead`)} />
      <InvitationFacts invitation={invitation} />
      {isOther ? (
        <OtherPerson token={token} signedInAs={signedInAs} email={email} />
      ) : hasAccount ? (
        <JoinForm token={token} kind={kind} isSignedIn={signedInAs !== null} />
      ) : (
        <NewAccountForm token={token} invitation={invitation} />
      )}
    </>
  );
}

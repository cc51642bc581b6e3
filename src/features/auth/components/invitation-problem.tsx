import type { LookAtInviteResponse } from '@contracts/accept-invite.ts';
import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { errorText } from '~/lib/i18n/error-text';
import { paths } from '~/lib/paths';
import { problemOf, problemOfError } from '../model/invitation-problem';
import { AuthHeading } from './auth-heading';

/** An invitation that cannot be taken up: why, and what to do next. */
export function InvitationProblem({ invitation }: { invitation: LookAtInviteResponse }) {
  const problem = problemOf(invitation.state);
  return problem === null ? null : <Problem {...{ problem, invitation }} />;
}

/** The same for what the server refused to show; anything else can be tried again. */
export function InvitationFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('common');
  const problem = problemOfError(error);
  if (problem !== null) return <Problem problem={problem} />;
  return (
    <>
      <AuthHeading title={t('states.errorTitle')} lead={errorText(t, error)} />
      <Button onClick={onRetry}>{t('retry')}</Button>
    </>
  );
}

type Props = { problem: NonNullable<ReturnType<typeof problemOfError>>; invitation?: LookAtInviteResponse };

function Problem({ problem, invitation }: Props) {
  const { t } = useTranslation('auth');
  const institution = invitation?.institutionName || t('invitation.theInstitution');
  const email = invitation?.email || t('invitation.thisAddress');
  return (
    <>
      <AuthHeading
        title={t(`invitation.${problem}.title`)}
        lead={t(`invitation.${problem}.lead`, { institution, email })}
      />
      <Stack align="flex-start">
        <Text>{t(`invitation.${problem}.next`, { institution, email })}</Text>
        {/* The sign-in page sends whoever is signed in on to their own area. */}
        <Button
          component={Link}
          to={paths.login()}
          state={invitation && { email: invitation.email }}
          variant={problem === 'used' ? 'filled' : 'default'}
        >
          {t('invitation.signIn')}
        </Button>
      </Stack>
    </>
  );
}

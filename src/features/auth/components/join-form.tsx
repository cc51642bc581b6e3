import type { InvitationKind } from '@contracts/accept-invite.ts';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { errorText } from '~/lib/i18n/error-text';
import { useAcceptInvitation } from './use-accept-invitation';

/** For who has an account: one press, and nothing about the account changes. */
export function JoinForm({ token, kind, isSignedIn }: { token: string; kind: InvitationKind; isSignedIn: boolean }) {
  const { t } = useTranslation('auth');
  const { t: common } = useTranslation('common');
  const accept = useMutation({ mutationFn: useAcceptInvitation(token) });
  return (
    <Stack>
      <Text>{t(isSignedIn ? 'invitation.join.signedIn' : 'invitation.join.hint')}</Text>
      {accept.isError && (
        <Alert color="red" role="alert">
          {errorText(common, accept.error)}
        </Alert>
      )}
      <Button size="lg" loading={accept.isPending} onClick={() => accept.mutate(null)}>
        {t(`invitation.join.submit.${kind}`)}
      </Button>
    </Stack>
  );
}

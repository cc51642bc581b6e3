import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconUserExclamation } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { signOut } from '~/entities/session/sign-out';
import { errorText } from '~/lib/i18n/error-text';
import { inviteToken } from '../model/invite-token';

/** A browser that somebody else is signed in on: nothing is accepted in the wrong name. */
export function OtherPerson({ token, signedInAs, email }: { token: string; signedInAs: string; email: string }) {
  const { t } = useTranslation('auth');
  const { t: common } = useTranslation('common');
  const leave = useMutation({
    mutationFn: signOut,
    // What the tab keeps of a person goes when they leave.
    onSuccess: () => inviteToken.keep(token),
  });
  return (
    <Stack>
      <Alert color="accent" icon={<IconUserExclamation aria-hidden="true" />} title={t('invitation.other.title')}>
        <Text size="sm">{t('invitation.other.body', { signedInAs, email })}</Text>
      </Alert>
      {leave.isError && (
        <Alert color="red" role="alert">
          {errorText(common, leave.error)}
        </Alert>
      )}
      <Button size="lg" loading={leave.isPending} onClick={() => leave.mutate()}>
        {t('invitation.other.signOut')}
      </Button>
    </Stack>
  );
}

import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormErrorSummary } from '~/components/form-error-summary';
import { useInviteManager } from '../api/invite-manager';
import { inviteManagerFaults, inviteManagerSchema, type InviteManagerForm } from '../team-schemas';
import { useInstitution } from './use-institution';
import { useInviteText } from './use-invite-text';

/** What came of the last invitation stands above the emptied form. */
export function InviteManager() {
  const { t } = useTranslation('institution');
  const inviteText = useInviteText();
  const invite = useInviteManager(useInstitution().id);
  const [attempt, setAttempt] = useState(0);
  const form = useForm<InviteManagerForm>({
    initialValues: { fullName: '', email: '' },
    validate: schemaResolver(inviteManagerSchema, { sync: true }),
  });
  const words = (message: unknown) => {
    const key = inviteManagerFaults.find((each) => each === message);
    return key === undefined ? null : t(key);
  };
  const field = (name: keyof InviteManagerForm) => {
    const { error, ...input } = form.getInputProps(name);
    return { ...input, id: `invite-${name}`, error: words(error) };
  };
  const problems = Object.entries(form.errors).map(([name, message]) => ({
    fieldId: `invite-${name}`,
    message: words(message) ?? '',
  }));
  const email = invite.variables?.email.trim() ?? '';
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        (values) => invite.mutate(values, { onSuccess: () => form.reset() }),
        () => {
          invite.reset();
          setAttempt((count) => count + 1);
        },
      )}
    >
      <Stack>
        <Text c="dimmed">{t('team.invite.lead')}</Text>
        <FormErrorSummary problems={problems} attempt={attempt} />
        {invite.isError && (
          <Alert color="red" role="alert">
            {inviteText(invite.error, email)}
          </Alert>
        )}
        {invite.isSuccess && (
          <Alert color="green" role="status">
            {t('team.invite.sent', { email })}
          </Alert>
        )}
        <TextInput label={t('team.invite.name')} autoComplete="off" withAsterisk {...field('fullName')} />
        <TextInput
          type="email"
          label={t('team.invite.email')}
          description={t('team.invite.emailHint')}
          autoComplete="off"
          withAsterisk
          {...field('email')}
        />
        <Button type="submit" loading={invite.isPending}>
          {t('team.invite.submit')}
        </Button>
      </Stack>
    </form>
  );
}

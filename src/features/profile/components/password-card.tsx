import { Button, Card, Stack, Text, Title } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notify } from '~/components/notify';
import { PasswordField } from '~/components/password-field';
import { changePassword } from '../api/change-password';
import { passwordSchema } from '../schemas';
import { useProfileTexts } from './use-profile-texts';

export function PasswordCard({ email }: { email: string }) {
  const { t } = useTranslation('profile');
  const { fieldText, failureText } = useProfileTexts();
  const form = useForm({ initialValues: { password: '' }, validate: schemaResolver(passwordSchema, { sync: true }) });
  const change = useMutation({
    mutationFn: ({ password }: { password: string }) => changePassword(password),
    onSuccess: async () => {
      form.reset();
      await notify('success', t('password.saved'));
    },
  });
  const { error, ...input } = form.getInputProps('password');
  return (
    <Card component="section">
      <Title order={2} size="h3" mb="md">
        {t('password.title')}
      </Title>
      <form noValidate onSubmit={form.onSubmit((values) => change.mutate(values))}>
        <Stack align="stretch">
          {/* Password managers look for whose password this is. */}
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <PasswordField
            label={t('password.new')}
            description={t('password.hint')}
            autoComplete="new-password"
            {...input}
            error={fieldText(error)}
          />
          <Text size="sm" c="var(--bad-ink)" role="alert">
            {change.isError && failureText(change.error)}
          </Text>
          <Button type="submit" variant="default" loading={change.isPending} style={{ alignSelf: 'flex-start' }}>
            {t('password.save')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}

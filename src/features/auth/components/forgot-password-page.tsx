import { Anchor, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '~/lib/paths';
import { requestReset } from '../api/request-reset';
import { emailSchema } from '../schemas';
import { AuthForm } from './auth-form';
import { AuthHeading } from './auth-heading';
import { useAuthForm } from './use-auth-form';

/** Says the same whether the address has an account or not: the page must not tell strangers who is here. */
export default function ForgotPasswordPage() {
  const { t } = useTranslation('auth');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { form, onSubmit, ...rest } = useAuthForm({
    initialValues: { email: '' },
    schema: emailSchema,
    send: requestReset,
    onDone: ({ email }) => setSentTo(email.trim()),
  });
  const back = (
    <Anchor component={Link} to={paths.login()} fw={600} underline="always" className="tap">
      {t('forgot.back')}
    </Anchor>
  );
  if (sentTo !== null) {
    return (
      <div role="status">
        <AuthHeading title={t('forgot.sentTitle')} lead={t('forgot.sentBody', { email: sentTo })} />
        <Stack gap="lg" align="flex-start">
          <Text>{t('forgot.sentHint')}</Text>
          {back}
        </Stack>
      </div>
    );
  }
  return (
    <>
      <AuthHeading title={t('forgot.title')} lead={t('forgot.lead')} />
      <AuthForm {...rest} submit={t('forgot.submit')} onSubmit={onSubmit}>
        <TextInput
          id="email"
          type="email"
          label={t('fields.email')}
          autoComplete="username"
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
      </AuthForm>
      <Text mt="xl">{back}</Text>
    </>
  );
}

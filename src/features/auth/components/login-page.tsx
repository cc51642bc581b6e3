import { Anchor, Group, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { PasswordField } from '~/components/password-field';
import { paths } from '~/lib/paths';
import { getSupabase } from '~/lib/supabase/lazy';
import { signIn } from '../api/sign-in';
import { signInSchema } from '../schemas';
import { AuthForm } from './auth-form';
import { AuthHeading } from './auth-heading';
import { useAuthForm } from './use-auth-form';

/** Where to go afterwards is the guard's matter: it sees the session come and moves on. */
export default function LoginPage() {
  const { t } = useTranslation('auth');
  const { state } = useLocation();
  const { form, onSubmit, ...rest } = useAuthForm({
    initialValues: { email: knownEmail(state), password: '' },
    schema: signInSchema,
    send: signIn,
  });
  // The client is fetched while the person types, so that the button does not wait for it.
  const warmUp = () => void getSupabase().catch(() => undefined);
  return (
    <>
      <AuthHeading title={t('login.title')} lead={t('login.lead')} />
      <AuthForm {...rest} submit={t('login.submit')} onSubmit={onSubmit}>
        <TextInput
          id="email"
          type="email"
          label={t('fields.email')}
          autoComplete="username"
          onFocus={warmUp}
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <PasswordField
          id="password"
          label={t('fields.password')}
          autoComplete="current-password"
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <Group justify="flex-end" my={-8}>
          <Anchor component={Link} to={paths.forgotPassword()} size="sm" fw={600} className="tap">
            {t('login.forgot')}
          </Anchor>
        </Group>
      </AuthForm>
      <Text mt="xl" c="dimmed">
        {t('login.new')}{' '}
        <Anchor component={Link} to={paths.register()} fw={600} underline="always">
          {t('login.register')}
        </Anchor>
      </Text>
    </>
  );
}

/** A page that has just learnt whose account it is may hand the address over. */
const knownEmail = (state: unknown): string =>
  typeof state === 'object' && state !== null && 'email' in state && typeof state.email === 'string' ? state.email : '';

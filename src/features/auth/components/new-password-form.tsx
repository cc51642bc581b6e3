import { useTranslation } from 'react-i18next';
import { PasswordField } from '~/components/password-field';
import { setPassword } from '../api/set-password';
import { newPasswordSchema } from '../schemas';
import { AuthForm } from './auth-form';
import { useAuthForm } from './use-auth-form';

export function NewPasswordForm({ email, submit, onDone }: { email: string; submit: string; onDone: () => void }) {
  const { t } = useTranslation('auth');
  const { form, onSubmit, ...rest } = useAuthForm({
    initialValues: { password: '', repeat: '' },
    schema: newPasswordSchema,
    send: ({ password }) => setPassword(password),
    onDone,
  });
  return (
    <AuthForm {...rest} submit={submit} onSubmit={onSubmit}>
      {/* Password managers file the new password under this name. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        id="password"
        label={t('fields.newPassword')}
        description={t('fields.passwordHint')}
        autoComplete="new-password"
        key={form.key('password')}
        {...form.getInputProps('password')}
      />
      <PasswordField
        id="repeat"
        label={t('fields.repeat')}
        autoComplete="new-password"
        key={form.key('repeat')}
        {...form.getInputProps('repeat')}
      />
    </AuthForm>
  );
}

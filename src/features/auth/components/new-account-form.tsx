import type { LookAtInviteResponse } from '@contracts/accept-invite.ts';
import { consentVersion } from '@contracts/consent.ts';
import { Anchor, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PasswordField } from '~/components/password-field';
import { paths } from '~/lib/paths';
import { newAccountSchema } from '../schemas';
import { AuthForm } from './auth-form';
import { PasswordRule } from './password-rule';
import { useAcceptInvitation } from './use-accept-invitation';
import { useAuthForm } from './use-auth-form';

export function NewAccountForm({ token, invitation }: { token: string; invitation: LookAtInviteResponse }) {
  const { t } = useTranslation('auth');
  const accept = useAcceptInvitation(token);
  const { form, onSubmit, ...rest } = useAuthForm({
    initialValues: { fullName: invitation.fullName, password: '', consent: false },
    schema: newAccountSchema,
    send: ({ fullName, password }) => accept({ fullName: fullName.trim(), password, consentVersion }),
  });
  const [password, setPassword] = useState('');
  form.watch('password', ({ value }) => setPassword(value));
  return (
    <AuthForm {...rest} submit={t(`invitation.${invitation.kind}.submit`)} onSubmit={onSubmit}>
      {/* Password managers file the new password under this name. */}
      <input type="email" autoComplete="username" value={invitation.email} readOnly hidden />
      <TextInput
        id="fullName"
        label={t('fields.fullName')}
        description={t(`invitation.${invitation.kind}.nameHint`)}
        autoComplete="name"
        key={form.key('fullName')}
        {...form.getInputProps('fullName')}
      />
      <div>
        <PasswordField
          id="password"
          label={t('fields.choosePassword')}
          description={t('fields.passwordTip')}
          autoComplete="new-password"
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        {form.errors.password === undefined && <PasswordRule password={password} />}
      </div>
      <Checkbox
        id="consent"
        label={
          <Trans
            t={t}
            i18nKey="invitation.consent"
            components={{
              terms: <Anchor component={Link} to={paths.terms()} target="_blank" underline="always" inherit />,
              privacy: <Anchor component={Link} to={paths.privacy()} target="_blank" underline="always" inherit />,
            }}
          />
        }
        key={form.key('consent')}
        {...form.getInputProps('consent', { type: 'checkbox' })}
      />
    </AuthForm>
  );
}

import { Alert, Anchor, Button, Card, Checkbox, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { FormErrorSummary } from '~/components/form-error-summary';
import { PageHeader } from '~/components/page-header';
import { PasswordField } from '~/components/password-field';
import { paths } from '~/lib/paths';
import { isAppError } from '~/lib/supabase/app-error';
import { signUp } from '../api/sign-up';
import { pendingEmail } from '../model/pending-email';
import { stepPath } from '../model/steps';
import { detailsSchema, type DetailsForm } from '../schemas';
import { useFieldErrors } from './use-field-errors';
import { useRegistrationErrorText } from './use-registration-error-text';

const empty: DetailsForm = {
  fullName: '',
  email: '',
  phone: '',
  organization: '',
  designation: '',
  location: '',
  password: '',
  consent: false,
};

/** Makes the account. What was typed stays on the page when the server refuses it. */
export default function DetailsStep() {
  const { t } = useTranslation('registration');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const trackId = search.get('track');
  const [attempt, setAttempt] = useState(0);
  const errorText = useRegistrationErrorText();
  const form = useForm<DetailsForm>({
    initialValues: empty,
    validate: schemaResolver(detailsSchema, { sync: true }),
    validateInputOnBlur: true,
  });
  const { field, problems } = useFieldErrors(form);
  const register = useMutation({
    mutationFn: signUp,
    onSuccess: (_data, details) => enterCode(details.email),
  });

  function enterCode(email: string | undefined) {
    if (email === undefined) return;
    pendingEmail.keep(email);
    void navigate(stepPath('code', trackId));
  }

  return (
    <>
      <PageHeader title={t('details.title')} description={t('details.intro')} />
      <Card>
        <form
          noValidate
          onSubmit={form.onSubmit(
            (values) => register.mutate(detailsSchema.parse(values)),
            () => setAttempt((count) => count + 1),
          )}
        >
          <Stack>
            <FormErrorSummary problems={problems} attempt={attempt} />
            {register.isError && (
              <Alert color="red" role="alert">
                {errorText(register.error)}
                {isAppError(register.error, 'over_email_send_rate_limit') && (
                  <Anchor
                    component="button"
                    type="button"
                    display="block"
                    mt="xs"
                    underline="always"
                    onClick={() => enterCode(register.variables?.email)}
                  >
                    {t('details.haveCode')}
                  </Anchor>
                )}
              </Alert>
            )}
            <TextInput
              label={t('details.fullName')}
              description={t('details.fullNameHint')}
              autoComplete="name"
              withAsterisk
              {...field('fullName')}
            />
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput
                type="email"
                label={t('details.email')}
                description={t('details.emailHint')}
                autoComplete="email"
                withAsterisk
                {...field('email')}
              />
              <PasswordField
                label={t('details.password')}
                description={t('details.passwordHint')}
                autoComplete="new-password"
                withAsterisk
                {...field('password')}
              />
            </SimpleGrid>
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput type="tel" label={t('details.phone')} autoComplete="tel" withAsterisk {...field('phone')} />
              <TextInput label={t('details.location')} autoComplete="address-level2" {...field('location')} />
              <TextInput label={t('details.organization')} autoComplete="organization" {...field('organization')} />
              <TextInput label={t('details.designation')} autoComplete="organization-title" {...field('designation')} />
            </SimpleGrid>
            <Checkbox
              label={
                <Trans
                  t={t}
                  i18nKey="details.consent"
                  components={{
                    terms: <Anchor component={Link} to={paths.terms()} target="_blank" underline="always" inherit />,
                    privacy: (
                      <Anchor component={Link} to={paths.privacy()} target="_blank" underline="always" inherit />
                    ),
                  }}
                />
              }
              {...field('consent', 'checkbox')}
            />
            <Button type="submit" size="lg" loading={register.isPending}>
              {t('details.submit')}
            </Button>
          </Stack>
        </form>
      </Card>
      <Text ta="center" mt="lg">
        {t('haveAccount')}{' '}
        <Anchor
          component={Link}
          to={paths.login(trackId === null ? undefined : stepPath('payment', trackId))}
          underline="always"
        >
          {t('signIn')}
        </Anchor>
      </Text>
    </>
  );
}

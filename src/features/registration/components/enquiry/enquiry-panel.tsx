import { Alert, Anchor, Button, Card, Checkbox, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { EnquiryKind } from '@contracts/submit-enquiry.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { FormErrorSummary } from '~/components/form-error-summary';
import { errorText } from '~/lib/i18n/error-text';
import { paths } from '~/lib/paths';
import { isAppError } from '~/lib/supabase/app-error';
import { toAppError } from '~/lib/supabase/errors';
import { submitEnquiry } from '../../api/submit-enquiry';
import { enquiryDraft } from '../../model/enquiry-draft';
import { faultsByField, faultsOf, toEnquiry, type EnquiryForm } from '../../model/enquiry-form';
import { ContactSection } from './contact-section';
import { Honeypot } from './honeypot';
import { InstitutionSection } from './institution-section';
import { PlanSection } from './plan-section';
import section from './form-section.module.css';
import { useEnquiryFields } from './use-enquiry-fields';

/** What was typed stays, through a refusal and through a reload, until the enquiry is sent. */
export function EnquiryPanel({ kind, onKind }: { kind: EnquiryKind | null; onKind: (kind: string) => void }) {
  const { t } = useTranslation('registration');
  const navigate = useNavigate();
  const [attempt, setAttempt] = useState(0);
  const form = useForm<EnquiryForm>({
    initialValues: enquiryDraft.read(),
    validate: (values) => faultsOf(kind, values),
    validateInputOnBlur: true,
    onValuesChange: enquiryDraft.keep,
  });
  const fields = useEnquiryFields(form);
  const send = useMutation({
    mutationFn: submitEnquiry,
    onSuccess: ({ reference }) => {
      enquiryDraft.forget();
      void navigate(paths.registerThankYou(reference), { replace: true });
    },
    onError: (error) => {
      form.setErrors(faultsByField(Object.entries(toAppError(error).fields)));
      setAttempt((count) => count + 1);
    },
  });
  const submit = form.onSubmit(
    (values) => {
      if (kind !== null) send.mutate(toEnquiry(kind, values));
    },
    () => setAttempt((count) => count + 1),
  );

  return (
    <Card p={{ base: 'md', sm: 'xl' }}>
      <form noValidate onSubmit={submit}>
        <FormErrorSummary problems={fields.problems} attempt={attempt} />
        {send.isError && fields.problems.length === 0 && <Refusal error={send.error} />}
        <InstitutionSection
          fields={fields}
          kind={kind}
          onKind={(next) => {
            form.clearFieldError('kind');
            onKind(next);
          }}
        />
        <PlanSection fields={fields} />
        <ContactSection fields={fields} />
        <Honeypot value={form.values.homepage} onChange={(value) => form.setFieldValue('homepage', value)} />
        <Stack align="flex-start" className={section.foot}>
          <Checkbox
            id="consent"
            label={
              <Trans
                t={t}
                i18nKey="enquiry.fields.consent"
                components={{
                  privacy: <Anchor component={Link} to={paths.privacy()} target="_blank" underline="always" inherit />,
                }}
              />
            }
            {...form.getInputProps('consent', { type: 'checkbox' })}
            error={fields.errorOf('consent')}
          />
          <Button type="submit" size="lg" loading={send.isPending}>
            {t('enquiry.submit')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}

function Refusal({ error }: { error: unknown }) {
  const { t } = useTranslation('registration');
  const { t: common } = useTranslation('common');
  return (
    <Alert color="red" role="alert" mb="lg">
      {isAppError(error, 'too_many_requests') ? t('enquiry.tooMany') : errorText(common, error)}
    </Alert>
  );
}

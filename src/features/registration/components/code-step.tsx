import '@mantine/core/styles/PinInput.layer.css';
import { Alert, Anchor, Button, Card, Input, PinInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { PageHeader } from '~/components/page-header';
import { watchSession } from '~/entities/session/session-store';
import { resendEmailCode } from '../api/resend-email-code';
import { verifyEmailCode } from '../api/verify-email-code';
import { pendingEmail } from '../model/pending-email';
import { stepPath } from '../model/steps';
import { emailCodeSchema } from '../schemas';
import classes from './code-step.module.css';
import { useRegistrationErrorText } from './use-registration-error-text';

/** Auth sends one mail a minute to an address. */
const resendAfterSeconds = 60;

/** Confirms the address and signs in. */
export default function CodeStep() {
  const { t } = useTranslation('registration');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const trackId = search.get('track');
  const errorText = useRegistrationErrorText();
  const [email] = useState(() => pendingEmail.read() ?? '');
  const [code, setCode] = useState('');
  const [incomplete, setIncomplete] = useState(false);
  const wait = useCountdown(resendAfterSeconds);

  const verify = useMutation({
    mutationFn: async (value: string) => {
      await watchSession();
      await verifyEmailCode({ email, code: value });
    },
    onSuccess: () => {
      pendingEmail.forget();
      void navigate(stepPath(trackId === null ? 'course' : 'payment', trackId), { replace: true });
    },
    onError: () => setCode(''),
  });
  const resend = useMutation({ mutationFn: resendEmailCode, onSuccess: () => wait.restart() });

  function send(value: string) {
    const complete = emailCodeSchema.safeParse({ code: value }).success;
    setIncomplete(!complete);
    if (complete && !verify.isPending) verify.mutate(value);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    send(code);
  }

  return (
    <>
      <PageHeader title={t('code.title')} description={t('code.intro', { email })} />
      <Card>
        <form onSubmit={submit} noValidate>
          <Stack align="flex-start">
            {verify.isError && (
              <Alert color="red" role="alert" w="100%">
                {errorText(verify.error)}
              </Alert>
            )}
            <Input.Wrapper
              label={t('code.label')}
              labelElement="div"
              w="100%"
              error={incomplete ? t('errors.code') : null}
            >
              <PinInput
                mt={4}
                classNames={{ root: classes.pin, pinInput: classes.digit }}
                length={6}
                size="lg"
                type="number"
                oneTimeCode
                value={code}
                onChange={setCode}
                onComplete={send}
                error={incomplete || verify.isError}
                disabled={verify.isPending}
                aria-label={t('code.label')}
              />
            </Input.Wrapper>
            <Button type="submit" size="lg" loading={verify.isPending}>
              {t('code.submit')}
            </Button>
          </Stack>
        </form>
      </Card>
      <Stack align="center" gap="xs" mt="lg">
        <Button
          variant="subtle"
          disabled={wait.seconds > 0}
          loading={resend.isPending}
          onClick={() => resend.mutate(email)}
        >
          {wait.seconds > 0 ? t('code.resendIn', { seconds: wait.seconds }) : t('code.resend')}
        </Button>
        <Text role="status" size="sm">
          {resend.isSuccess && t('code.resent')}
          {resend.isError && errorText(resend.error)}
        </Text>
        <Anchor component={Link} to={stepPath('details', trackId)} underline="always" className="tap">
          {t('code.otherEmail')}
        </Anchor>
      </Stack>
    </>
  );
}

/** Seconds left, counted from the clock so that a sleeping tab does not fall behind. */
function useCountdown(length: number) {
  const [until, setUntil] = useState(() => Date.now() + length * 1000);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const restart = () => {
    setNow(Date.now());
    setUntil(Date.now() + length * 1000);
  };
  return { seconds: Math.max(0, Math.ceil((until - now) / 1000)), restart };
}

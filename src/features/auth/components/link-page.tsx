import { Alert, Anchor, Button, Stack, Text } from '@mantine/core';
import { IconLinkOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { notify } from '~/components/notify';
import { PageLoader } from '~/components/page-loader';
import { arrival } from '~/lib/arrival';
import { errorText } from '~/lib/i18n/error-text';
import { paths } from '~/lib/paths';
import { isAppError } from '~/lib/supabase/app-error';
import { openLink } from '../api/open-link';
import { readLinkToken } from '../model/link-token';
import { AuthHeading } from './auth-heading';
import { NewPasswordForm } from './new-password-form';

/** Both links that set a password: a forgotten one, or the first one of an invitation. */
export function LinkPage({ purpose }: { purpose: 'reset' | 'invite' }) {
  const { t } = useTranslation('auth');
  const navigate = useNavigate();
  const { pathname, search, hash } = useLocation();
  const [token] = useState(() => {
    const here = readLinkToken(search, hash);
    return here.kind === 'none' && arrival.pathname === pathname ? readLinkToken(arrival.search, arrival.hash) : here;
  });
  const { mutate: open, ...link } = useMutation({ mutationFn: openLink });
  useEffect(() => open(token), [open, token]);

  if (link.isError) return <LinkProblem purpose={purpose} error={link.error} onRetry={() => open(token)} />;
  if (!link.isSuccess) return <PageLoader />;
  const done = () => {
    void notify('success', t(`${purpose}.done`));
    // The sign-in page sends a signed-in person to their own area.
    void navigate(paths.login(), { replace: true });
  };
  return (
    <>
      <AuthHeading title={t(`${purpose}.title`)} lead={t(`${purpose}.lead`, { email: link.data })} />
      <NewPasswordForm email={link.data} submit={t(`${purpose}.submit`)} onDone={done} />
    </>
  );
}

function LinkProblem({
  purpose,
  error,
  onRetry,
}: {
  purpose: 'reset' | 'invite';
  error: unknown;
  onRetry: () => void;
}) {
  const { t } = useTranslation('auth');
  const { t: common } = useTranslation('common');
  const invalid = isAppError(error, 'link_invalid');
  return (
    <>
      <AuthHeading
        title={invalid ? t('link.title') : common('states.errorTitle')}
        lead={invalid ? t(`${purpose}.invalid`) : errorText(common, error)}
      />
      <Stack align="flex-start">
        {!invalid && <Button onClick={onRetry}>{common('retry')}</Button>}
        {invalid && purpose === 'reset' && (
          <Button component={Link} to={paths.forgotPassword()}>
            {t('link.again')}
          </Button>
        )}
        {invalid && purpose === 'invite' && (
          <Alert color="accent" icon={<IconLinkOff aria-hidden="true" />}>
            {t('invite.invalidHint')}
          </Alert>
        )}
        <Text>
          <Anchor component={Link} to={paths.login()} fw={600} underline="always" className="tap">
            {t('forgot.back')}
          </Anchor>
        </Text>
      </Stack>
    </>
  );
}

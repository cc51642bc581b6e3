import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { ErrorBoundary } from '~/components/error-boundary';
import { ErrorState } from '~/components/error-state';
import { FullMessage } from '~/components/full-message';
import { notify } from '~/components/notify';
import { PageLoader } from '~/components/page-loader';
import { useAccess, type Access, type PersonKind } from '~/entities/permissions/access';
import { homePath } from '~/entities/session/home-path';
import { signOut } from '~/entities/session/sign-out';
import { useSession } from '~/entities/session/use-session';
import { errorText } from '~/lib/i18n/error-text';
import { paths } from '~/lib/paths';
import { PlainPage } from '../layouts/plain-page';

/**
 * A protected area for some kinds of people; with `managers` also for a learner who manages an institution. It only chooses what
 * is shown: the database refuses the rest by itself.
 */
export function RequireKind({ kinds, managers = false }: { kinds: readonly PersonKind[]; managers?: boolean }) {
  const session = useSession();
  const access = useAccess();
  const location = useLocation();
  if (session.status === 'loading') return <PageLoader />;
  if (session.status === 'anonymous') {
    return <Navigate to={paths.login(`${location.pathname}${location.search}${location.hash}`)} replace />;
  }
  if (access.data === undefined) {
    if (!access.isError) return <PageLoader />;
    return (
      <PlainPage>
        <NoRights error={access.error} onRetry={() => void access.refetch()} />
      </PlainPage>
    );
  }
  if (access.data.status !== 'active') {
    return (
      <PlainPage>
        <Suspended />
      </PlainPage>
    );
  }
  const open = kinds.includes(access.data.kind) || (managers && access.data.institutions.length > 0);
  if (!open) {
    return (
      <PlainPage>
        <NoAccess email={session.email} access={access.data} />
      </PlainPage>
    );
  }
  return (
    <ErrorBoundary resetKey={location.pathname}>
      <Outlet />
    </ErrorBoundary>
  );
}

function Suspended() {
  const { t } = useTranslation('common');
  return (
    <FullMessage title={t('suspended.title')} body={t('suspended.body')}>
      <SignOutButton />
    </FullMessage>
  );
}

function NoAccess({ email, access }: { email: string; access: Access }) {
  const { t } = useTranslation('common');
  return (
    <FullMessage title={t('noAccess.title')} body={t('noAccess.body', { email })}>
      <a href={homePath(access.kind)}>{t('noAccess.home')}</a>
      <SignOutButton />
    </FullMessage>
  );
}

function useLeave() {
  const { t } = useTranslation('common');
  return () => void signOut().catch((error: unknown) => notify('error', errorText(t, error)));
}

function SignOutButton() {
  const { t } = useTranslation('common');
  return (
    <button type="button" onClick={useLeave()}>
      {t('user.signOut')}
    </button>
  );
}

/** Rights that cannot be read leave nothing to open, so the way out stands here. */
function NoRights({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('common');
  const leave = useLeave();
  return (
    <>
      <ErrorState error={error} onRetry={onRetry} />
      <Button variant="default" mt="md" onClick={leave}>
        {t('user.signOut')}
      </Button>
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { FullMessage } from '~/components/full-message';
import { PageLoader } from '~/components/page-loader';
import { useAccess } from '~/entities/permissions/access';
import { homePath } from '~/entities/session/home-path';
import { useCurrentUser } from '~/entities/session/use-session';

/** A part of an area for people with one of these permissions, below the area's own guard. The database refuses by itself. */
export function RequirePermission({ anyOf }: { anyOf: readonly string[] }) {
  const { t } = useTranslation('common');
  const { email } = useCurrentUser();
  const access = useAccess().data;
  if (access === undefined) return <PageLoader />;
  if (anyOf.some((permission) => access.permissions.includes(permission))) return <Outlet />;
  return (
    <FullMessage title={t('noAccess.title')} body={t('noAccess.body', { email })}>
      <Link to={homePath(access.kind)}>{t('noAccess.home')}</Link>
    </FullMessage>
  );
}

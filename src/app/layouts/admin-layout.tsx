import {
  IconAddressBook,
  IconBuildingCommunity,
  IconBooks,
  IconChartBar,
  IconHistory,
  IconListCheck,
  IconSend,
  IconSettings,
  IconShieldLock,
  IconUserCheck,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { AreaNav } from '~/components/area-nav';
import { PageLoader } from '~/components/page-loader';
import { useAccess } from '~/entities/permissions/access';
import { paths } from '~/lib/paths';
import classes from './admin-layout.module.css';
import { Shell } from './shell';

const links = [
  { to: paths.adminOverview(), name: 'overview', Icon: IconChartBar, end: false, anyOf: ['analytics.read'] },
  { to: paths.adminUsers(), name: 'users', Icon: IconUsers, end: false, anyOf: ['users.read'] },
  {
    to: paths.adminInstitutions(),
    name: 'institutions',
    Icon: IconBuildingCommunity,
    end: false,
    anyOf: ['institutions.read'],
  },
  { to: paths.adminLeads(), name: 'leads', Icon: IconAddressBook, end: false, anyOf: ['leads.read', 'leads.manage'] },
  { to: paths.adminPrograms(), name: 'programs', Icon: IconBooks, end: false, anyOf: ['catalogue.manage'] },
  { to: paths.adminTests(), name: 'tests', Icon: IconListCheck, end: false, anyOf: ['tests.manage'] },
  { to: paths.adminBulk(), name: 'bulk', Icon: IconUsersGroup, end: false, anyOf: ['bulk.run'] },
  { to: paths.adminRoles(), name: 'roles', Icon: IconShieldLock, end: false, anyOf: ['roles.manage'] },
  { to: paths.adminAudit(), name: 'audit', Icon: IconHistory, end: false, anyOf: ['audit.read'] },
  { to: paths.adminOutbox(), name: 'operations', Icon: IconSend, end: false, anyOf: ['outbox.manage'] },
  {
    to: paths.adminSettings(),
    name: 'settings',
    Icon: IconSettings,
    end: false,
    anyOf: ['settings.manage', 'coupons.manage'],
  },
  { to: paths.adminRights(), name: 'rights', Icon: IconUserCheck, end: false, anyOf: null },
] as const;

/** Shows the doors that this person's permissions open, and no others. */
export default function AdminLayout() {
  const { t } = useTranslation('admin');
  const permissions = useAccess().data?.permissions ?? [];
  const open = links.filter(
    ({ anyOf }) => anyOf === null || anyOf.some((permission) => permissions.includes(permission)),
  );
  return (
    <div className={classes.wide}>
      <Shell home={paths.admin()} area={t('area')}>
        <div className={classes.columns}>
          <AreaNav
            side
            label={t('nav.label')}
            links={open.map(({ to, name, Icon, end }) => ({ to, label: t(`nav.${name}`), Icon, end }))}
          />
          <div>
            <Suspense fallback={<PageLoader />}>
              <Outlet />
            </Suspense>
          </div>
        </div>
      </Shell>
    </div>
  );
}

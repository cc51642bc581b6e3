import { Button, Group } from '@mantine/core';
import { IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation } from 'react-router';
import { PageHeader } from '~/components/page-header';
import { ExportMenu } from '~/entities/exported-list/export-menu';
import { paths } from '~/lib/paths';
import { exportParams } from '../api/export-params';
import { UserList } from './list/user-list';
import { UsersToolbar } from './list/users-toolbar';
import { useUserFilters } from './use-user-filters';
import { useUserRights } from './use-user-rights';

/** Everybody with an account. One person opens over the list, in a drawer with an address of its own. */
export default function UsersPage() {
  const { t } = useTranslation('adminUsers');
  const { filters, change } = useUserFilters();
  const { mayInviteStaff, mayRunBulk } = useUserRights();
  const { search } = useLocation();
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <Group gap="sm">
            {mayInviteStaff && (
              <Button
                variant="default"
                component={Link}
                to={paths.adminStaff()}
                leftSection={<IconUserPlus size={18} aria-hidden="true" />}
              >
                {t('inviteStaff')}
              </Button>
            )}
            {mayRunBulk && (
              <Button
                variant="default"
                component={Link}
                to={paths.adminNewBulk(search)}
                leftSection={<IconUsersGroup size={18} aria-hidden="true" />}
              >
                {t('bulk')}
              </Button>
            )}
            <ExportMenu request={(format) => ({ list: 'users', format, params: exportParams(filters) })} />
          </Group>
        }
      />
      <UsersToolbar filters={filters} change={change} />
      <UserList filters={filters} change={change} />
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </>
  );
}

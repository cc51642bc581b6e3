import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { DataState } from '~/components/data-state';
import { LoadingState } from '~/components/loading-state';
import { drawerLinkId } from '~/components/drawer-link';
import { paths } from '~/lib/paths';
import { rolesQueryOptions } from '../api/list-roles';
import { OneRole } from './one-role';
import { RoleMatrix } from './role-matrix';
import { RolesHead } from './roles-head';

/** Which role allows what. One role opens over the matrix, in a drawer with an address of its own. */
export default function RolesPage() {
  const { t } = useTranslation('adminRoles');
  const roles = useQuery(rolesQueryOptions());
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const View = narrow ? OneRole : RoleMatrix;
  return (
    <>
      <RolesHead
        actions={
          <Button
            id={drawerLinkId(paths.adminNewRole())}
            component={Link}
            to={paths.adminNewRole()}
            state={{ over: true }}
            leftSection={<IconPlus size={18} aria-hidden="true" />}
          >
            {t('newRole')}
          </Button>
        }
      />
      <DataState query={roles} loading={<LoadingState lines={10} height={36} />}>
        {(data) => <View data={data} />}
      </DataState>
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </>
  );
}

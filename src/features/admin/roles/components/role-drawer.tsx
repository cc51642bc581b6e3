import { IconZoomQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import { DataState } from '~/components/data-state';
import { drawerLinkId } from '~/components/drawer-link';
import { EmptyState } from '~/components/empty-state';
import { SideDrawer } from '~/components/side-drawer';
import { paths } from '~/lib/paths';
import { useCloseDrawer } from '~/lib/use-close-drawer';
import { rolesQueryOptions } from '../api/list-roles';
import { copyOf, emptyDraft } from '../model/role-draft';
import type { Roles } from '../schemas';
import { NewRole } from './new-role';
import { RoleView } from './role-view';
import { useOwnRights } from './use-own-rights';

/** One role, or a new one: at /admin/roles/new, with `from` as a copy of another. */
export default function RoleDrawer() {
  const { t } = useTranslation('adminRoles');
  const { roleId = '' } = useParams();
  const isNew = paths.adminRole(roleId) === paths.adminNewRole();
  const close = useCloseDrawer(paths.adminRoles(), drawerLinkId(paths.adminRole(roleId)));
  const roles = useQuery(rolesQueryOptions());
  const role = roles.data?.roles.find(({ id }) => id === roleId);
  return (
    <SideDrawer title={isNew ? t('role.newTitle') : (role?.name ?? '')} onClose={close}>
      <DataState query={roles}>
        {(data) =>
          isNew ? (
            <NewFrom data={data} onClose={close} />
          ) : role === undefined ? (
            <EmptyState icon={IconZoomQuestion} title={t('role.missing')} body={t('role.missingBody')} />
          ) : (
            <RoleView key={role.id} role={role} data={data} onClose={close} />
          )
        }
      </DataState>
    </SideDrawer>
  );
}

function NewFrom({ data, onClose }: { data: Roles; onClose: () => void }) {
  const { t } = useTranslation('adminRoles');
  const { held } = useOwnRights();
  const from = new URLSearchParams(useLocation().search).get('from');
  const role = data.roles.find(({ id }) => id === from);
  const draft = role === undefined ? emptyDraft : copyOf(role, t('role.copyOf', { name: role.name }), held);
  return <NewRole key={from} initial={draft} permissions={data.permissions} onClose={onClose} />;
}

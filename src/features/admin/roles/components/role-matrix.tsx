import { Box, Text } from '@mantine/core';
import { IconCheck, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DrawerLink } from '~/components/drawer-link';
import { paths } from '~/lib/paths';
import { groupByArea, type PermissionGroup } from '../model/permissions';
import type { Role, Roles } from '../schemas';
import classes from './role-matrix.module.css';
import { useAreaName } from './use-area-name';

/** Permissions down, roles across. Both headings stay in sight. */
export function RoleMatrix({ data }: { data: Roles }) {
  const { t } = useTranslation('adminRoles');
  return (
    <Box className={classes.frame} tabIndex={0} role="region" aria-label={t('matrix.label')}>
      <table className={classes.table} aria-label={t('matrix.label')}>
        <thead>
          <tr>
            <th scope="col">{t('matrix.permission')}</th>
            {data.roles.map((role) => (
              <RoleHeading key={role.id} role={role} />
            ))}
          </tr>
        </thead>
        {groupByArea(data.permissions).map((group) => (
          <AreaRows key={group.id} group={group} roles={data.roles} />
        ))}
      </table>
    </Box>
  );
}

function RoleHeading({ role }: { role: Role }) {
  const { t } = useTranslation('adminRoles');
  return (
    <th scope="col">
      <DrawerLink to={paths.adminRole(role.id)}>{role.name}</DrawerLink>
      <span className={classes.kind}>
        {role.system && <IconLock size={14} aria-hidden="true" />}
        {t(role.system ? 'matrix.system' : 'matrix.custom')}
      </span>
      <span className={classes.kind}>{t('matrix.holders', { count: role.holders })}</span>
    </th>
  );
}

function AreaRows({ group, roles }: { group: PermissionGroup; roles: Role[] }) {
  const { t } = useTranslation('adminRoles');
  const areaName = useAreaName();
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={roles.length + 1} className={classes.area}>
          <span>{areaName(group)}</span>
        </th>
      </tr>
      {group.permissions.map((permission) => (
        <tr key={permission.id}>
          <th scope="row">
            {permission.description}
            <Text size="xs" c="dimmed" component="span" display="block">
              {permission.id}
            </Text>
          </th>
          {roles.map((role) => (
            <td key={role.id}>
              {role.permissions.includes(permission.id) ? (
                <>
                  <IconCheck size={20} stroke={2.4} aria-hidden="true" className={classes.yes} />
                  <span className="visually-hidden">{t('matrix.yes')}</span>
                </>
              ) : (
                <span className="visually-hidden">{t('matrix.no')}</span>
              )}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

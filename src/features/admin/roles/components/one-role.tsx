import { Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconCheck, IconLock, IconMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DrawerLink } from '~/components/drawer-link';
import { Panel } from '~/components/panel';
import { paths } from '~/lib/paths';
import { useListAddress } from '~/lib/use-list-address';
import { groupByArea } from '../model/permissions';
import type { Role, Roles } from '../schemas';
import classes from './one-role.module.css';
import { useAreaName } from './use-area-name';

/** The same where a matrix has no room: one role at a time. */
export function OneRole({ data }: { data: Roles }) {
  const { t } = useTranslation('adminRoles');
  const { address, filter } = useListAddress();
  const role = data.roles.find(({ id }) => id === address.get('role')) ?? data.roles[0];
  if (role === undefined) return null;
  return (
    <Stack>
      <NativeSelect
        label={t('matrix.pick')}
        data={data.roles.map(({ id, name }) => ({ value: id, label: name }))}
        value={role.id}
        onChange={({ currentTarget }) => filter({ role: currentTarget.value }, { replace: true })}
      />
      <Group gap="sm">
        <Text size="sm" c="dimmed" className={classes.kind}>
          {role.system && <IconLock size={14} aria-hidden="true" />}
          {t(role.system ? 'matrix.system' : 'matrix.custom')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('matrix.holders', { count: role.holders })}
        </Text>
        <DrawerLink to={paths.adminRole(role.id)} search={address.toString()}>
          {t('matrix.open', { name: role.name })}
        </DrawerLink>
      </Group>
      <RoleAreas role={role} data={data} />
    </Stack>
  );
}

function RoleAreas({ role, data }: { role: Role; data: Roles }) {
  const { t } = useTranslation('adminRoles');
  const areaName = useAreaName();
  return groupByArea(data.permissions).map((group) => (
    <Panel key={group.id} title={areaName(group)}>
      <ul className={classes.list}>
        {group.permissions.map((permission) => {
          const held = role.permissions.includes(permission.id);
          const Icon = held ? IconCheck : IconMinus;
          return (
            <li key={permission.id} data-held={held || undefined}>
              <Icon size={18} aria-hidden="true" />
              <span>
                <span className="visually-hidden">{t(held ? 'matrix.allowed' : 'matrix.notAllowed')}</span>
                {permission.description}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  ));
}

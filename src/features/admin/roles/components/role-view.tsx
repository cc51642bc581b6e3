import { Alert, Anchor, Group, Stack, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '~/components/section';
import { StatusBadge } from '~/components/status-badge';
import { paths } from '~/lib/paths';
import { groupByArea, missingOf } from '../model/permissions';
import type { Role, Roles } from '../schemas';
import { DuplicateLink } from './duplicate-link';
import { EditRole } from './edit-role';
import { useAreaName } from './use-area-name';
import { useOwnRights } from './use-own-rights';

type Props = { role: Role; data: Roles; onClose: () => void };

/** A role that can be changed as a form, any other as a list of what it allows and the reason why it is fixed. */
export function RoleView({ role, data, onClose }: Props) {
  const { t } = useTranslation('adminRoles');
  const { held } = useOwnRights();
  const missing = missingOf(role.permissions, held);
  return (
    <Stack gap="lg">
      <Group gap="sm">
        <StatusBadge tone="neutral" label={t(role.system ? 'matrix.system' : 'matrix.custom')} />
        <Text size="sm" c="dimmed">
          {t('matrix.holders', { count: role.holders })}
        </Text>
        {role.holders > 0 && (
          <Anchor component={Link} to={paths.adminStaff(`?role=${role.id}`)} size="sm">
            {t('role.seeHolders')}
          </Anchor>
        )}
      </Group>
      {role.system && (
        <Alert color="gray" icon={<IconLock aria-hidden="true" />} title={t('role.systemTitle')}>
          {t('role.systemBody')}
        </Alert>
      )}
      {!role.system && missing.length > 0 && (
        <Alert color="gray" icon={<IconLock aria-hidden="true" />} title={t('role.beyondTitle')}>
          {t('role.beyondBody', { permissions: missing.join(', ') })}
        </Alert>
      )}
      {role.system || missing.length > 0 ? (
        <>
          {role.description !== '' && <Text>{role.description}</Text>}
          <Allowed role={role} data={data} />
          <Group>
            <DuplicateLink roleId={role.id} />
          </Group>
        </>
      ) : (
        <EditRole role={role} permissions={data.permissions} onClose={onClose} />
      )}
    </Stack>
  );
}

function Allowed({ role, data }: { role: Role; data: Roles }) {
  const areaName = useAreaName();
  const allowed = data.permissions.filter(({ id }) => role.permissions.includes(id));
  return groupByArea(allowed).map((group) => (
    <Section key={group.id} title={areaName(group)}>
      {group.permissions.map(({ id, description }) => (
        <Text key={id}>{description}</Text>
      ))}
    </Section>
  ));
}

import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DrawerLink } from '~/components/drawer-link';
import { StatusBadge } from '~/components/status-badge';
import { paths } from '~/lib/paths';
import { useListAddress } from '~/lib/use-list-address';
import type { Staff } from '../schemas';

const tones = { active: 'good', suspended: 'warning', erased: 'neutral' } as const;

export function StaffName({ person }: { person: Staff }) {
  const { t } = useTranslation('adminRoles');
  const { address } = useListAddress();
  return (
    <>
      <DrawerLink to={paths.adminStaffMember(person.id)} search={address.toString()}>
        {person.full_name || person.email}
      </DrawerLink>
      {person.me && ` (${t('staff.me')})`}
      <Text size="sm" c="dimmed">
        {person.email}
      </Text>
    </>
  );
}

export function StaffRoles({ person }: { person: { roles: { id: string; name: string }[] } }) {
  const { t } = useTranslation('adminRoles');
  if (person.roles.length === 0) {
    return (
      <Text inherit c="dimmed">
        {t('staff.none')}
      </Text>
    );
  }
  return (
    <Group gap={6}>
      {person.roles.map(({ id, name }) => (
        <Badge key={id} variant="light" size="lg" tt="none" fw={600}>
          {name}
        </Badge>
      ))}
    </Group>
  );
}

export function StaffStatus({ person }: { person: Staff }) {
  const { t } = useTranslation('adminRoles');
  return <StatusBadge tone={tones[person.status]} label={t(`staff.statuses.${person.status}`)} />;
}

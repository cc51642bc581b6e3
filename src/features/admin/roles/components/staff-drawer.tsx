import { Group, Stack, Text } from '@mantine/core';
import { IconZoomQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DataState } from '~/components/data-state';
import { drawerLinkId } from '~/components/drawer-link';
import { EmptyState } from '~/components/empty-state';
import { Section } from '~/components/section';
import { SideDrawer } from '~/components/side-drawer';
import { paths } from '~/lib/paths';
import { isAppError } from '~/lib/supabase/app-error';
import { useCloseDrawer } from '~/lib/use-close-drawer';
import { staffMemberQueryOptions } from '../api/get-staff';
import { rolesQueryOptions } from '../api/list-roles';
import type { Staff } from '../schemas';
import { RoleOfPerson } from './role-of-person';
import { StaffStatus } from './staff-parts';

/** One member of staff: every role there is, to give or to take. */
export default function StaffDrawer() {
  const { t } = useTranslation('adminRoles');
  const { staffId = '' } = useParams();
  const close = useCloseDrawer(paths.adminStaff(), drawerLinkId(paths.adminStaffMember(staffId)));
  const member = useQuery(staffMemberQueryOptions(staffId));
  const missing = member.data === undefined && isAppError(member.error, 'not_staff');
  return (
    <SideDrawer title={member.data?.full_name ?? t('staff.label')} onClose={close}>
      {missing ? (
        <EmptyState icon={IconZoomQuestion} title={t('staff.missing')} body={t('staff.missingBody')} />
      ) : (
        <DataState query={member}>{(person) => <PersonsRoles person={person} />}</DataState>
      )}
    </SideDrawer>
  );
}

function PersonsRoles({ person }: { person: Staff }) {
  const { t } = useTranslation('adminRoles');
  const roles = useQuery(rolesQueryOptions());
  return (
    <Stack gap="lg">
      <Group gap="sm">
        <StaffStatus person={person} />
        <Text size="sm" c="dimmed">
          {person.email}
        </Text>
      </Group>
      <Section title={t('staff.holds', { name: person.full_name })}>
        <DataState query={roles}>
          {(data) => data.roles.map((role) => <RoleOfPerson key={role.id} role={role} person={person} />)}
        </DataState>
      </Section>
    </Stack>
  );
}

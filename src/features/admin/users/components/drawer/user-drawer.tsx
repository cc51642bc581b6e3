import { Group, Stack, Text } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DataState } from '~/components/data-state';
import { drawerLinkId } from '~/components/drawer-link';
import { EmptyState } from '~/components/empty-state';
import { SideDrawer } from '~/components/side-drawer';
import { formatDate } from '~/lib/format/dates';
import { isUuid } from '~/lib/is-uuid';
import { paths } from '~/lib/paths';
import { isAppError } from '~/lib/supabase/app-error';
import { useCloseDrawer } from '~/lib/use-close-drawer';
import { userQueryOptions } from '../../api/get-user';
import type { PersonDetail } from '../../schemas';
import { AccountActs } from '../acts/account-acts';
import { AccountBadge } from '../person-badges';
import { UserTabs } from './user-tabs';
import { useDrawerTitle } from './use-drawer-title';

/** One person over the list. Its address can be kept and sent to a colleague. */
export default function UserDrawer() {
  const { t } = useTranslation('adminUsers');
  const { userId = '' } = useParams();
  const close = useCloseDrawer(paths.adminUsers(), drawerLinkId(paths.adminUser(userId)));
  const person = useQuery({ ...userQueryOptions(userId), enabled: isUuid(userId) });
  const missing = !isUuid(userId) || (person.data === undefined && isAppError(person.error, 'person_not_found'));
  const name = person.data && (person.data.full_name || t('noName'));
  useDrawerTitle(name);
  return (
    <SideDrawer title={name ?? t('drawer.title')} size="52rem" onClose={close}>
      {missing ? (
        <EmptyState icon={IconUserOff} title={t('drawer.missing')} body={t('drawer.missingBody')} />
      ) : (
        <DataState query={person}>{(data) => <PersonView key={data.id} person={data} />}</DataState>
      )}
    </SideDrawer>
  );
}

function PersonView({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('adminUsers');
  return (
    <Stack gap="lg">
      <Stack gap="sm">
        <Group gap="xs">
          <AccountBadge status={person.status} />
          <Text size="sm" c="dimmed">
            {t('table.joined', { kind: t(`kind.${person.kind}`), date: formatDate(person.joined_at) })}
          </Text>
        </Group>
        <AccountActs person={person} />
      </Stack>
      <UserTabs person={person} />
    </Stack>
  );
}

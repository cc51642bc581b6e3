import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { Panel } from '~/components/panel';
import { invitationsQueryOptions } from '../api/list-invitations';
import { OpenInvitation } from './open-invitation';

/** Who was invited to the staff and has not answered. */
export function InvitationsPanel() {
  const { t } = useTranslation('adminRoles');
  const invitations = useQuery(invitationsQueryOptions());
  return (
    <Panel title={t('invitation.title')}>
      <DataState query={invitations} empty={<Text c="dimmed">{t('invitation.none')}</Text>}>
        {(rows) => rows.map((invitation) => <OpenInvitation key={invitation.id} invitation={invitation} />)}
      </DataState>
    </Panel>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { LoadingState } from '~/components/loading-state';
import { PageHeader } from '~/components/page-header';
import { Panel } from '~/components/panel';
import { teamQueryOptions } from '../api/get-team';
import { InviteManager } from './invite-manager';
import { ManagerInvitations } from './manager-invitations';
import { ManagerList } from './manager-list';
import classes from './team.module.css';
import { useInstitution } from './use-institution';

/** Who manages the institution, who is invited to, and room for one more. */
export default function TeamPage() {
  const { t } = useTranslation('institution');
  const institution = useInstitution();
  const team = useQuery(teamQueryOptions(institution.id));
  return (
    <>
      <PageHeader title={t('team.title')} description={t('team.description')} />
      <div className={classes.layout}>
        <div className={classes.lists}>
          <DataState query={team} loading={<LoadingState lines={4} height={64} />}>
            {({ managers, invitations }) => (
              <>
                <Panel title={t('team.managers')} note={t('team.count', { count: managers.length })}>
                  <ManagerList managers={managers} />
                </Panel>
                {invitations.length > 0 && (
                  <Panel title={t('team.invited')} note={t('team.invitedNote')}>
                    <ManagerInvitations invitations={invitations} now={team.dataUpdatedAt} />
                  </Panel>
                )}
              </>
            )}
          </DataState>
        </div>
        <Panel title={t('team.invite.title')}>
          <InviteManager />
        </Panel>
      </div>
    </>
  );
}

import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { StatusBadge } from '~/components/status-badge';
import { formatDate } from '~/lib/format/dates';
import { paths } from '~/lib/paths';
import { teamQueryOptions } from '../../api/get-team';
import type { InstitutionDetail, Team } from '../../schemas';
import { AppointDialog, DismissDialog, ResendDialog, WithdrawDialog } from '../acts/manager-dialogs';
import { useInstitutionRights } from '../use-institution-rights';
import classes from './drawer.module.css';

type Asking =
  | { act: 'appoint' }
  | { act: 'dismiss'; manager: Team['managers'][number] }
  | { act: 'resend' | 'withdraw'; invitation: Team['invitations'][number] };

/** Who acts for the institution, and who is invited to. */
export function ManagersTab({ institution }: { institution: InstitutionDetail }) {
  const { t } = useTranslation('adminInstitutions');
  const { mayManage, maySeeUsers } = useInstitutionRights();
  const team = useQuery(teamQueryOptions(institution.id));
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  const open = institution.status === 'active';
  return (
    <Stack gap="md">
      {mayManage && open && (
        <div>
          <Button
            variant="default"
            leftSection={<IconUserPlus size={18} aria-hidden="true" />}
            onClick={() => setAsking({ act: 'appoint' })}
          >
            {t('appoint.open')}
          </Button>
        </div>
      )}
      <DataState
        query={team}
        isEmpty={({ managers, invitations }) => managers.length + invitations.length === 0}
        empty={<EmptyState title={t('managers.empty')} body={t('managers.emptyBody')} />}
      >
        {({ managers, invitations }) => (
          <ul className={classes.entries} aria-label={t('tab.managers')}>
            {managers.map((manager) => (
              <li key={manager.user_id} className={classes.entry}>
                <div className={classes.entryHead}>
                  <Who person={manager} to={maySeeUsers ? paths.adminUser(manager.user_id) : null} />
                  <StatusBadge tone="good" label={t('managers.since', { date: formatDate(manager.added_at) })} />
                </div>
                {mayManage && (
                  <Group gap="xs">
                    <Button
                      size="sm"
                      variant="default"
                      aria-label={t('dismiss.openFor', { name: manager.full_name })}
                      onClick={() => setAsking({ act: 'dismiss', manager })}
                    >
                      {t('dismiss.open')}
                    </Button>
                  </Group>
                )}
              </li>
            ))}
            {invitations.map((invitation) => (
              <li key={invitation.id} className={classes.entry}>
                <div className={classes.entryHead}>
                  <Who person={invitation} to={null} />
                  <StatusBadge
                    tone="waiting"
                    label={
                      invitation.sent_at === null
                        ? t('managers.leaving')
                        : t('managers.invited', { date: formatDate(invitation.sent_at) })
                    }
                  />
                </div>
                {mayManage && (
                  <Group gap="xs">
                    {open && (
                      <Button
                        size="sm"
                        variant="default"
                        aria-label={t('resend.openFor', { name: invitation.full_name })}
                        onClick={() => setAsking({ act: 'resend', invitation })}
                      >
                        {t('resend.open')}
                      </Button>
                    )}
                    <Button
                      size="sm"
                      variant="default"
                      aria-label={t('withdraw.openFor', { name: invitation.full_name })}
                      onClick={() => setAsking({ act: 'withdraw', invitation })}
                    >
                      {t('withdraw.open')}
                    </Button>
                  </Group>
                )}
              </li>
            ))}
          </ul>
        )}
      </DataState>
      {asking?.act === 'appoint' && <AppointDialog institutionId={institution.id} onClose={close} />}
      {asking?.act === 'dismiss' && (
        <DismissDialog institutionId={institution.id} manager={asking.manager} onClose={close} />
      )}
      {asking?.act === 'resend' && (
        <ResendDialog institutionId={institution.id} invitation={asking.invitation} onClose={close} />
      )}
      {asking?.act === 'withdraw' && <WithdrawDialog invitation={asking.invitation} onClose={close} />}
    </Stack>
  );
}

function Who({ person, to }: { person: { full_name: string; email: string }; to: string | null }) {
  return (
    <div>
      {to === null ? (
        <Text fw={650}>{person.full_name}</Text>
      ) : (
        <Anchor component={Link} to={to} fw={650} className="tap">
          {person.full_name || person.email}
        </Anchor>
      )}
      <Text size="sm" c="dimmed">
        {person.email}
      </Text>
    </div>
  );
}

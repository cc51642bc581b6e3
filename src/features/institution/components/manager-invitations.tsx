import { Button, Group } from '@mantine/core';
import { IconMailForward, IconMailOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '~/components/notify';
import { StatusBadge } from '~/components/status-badge';
import { formatDate } from '~/lib/format/dates';
import { useInviteManager } from '../api/invite-manager';
import { invitationStanding, type InvitationStanding } from '../model/invitation-standing';
import type { ManagerInvitation } from '../team-schemas';
import classes from './team.module.css';
import { useInstitution } from './use-institution';
import { useInviteText } from './use-invite-text';
import { WithdrawInvitation } from './withdraw-invitation';

const tones = { queued: 'neutral', waiting: 'waiting', expired: 'warning' } as const;

/** `now`: when the list was read. */
export function ManagerInvitations({ invitations, now }: { invitations: ManagerInvitation[]; now: number }) {
  const { t } = useTranslation('institution');
  const [withdrawing, setWithdrawing] = useState<ManagerInvitation | null>(null);
  return (
    <>
      <ul className={classes.people} aria-label={t('team.invited')}>
        {invitations.map((invitation) => (
          <Invitation
            key={invitation.id}
            invitation={invitation}
            standing={invitationStanding(invitation, now)}
            onWithdraw={() => setWithdrawing(invitation)}
          />
        ))}
      </ul>
      <WithdrawInvitation invitation={withdrawing} onClose={() => setWithdrawing(null)} />
    </>
  );
}

type Props = { invitation: ManagerInvitation; standing: InvitationStanding; onWithdraw: () => void };

function Invitation({ invitation, standing, onWithdraw }: Props) {
  const { t } = useTranslation('institution');
  const invite = useInviteManager(useInstitution().id);
  const inviteText = useInviteText();
  const { email, full_name: name } = invitation;
  const again = () =>
    invite.mutate(
      { email, fullName: name },
      {
        onSuccess: () => void notify('success', t('team.invite.sent', { email })),
        onError: (error) => void notify('error', inviteText(error, email)),
      },
    );
  return (
    <li className={classes.row}>
      <div className={classes.person}>
        <div className={classes.name}>
          {name || email}
          <StatusBadge tone={tones[standing]} label={t(`team.standing.${standing}`)} />
        </div>
        <span>{email}</span>
        <span>
          {standing === 'queued' || invitation.expires_at === null
            ? t('team.invitedOn', { date: formatDate(invitation.created_at) })
            : t(`team.until.${standing}`, { date: formatDate(invitation.expires_at) })}
        </span>
      </div>
      <Group gap={4}>
        <Button
          variant="default"
          size="sm"
          loading={invite.isPending}
          leftSection={<IconMailForward size={18} aria-hidden="true" />}
          aria-label={t('team.againTo', { email })}
          onClick={again}
        >
          {t('team.again')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="sm"
          leftSection={<IconMailOff size={18} aria-hidden="true" />}
          aria-label={t('team.withdrawOf', { email })}
          onClick={onWithdraw}
        >
          {t('team.withdraw')}
        </Button>
      </Group>
    </li>
  );
}

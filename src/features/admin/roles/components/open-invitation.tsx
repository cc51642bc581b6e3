import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '~/components/notify';
import { ReasonModal } from '~/components/reason-modal';
import { StatusBadge } from '~/components/status-badge';
import { formatDate } from '~/lib/format/dates';
import { useSteerInvitation } from '../api/steer-invitation';
import type { StaffInvitation } from '../schemas';
import classes from './role-of-person.module.css';
import { StaffRoles } from './staff-parts';
import { useOwnRights } from './use-own-rights';
import { useRefusalText } from './use-refusal-text';

type Way = 'resend' | 'withdraw';

export function OpenInvitation({ invitation }: { invitation: StaffInvitation }) {
  const { t } = useTranslation('adminRoles');
  const { mayInvite } = useOwnRights();
  const { email } = invitation;
  const refusal = useRefusalText();
  const steer = useSteerInvitation();
  const [asking, setAsking] = useState<Way | null>(null);
  // Its words stay while the window closes.
  const [way, setWay] = useState<Way>('resend');
  const ask = (next: Way) => {
    setWay(next);
    setAsking(next);
  };
  return (
    <div className={classes.row}>
      <InvitationFacts invitation={invitation} />
      {mayInvite && (
        <Group gap="xs" justify="flex-end">
          {(['resend', 'withdraw'] as const).map((each) => (
            <Button
              key={each}
              variant="default"
              size="sm"
              aria-label={t(`invitation.${each}Named`, { email })}
              onClick={() => ask(each)}
            >
              {t(`invitation.${each}`)}
            </Button>
          ))}
        </Group>
      )}
      <ReasonModal
        opened={asking !== null}
        title={t(`invitation.${way}Title`)}
        confirmLabel={t(`invitation.${way}`)}
        destructive={way === 'withdraw'}
        warning={t('invitation.withdrawWarning')}
        busy={steer.isPending}
        onClose={() => setAsking(null)}
        onConfirm={(reason) =>
          steer.mutate(
            { way, invitationId: invitation.id, reason },
            {
              onSuccess: () =>
                void notify('success', t(way === 'resend' ? 'invitation.resent' : 'invitation.withdrawn', { email })),
              onError: (error) => void notify('error', refusal(error)),
              onSettled: () => setAsking(null),
            },
          )
        }
      >
        {t(`invitation.${way}Body`, { email })}
      </ReasonModal>
    </div>
  );
}

function InvitationFacts({ invitation }: { invitation: StaffInvitation }) {
  const { t } = useTranslation('adminRoles');
  const { sent_at: sent, expires_at: until, invited_by: by } = invitation;
  const [now] = useState(() => Date.now());
  const expired = until !== null && Date.parse(until) < now;
  return (
    <div>
      <Text fw={650}>{invitation.full_name}</Text>
      <Text size="sm" c="dimmed">
        {invitation.email}
        {by !== null && ` · ${t('invitation.by', { name: by })}`}
      </Text>
      <Group gap="xs" my={4}>
        <StatusBadge
          tone={!invitation.stands ? 'bad' : expired ? 'warning' : 'waiting'}
          label={t(!invitation.stands ? 'invitation.fallen' : expired ? 'invitation.expired' : 'invitation.open')}
        />
        <StaffRoles person={{ roles: invitation.roles }} />
      </Group>
      <Text size="sm" c="dimmed">
        {!invitation.stands
          ? t('invitation.fallenBody')
          : sent === null || until === null
            ? t('invitation.queued', { date: formatDate(invitation.created_at) })
            : t('invitation.sent', { date: formatDate(sent), until: formatDate(until) })}
      </Text>
    </div>
  );
}

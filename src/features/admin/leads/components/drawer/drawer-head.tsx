import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconRepeat } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '~/lib/format/dates';
import { movesFrom } from '../../model/moves';
import type { LeadDetail } from '../../schemas';
import { LeadStatusBadge, LeadStatusIcon } from '../lead-status';
import { useLeadMoves } from '../moves/use-lead-moves';
import { useLeadRights } from '../use-lead-rights';
import classes from './drawer.module.css';

/** Where the lead stands, and where it can go. */
export function DrawerHead({ lead }: { lead: LeadDetail }) {
  const { t } = useTranslation('leads');
  const { mayManage, mayConvert } = useLeadRights();
  const { request } = useLeadMoves();
  const moves = mayManage ? movesFrom(lead.status, mayConvert) : [];
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <LeadStatusBadge status={lead.status} />
        <Text size="sm" c="dimmed">
          {t('table.kind', { kind: t(`kind.${lead.kind}`), reference: lead.reference })}
        </Text>
      </Group>
      {lead.enquiries > 1 && (
        <p className={classes.repeated}>
          <IconRepeat size={16} aria-hidden="true" />
          {t('drawer.enquiries', { count: lead.enquiries, date: formatDate(lead.last_enquiry_at) })}
        </p>
      )}
      {lead.lost_reason !== null && (
        <Alert color="gray" title={t('drawer.lostTitle')}>
          {lead.lost_reason}
        </Alert>
      )}
      {moves.length > 0 && (
        <div className={classes.moves} role="group" aria-label={t('move.to')}>
          <span className={classes.movesLabel} aria-hidden="true">
            {t('move.to')}
          </span>
          {moves.map((to, index) => (
            <Button
              key={to}
              size="sm"
              variant={index === 0 ? 'filled' : 'default'}
              leftSection={<LeadStatusIcon status={to} />}
              onClick={() => request(lead, to)}
            >
              {t(`move.item.${to}`)}
            </Button>
          ))}
        </div>
      )}
    </Stack>
  );
}

import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/Menu.layer.css';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { movesFrom } from '../model/moves';
import type { Lead } from '../schemas';
import { LeadStatusIcon } from './lead-status';
import { useHeldFocus, useLeadMoves } from './moves/use-lead-moves';
import { useLeadRights } from './use-lead-rights';

/** The moves that are legal now, for everybody who does not drag. `thumb` where it is the only way. */
export function MoveMenu({ lead, thumb = false }: { lead: Lead; thumb?: boolean }) {
  const { t } = useTranslation('leads');
  const { mayManage, mayConvert } = useLeadRights();
  const { request } = useLeadMoves();
  const button = useHeldFocus(lead.id, 'menu');
  const moves = mayManage ? movesFrom(lead.status, mayConvert) : [];
  if (moves.length === 0) return null;
  return (
    <Menu position="bottom-end" width={230} shadow="md">
      <Menu.Target>
        <ActionIcon
          ref={button}
          variant="subtle"
          color="gray"
          size={thumb ? 40 : 28}
          mt={thumb ? 0 : 4}
          aria-label={t('move.menu', { name: lead.institution_name })}
        >
          <IconDotsVertical size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('move.to')}</Menu.Label>
        {moves.map((to) => (
          <Menu.Item key={to} leftSection={<LeadStatusIcon status={to} />} onClick={() => request(lead, to, 'menu')}>
            {t(`move.item.${to}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

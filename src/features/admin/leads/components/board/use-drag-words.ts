import type { Announcements, UniqueIdentifier } from '@dnd-kit/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { leadOnBoard } from '../../model/board';
import { movesFrom } from '../../model/moves';
import type { Board } from '../../schemas';
import { useLeadRights } from '../use-lead-rights';
import { statusOf } from './drag-geometry';

/** What a screen reader hears while a card is moved. What the server then says is announced by whoever asked it. */
export function useDragWords(board: Board) {
  const { t } = useTranslation('leads');
  const { mayConvert } = useLeadRights();
  const away = useRef(false);
  const find = (id: UniqueIdentifier) => leadOnBoard(board, String(id));
  const nameOf = (id: UniqueIdentifier | undefined) => {
    const status = statusOf(id);
    return status === undefined ? undefined : t(`status.${status}`);
  };

  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      const lead = find(active.id);
      if (lead === undefined) return undefined;
      away.current = false;
      const targets = movesFrom(lead.status, mayConvert).map((status) => t(`status.${status}`));
      return t('drag.start', { name: lead.institution_name, status: nameOf(lead.status), targets: targets.join(', ') });
    },
    onDragOver: ({ active, over }) => {
      const status = nameOf(over?.id);
      // A card that was just picked up is over its own column; saying so would cut short what was said about it.
      if (!away.current && over?.id === find(active.id)?.status) return undefined;
      away.current = true;
      return status === undefined ? t('drag.overNothing') : t('drag.over', { status });
    },
    onDragEnd: ({ active, over }) => {
      const lead = find(active.id);
      const moved = lead !== undefined && over !== null && over.id !== lead.status;
      return moved ? t('drag.end', { status: nameOf(over.id) }) : t('drag.back');
    },
    onDragCancel: () => t('drag.cancel'),
  };
  return { announcements, screenReaderInstructions: { draggable: t('drag.instructions') } };
}

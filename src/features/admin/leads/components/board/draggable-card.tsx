import { useDraggable } from '@dnd-kit/core';
import { useMergedRef } from '@mantine/hooks';
import { IconGripVertical } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { movesFrom } from '../../model/moves';
import type { Lead } from '../../schemas';
import { LeadCard } from '../lead-card';
import { MoveMenu } from '../move-menu';
import { useHeldFocus } from '../moves/use-lead-moves';
import { useLeadRights } from '../use-lead-rights';
import classes from './board.module.css';

/** The whole card follows mouse and finger; the keyboard moves it by its handle. */
export function DraggableCard({ lead }: { lead: Lead }) {
  const { t } = useTranslation('leads');
  const { mayManage, mayConvert } = useLeadRights();
  const movable = mayManage && movesFrom(lead.status, mayConvert).length > 0;
  const { setNodeRef, setActivatorNodeRef, isDragging, listeners, attributes } = useDraggable({
    id: lead.id,
    data: { status: lead.status },
    disabled: !movable,
    attributes: { roleDescription: t('drag.role') },
  });
  const handle = useMergedRef<HTMLButtonElement>(useHeldFocus(lead.id, 'handle'), setActivatorNodeRef);
  if (!movable) return <LeadCard lead={lead} />;
  return (
    <div ref={setNodeRef} className={classes.draggable} data-dragging={isDragging || undefined} {...listeners}>
      <LeadCard
        lead={lead}
        handle={
          <button
            ref={handle}
            type="button"
            className={classes.handle}
            aria-label={t('drag.handle', { name: lead.institution_name })}
            {...attributes}
          >
            <IconGripVertical size={18} aria-hidden="true" />
          </button>
        }
        menu={<MoveMenu lead={lead} />}
      />
    </div>
  );
}

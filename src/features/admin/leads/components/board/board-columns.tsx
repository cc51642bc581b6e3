import { DndContext, DragOverlay } from '@dnd-kit/core';
import { leadOnBoard } from '../../model/board';
import { movesFrom } from '../../model/moves';
import type { Board } from '../../schemas';
import { LeadCard } from '../lead-card';
import type { ChangeFilters } from '../use-lead-filters';
import { useLeadRights } from '../use-lead-rights';
import { BoardColumnView } from './board-column';
import classes from './board.module.css';
import { overColumn } from './drag-geometry';
import { useBoardDrag } from './use-board-drag';
import { useDragWords } from './use-drag-words';

/** Columns side by side. A card is dragged, moved with the keyboard by its handle, or sent off by its menu. */
export function BoardColumns(props: { board: Board; busy: boolean; onMore: () => void; change: ChangeFilters }) {
  const { mayConvert } = useLeadRights();
  const { dragged, sensors, handlers } = useBoardDrag(props.board);
  const lead = dragged === null ? undefined : leadOnBoard(props.board, dragged);
  const open = lead && [lead.status, ...movesFrom(lead.status, mayConvert)];
  return (
    <DndContext
      id="leads"
      sensors={sensors}
      collisionDetection={overColumn}
      accessibility={useDragWords(props.board)}
      {...handlers}
    >
      <div className={classes.board}>
        {props.board.map((column) => (
          <BoardColumnView
            key={column.status}
            {...props}
            column={column}
            closed={open !== undefined && !open.includes(column.status)}
          />
        ))}
      </div>
      <DragOverlay className={classes.overlay} dropAnimation={null}>
        {lead && <LeadCard lead={lead} />}
      </DragOverlay>
    </DndContext>
  );
}

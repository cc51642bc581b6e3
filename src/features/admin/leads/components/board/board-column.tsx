import { useDroppable } from '@dnd-kit/core';
import { useId } from 'react';
import type { BoardColumn } from '../../schemas';
import type { ChangeFilters } from '../use-lead-filters';
import classes from './board.module.css';
import { ColumnHead, ColumnRest } from './column-parts';
import { DraggableCard } from './draggable-card';

/** `closed`: the card that is dragged now cannot go here. */
export function BoardColumnView(props: {
  column: BoardColumn;
  closed: boolean;
  busy: boolean;
  onMore: () => void;
  change: ChangeFilters;
}) {
  const { column, closed } = props;
  const headingId = useId();
  const { setNodeRef, isOver } = useDroppable({ id: column.status, disabled: closed });
  return (
    <section
      ref={setNodeRef}
      aria-labelledby={headingId}
      className={classes.column}
      data-status={column.status}
      data-closed={closed || undefined}
      data-over={(isOver && !closed) || undefined}
    >
      <ColumnHead column={column} id={headingId} />
      <ul className={classes.cards}>
        {column.leads.map((lead) => (
          <li key={lead.id}>
            <DraggableCard lead={lead} />
          </li>
        ))}
      </ul>
      <ColumnRest {...props} />
    </section>
  );
}

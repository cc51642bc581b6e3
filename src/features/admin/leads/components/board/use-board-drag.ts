import {
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
  type DragStartEvent,
} from '@dnd-kit/core';
import { useState } from 'react';
import { leadOnBoard } from '../../model/board';
import { movesFrom } from '../../model/moves';
import type { Board } from '../../schemas';
import { useLeadMoves } from '../moves/use-lead-moves';
import { useLeadRights } from '../use-lead-rights';
import { keysAlongColumns, statusOf } from './drag-geometry';

/** What is dragged, by what, and what a drop does. A short way is a click, and a short touch scrolls. */
export function useBoardDrag(board: Board) {
  const { mayConvert } = useLeadRights();
  const { request } = useLeadMoves();
  const [dragged, setDragged] = useState<string | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: keysAlongColumns(mayConvert) }),
  );

  const onDragStart = ({ active }: DragStartEvent) => setDragged(String(active.id));
  const onDragEnd = ({ active, over, activatorEvent }: DragEndEvent) => {
    setDragged(null);
    const lead = leadOnBoard(board, String(active.id));
    const to = statusOf(over?.id);
    if (lead === undefined || to === undefined || !movesFrom(lead.status, mayConvert).includes(to)) return;
    request(lead, to, activatorEvent instanceof KeyboardEvent ? 'handle' : undefined);
  };
  return { dragged, sensors, handlers: { onDragStart, onDragEnd, onDragCancel: () => setDragged(null) } };
}

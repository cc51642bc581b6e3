import {
  DndContext,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import type { ReactNode } from 'react';
import { keysAlongRows, overRow } from './drag-geometry';
import classes from './order-list.module.css';
import { OrderRow } from './order-row';
import { useOrderWords } from './use-order-words';

export type OrderEntry = { id: string; name: string; content: ReactNode };
type Props = {
  label: string;
  entries: OrderEntry[];
  /** Places count from 0. */
  onMove: (from: number, to: number) => void;
  /** Only part of the list is shown, or nobody may change it. */
  fixed?: boolean;
};

/** Rows in an order that people change: by dragging, by the keyboard on the handle, or by "up" and "down". */
export function OrderList({ label, entries, onMove, fixed = false }: Props) {
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: keysAlongRows }),
  );
  const placeOf = (id: unknown) => entries.findIndex((entry) => entry.id === id);
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const [from, to] = [placeOf(active.id), placeOf(over?.id)];
    if (from >= 0 && to >= 0 && from !== to) onMove(from, to);
  };
  return (
    <DndContext
      id={label}
      sensors={sensors}
      collisionDetection={overRow}
      accessibility={useOrderWords(entries)}
      onDragEnd={onDragEnd}
    >
      <ol className={classes.list} aria-label={label}>
        {entries.map((entry, place) => (
          <OrderRow
            key={entry.id}
            entry={entry}
            place={place}
            count={entries.length}
            fixed={fixed}
            onMove={(to) => onMove(place, to)}
          />
        ))}
      </ol>
    </DndContext>
  );
}

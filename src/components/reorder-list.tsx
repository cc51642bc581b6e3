import {
  closestCenter,
  DndContext,
  PointerSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from './announce';
import classes from './reorder-list.module.css';

type Props<T> = {
  label: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  /** What screen readers call it. */
  nameOf: (item: T, index: number) => string;
  onMove: (from: number, to: number) => void;
  disabled?: boolean;
  children: (item: T, index: number) => ReactNode;
};

const steps = { up: -1, down: 1 };
type Step = keyof typeof steps;

/** A list put in order by dragging, or by buttons, which work by keyboard, touch and screen reader alike. */
export function ReorderList<T>({ label, items, keyOf, nameOf, onMove, disabled = false, children }: Props<T>) {
  const { t } = useTranslation('admin');
  const listId = useId();
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const moved = useRef<{ key: string; step: Step } | null>(null);
  useEffect(() => {
    if (moved.current === null) return;
    // A row that was moved in the page lost the focus; at an end its button is off, and the other one takes it.
    const { key, step } = moved.current;
    moved.current = null;
    const buttons = [step, step === 'up' ? 'down' : 'up'].map((each) =>
      document.getElementById(`${listId}-${key}-${each}`),
    );
    buttons.find((button) => button !== null && !button.hasAttribute('disabled'))?.focus();
  });
  const move = (from: number, to: number) => {
    const item = items[from];
    if (item === undefined || to < 0 || to >= items.length || from === to) return;
    onMove(from, to);
    announce(t('reorder.moved', { item: nameOf(item, from), place: to + 1, total: items.length }));
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={({ active, over }) => {
        if (over !== null) move(indexOf(active.id), indexOf(over.id));
      }}
    >
      <ol className={classes.list} aria-label={label}>
        {items.map((item, index) => (
          <Row key={keyOf(item)} id={keyOf(item)} disabled={disabled}>
            {children(item, index)}
            <span className={classes.moves}>
              {(['up', 'down'] as const).map((step) => (
                <ActionIcon
                  key={step}
                  id={`${listId}-${keyOf(item)}-${step}`}
                  variant="subtle"
                  color="gray"
                  size={44}
                  disabled={disabled || (step === 'up' ? index === 0 : index === items.length - 1)}
                  aria-label={t(`reorder.${step}`, { item: nameOf(item, index) })}
                  onClick={() => {
                    moved.current = { key: keyOf(item), step };
                    move(index, index + steps[step]);
                  }}
                >
                  {step === 'up' ? (
                    <IconArrowUp size={18} aria-hidden="true" />
                  ) : (
                    <IconArrowDown size={18} aria-hidden="true" />
                  )}
                </ActionIcon>
              ))}
            </span>
          </Row>
        ))}
      </ol>
    </DndContext>
  );

  function indexOf(id: string | number) {
    return items.findIndex((item) => keyOf(item) === id);
  }
}

function Row({ id, disabled, children }: { id: string; disabled: boolean; children: ReactNode }) {
  const { listeners, setNodeRef: setDragged, transform, isDragging } = useDraggable({ id, disabled });
  const { setNodeRef: setDropped, isOver } = useDroppable({ id });
  return (
    <li
      ref={(node) => {
        setDragged(node);
        setDropped(node);
      }}
      className={classes.row}
      data-dragging={isDragging || undefined}
      data-over={(isOver && !isDragging) || undefined}
      style={transform === null ? undefined : { transform: `translateY(${transform.y}px)` }}
    >
      <span className={classes.grip} aria-hidden="true" {...listeners}>
        <IconGripVertical size={18} />
      </span>
      {children}
    </li>
  );
}

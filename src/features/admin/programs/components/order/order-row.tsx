import { useDraggable, useDroppable } from '@dnd-kit/core';
import { ActionIcon } from '@mantine/core';
import { useMergedRef } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { announce } from '~/components/announce';
import type { OrderEntry } from './order-list';
import classes from './order-list.module.css';

type Props = { entry: OrderEntry; place: number; count: number; fixed: boolean; onMove: (to: number) => void };

export function OrderRow({ entry, place, count, fixed, onMove }: Props) {
  const { t } = useTranslation('programs');
  const { name } = entry;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, isDragging, transform } = useDraggable({
    id: entry.id,
    disabled: fixed,
    attributes: { roleDescription: t('order.role') },
  });
  const { setNodeRef: setDropRef, isOver } = useDroppable({ id: entry.id, disabled: fixed });
  const ref = useMergedRef(setNodeRef, setDropRef);
  const go = (to: number) => {
    onMove(to);
    announce(t('order.end', { name, place: to + 1, count }));
  };
  const moving = transform === null ? undefined : { transform: `translateY(${transform.y}px)` };
  return (
    <li
      ref={ref}
      className={classes.row}
      style={moving}
      data-dragging={isDragging || undefined}
      data-over={(isOver && !isDragging) || undefined}
    >
      {!fixed && (
        <button
          ref={setActivatorNodeRef}
          type="button"
          className={classes.handle}
          {...attributes}
          {...listeners}
          aria-label={t('order.handle', { name })}
        >
          <IconGripVertical size={18} aria-hidden="true" />
        </button>
      )}
      <div className={classes.content}>{entry.content}</div>
      {!fixed && (
        <div className={classes.steps}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('order.up', { name })}
            // Stays where the focus is when the row has come to the end.
            aria-disabled={place === 0}
            data-disabled={place === 0 || undefined}
            onClick={() => place > 0 && go(place - 1)}
          >
            <IconArrowUp size={18} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('order.down', { name })}
            aria-disabled={place === count - 1}
            data-disabled={place === count - 1 || undefined}
            onClick={() => place < count - 1 && go(place + 1)}
          >
            <IconArrowDown size={18} aria-hidden="true" />
          </ActionIcon>
        </div>
      )}
    </li>
  );
}

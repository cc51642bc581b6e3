import { pointerWithin, type CollisionDetection, type KeyboardCoordinateGetter } from '@dnd-kit/core';

const middle = ({ top, height }: { top: number; height: number }) => top + height / 2;

/** The row under the pointer. Moved by keys, it is the row whose middle is nearest. */
export const overRow: CollisionDetection = (args) => {
  if (args.pointerCoordinates !== null) return pointerWithin(args);
  const distances = args.droppableContainers.flatMap(({ id }) => {
    const rect = args.droppableRects.get(id);
    return rect === undefined ? [] : [{ id, data: { value: Math.abs(middle(rect) - middle(args.collisionRect)) } }];
  });
  return distances.toSorted((one, other) => one.data.value - other.data.value).slice(0, 1);
};

/** Up and down go from row to row; left and right mean nothing. */
export const keysAlongRows: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const step = event.code === 'ArrowUp' ? -1 : event.code === 'ArrowDown' ? 1 : 0;
  if (step === 0 || context.collisionRect === null) return undefined;
  event.preventDefault();
  const rows = [...context.droppableRects.entries()].toSorted(([, one], [, other]) => one.top - other.top);
  const over = rows.findIndex(([id]) => id === context.over?.id);
  const target = rows[over + step]?.[1];
  if (target === undefined) return undefined;
  return { x: currentCoordinates.x, y: currentCoordinates.y + middle(target) - middle(context.collisionRect) };
};

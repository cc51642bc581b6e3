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

/** The row above (-1) or below (1) another, as they stand on the page. */
export function rowBeside<Id, Rect extends { top: number }>(
  rows: readonly (readonly [Id, Rect])[],
  id: unknown,
  step: 1 | -1,
) {
  const ordered = rows.toSorted(([, one], [, other]) => one.top - other.top);
  const place = ordered.findIndex(([each]) => each === id);
  return place === -1 ? undefined : ordered[place + step];
}

/** Up and down go from row to row; left and right mean nothing. */
export const keysAlongRows: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const step = event.code === 'ArrowUp' ? -1 : event.code === 'ArrowDown' ? 1 : 0;
  if (step === 0 || context.collisionRect === null) return undefined;
  event.preventDefault();
  const target = rowBeside([...context.droppableRects.entries()], context.over?.id, step)?.[1];
  if (target === undefined) return undefined;
  return { x: currentCoordinates.x, y: currentCoordinates.y + middle(target) - middle(context.collisionRect) };
};

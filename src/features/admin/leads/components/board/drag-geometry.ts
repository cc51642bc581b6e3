import { pointerWithin, type CollisionDetection, type KeyboardCoordinateGetter } from '@dnd-kit/core';
import { leadStatuses, neighbour } from '../../model/moves';

const middle = ({ left, width }: { left: number; width: number }) => left + width / 2;
export const statusOf = (id: unknown) => leadStatuses.find((status) => status === id);

/** The column under the pointer. Moved by keys, a card is over the column whose middle is nearest to its own. */
export const overColumn: CollisionDetection = (args) => {
  if (args.pointerCoordinates !== null) return pointerWithin(args);
  const distances = args.droppableContainers.flatMap(({ id }) => {
    const rect = args.droppableRects.get(id);
    return rect === undefined ? [] : [{ id, data: { value: Math.abs(middle(rect) - middle(args.collisionRect)) } }];
  });
  return distances.toSorted((one, other) => one.data.value - other.data.value).slice(0, 1);
};

/** Left and right go from legal column to legal column; up and down mean nothing, since the server orders the cards. */
export const keysAlongColumns =
  (mayConvert: boolean): KeyboardCoordinateGetter =>
  (event, { active, currentCoordinates, context }) => {
    const direction = event.code === 'ArrowLeft' ? 'left' : event.code === 'ArrowRight' ? 'right' : null;
    const home = statusOf(context.draggableNodes.get(active)?.data.current?.status);
    if (direction === null || home === undefined) return undefined;
    event.preventDefault();
    const over = statusOf(context.over?.id) ?? home;
    const target = context.droppableRects.get(neighbour(over, home, direction, mayConvert));
    const card = context.collisionRect;
    if (target === undefined || card === null) return undefined;
    return { x: currentCoordinates.x + middle(target) - middle(card), y: currentCoordinates.y };
  };

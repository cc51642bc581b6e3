import type { SeatsNeeded } from '../import-schemas';

export type SeatPlan = SeatsNeeded & {
  /** How many of the ready rows get a seat, the first in the order of the file. */
  enrolled: number;
  refused: number;
};

/** What confirming brings for each track, by the seats left when the file was checked. */
export function planSeats(needed: readonly SeatsNeeded[]): SeatPlan[] {
  return needed.map((track) => {
    const enrolled = Math.min(track.needed, Math.max(track.left, 0));
    return { ...track, enrolled, refused: track.needed - enrolled };
  });
}

export const countEnrolled = (plan: readonly SeatPlan[]): number =>
  plan.reduce((sum, { enrolled }) => sum + enrolled, 0);

/**
 * Milliseconds until the next look, after `looks` looks: quick while a person waits at the screen,
 * then slower, so that a long wait costs little.
 */
export function pollInterval(looks: number): number {
  if (looks < 15) return 2_000;
  return looks < 40 ? 5_000 : 20_000;
}

const longestWait = 600_000;

/** Milliseconds until the room of a booked exam opens; ten minutes at most, since a sleeping device does not count them. */
export function untilOpen(opensInSeconds: number): number {
  return Math.min(opensInSeconds * 1000 + 500, longestWait);
}

const firstMs = 1_000;
const longestMs = 30_000;

/**
 * Waiting time before try number `failures + 1`: doubles from 1 s to 30 s, and half of it is chance,
 * so that a room of learners does not come back at the same moment. `random` is in [0, 1).
 */
export function backoffMs(failures: number, random: number): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.max(0, failures - 1));
  return Math.round(full / 2 + (full / 2) * random);
}

/**
 * Milliseconds until the next look, after `looks` looks: quick while a person waits at the screen,
 * then slower, so that a long wait costs little.
 */
export function pollInterval(looks: number): number {
  if (looks < 15) return 2_000;
  return looks < 40 ? 5_000 : 20_000;
}

/** Seconds between two saves while the video plays. */
const saveEverySeconds = 10;
/** A video left this close to its end begins anew. */
const endMarginSeconds = 5;
/** A step of the playhead larger than this is a jump, not watching. Covers double speed at the slowest event rate. */
const largestStepSeconds = 2.5;

/** Where to begin: the kept position, or the start when there is none or the video was seen to its end. */
export function resumePosition(kept: number | null, duration: number | null): number {
  if (kept === null || !Number.isFinite(kept) || kept < 1) return 0;
  if (duration !== null && Number.isFinite(duration) && kept >= duration - endMarginSeconds) return 0;
  return kept;
}

export type Watching = { position: number; watched: number };

/** The playhead moved to `position`: time that went by playing counts as watched, a jump does not. */
export function advance(watching: Watching, position: number): Watching {
  const step = position - watching.position;
  const seen = step > 0 && step <= largestStepSeconds ? step : 0;
  return { position, watched: watching.watched + seen };
}

/** Whether enough went by since the last save, in either direction. */
export function isSaveDue(saved: Watching, current: Watching): boolean {
  return (
    Math.abs(current.position - saved.position) >= saveEverySeconds ||
    current.watched - saved.watched >= saveEverySeconds
  );
}

/** Autosaving rests in the last seconds, so that a save never races the submission. */
const saveQuietMs = 3_000;
/** Remaining minutes at which the time is read out. */
const announcedMinutes = [5, 1] as const;

export type CountdownTone = 'calm' | 'soon' | 'urgent';

/** Never below zero. */
export function remainingMs(deadlineAt: string, now: number): number {
  return Math.max(0, Date.parse(deadlineAt) - now);
}

export function countdownTone(remaining: number): CountdownTone {
  if (remaining <= 60_000) return 'urgent';
  return remaining <= 300_000 ? 'soon' : 'calm';
}

/** `mm:ss`, or `h:mm:ss` from an hour on. A started second counts, so that 0:00 means over. */
export function formatCountdown(remaining: number): string {
  const seconds = Math.ceil(remaining / 1_000);
  const pad = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor((seconds % 3_600) / 60);
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${pad(minutes)}:${pad(seconds % 60)}`;
}

/**
 * The minutes to read out on the way from `previous` to `current` remaining time, or null.
 * After a sleep that crosses several marks only the last one is said.
 */
export function minutesToAnnounce(previous: number, current: number): number | null {
  const crossed = announcedMinutes.filter((minutes) => previous > minutes * 60_000 && current <= minutes * 60_000);
  return current > 0 ? (crossed.at(-1) ?? null) : null;
}

export function mayAutosave(remaining: number): boolean {
  return remaining > saveQuietMs;
}

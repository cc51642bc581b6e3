/** India keeps one offset the whole year round. */
const offsetMs = 5.5 * 3_600_000;
const dayMs = 86_400_000;
/** Days from 30 December 1899, where a workbook begins to count, to 1970. */
const workbookEpoch = 25_569;

/** `2026-04-01 09:41`, or the day alone: spreadsheets take both for what they are. */
export function indiaText(at: Date, as: 'time' | 'day'): string {
  const wall = new Date(at.getTime() + offsetMs).toISOString();
  return as === 'day' ? wall.slice(0, 10) : `${wall.slice(0, 10)} ${wall.slice(11, 16)}`;
}

/** India's wall clock as a workbook counts it: days, the time of day as their fraction. */
export function indiaSerial(at: Date, as: 'time' | 'day'): number {
  const minutes = Math.floor((at.getTime() + offsetMs) / 60_000);
  const days = minutes / (dayMs / 60_000) + workbookEpoch;
  return as === 'day' ? Math.floor(days) : days;
}

/** Midnight in India of a day such as `2026-04-01`. */
export function indiaDay(day: string): Date {
  return new Date(`${day}T00:00:00+05:30`);
}

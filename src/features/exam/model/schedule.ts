const minuteMs = 60_000;
/** An exam room needs this long to be made ready. */
const leadMinutes = 5;
/** Furthest ahead that a date is offered. */
const horizonDays = 90;

/** The value of a `datetime-local` field for a moment, in the zone of the browser. */
export function toLocalInput(moment: number): string {
  const date = new Date(moment);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}T${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** The moment that a `datetime-local` value names in the zone of the browser, or null. */
export function fromLocalInput(value: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(value)) return null;
  const moment = new Date(value).getTime();
  return Number.isNaN(moment) ? null : moment;
}

/** The first minute that may be chosen. */
export function earliest(now: number): number {
  return Math.ceil((now + leadMinutes * minuteMs) / minuteMs) * minuteMs;
}

export function latest(now: number): number {
  return now + horizonDays * 24 * 60 * minuteMs;
}

/** A good first offer: the next full hour that leaves at least an hour. */
export function suggested(now: number): number {
  const date = new Date(now + 60 * minuteMs);
  if (date.getMinutes() > 0 || date.getSeconds() > 0 || date.getMilliseconds() > 0)
    date.setHours(date.getHours() + 1, 0, 0, 0);
  return date.getTime();
}

export type ScheduleFault = 'unreadable' | 'too_soon' | 'too_late';

export function scheduleFault(value: string, now: number): ScheduleFault | null {
  const moment = fromLocalInput(value);
  if (moment === null) return 'unreadable';
  if (moment < now + leadMinutes * minuteMs) return 'too_soon';
  return moment > latest(now) ? 'too_late' : null;
}

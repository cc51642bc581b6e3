// The product is sold in India, and a day ends there at once for everybody who works on a lead. Swedish writes dates as ISO 8601 does.
const inIndia = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Kolkata' });

/** 2026-11-25: the day in India, as the database counts days. */
export const today = (now: Date = new Date()): string => inIndia.format(now);

/** The same day a year later; the last of February when there is no such day. */
export function yearLater(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const next = `${Number(year) + 1}-${month}`;
  return month === '02' && date === '29' ? `${next}-28` : `${next}-${date}`;
}

const withYear = new Intl.DateTimeFormat('en-IN', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const withoutYear = new Intl.DateTimeFormat('en-IN', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** 2026-11-25 → "25 Nov", where there is little room; another year than the present one is named. */
export const shortDay = (day: string, present: string = today()): string =>
  (day.slice(0, 4) === present.slice(0, 4) ? withoutYear : withYear).format(new Date(day));

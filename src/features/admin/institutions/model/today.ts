// Swedish writes dates as ISO 8601 does; the day is India's, as the database counts days.
const inIndia = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Kolkata' });

/** 2026-11-25 */
export const today = (now: Date = new Date()): string => inIndia.format(now);

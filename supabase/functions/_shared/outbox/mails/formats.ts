/** Mails are read in India: its dates, times and rupees. */
const timeZone = 'Asia/Kolkata';

export function formatRupees(paise: number): string {
  return new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR' }).format(paise / 100);
}

export function formatDay(instant: string): string {
  return new Intl.DateTimeFormat('en-IN', { dateStyle: 'long', timeZone }).format(new Date(instant));
}

export function formatMoment(instant: string): string {
  const moment = new Intl.DateTimeFormat('en-IN', { dateStyle: 'full', timeStyle: 'short', timeZone });
  return `${moment.format(new Date(instant))} IST`;
}

export function formatPercent(value: number): string {
  return `${Math.round(value * 10) / 10} %`;
}

export function formatCount(count: number): string {
  return new Intl.NumberFormat('en-IN').format(count);
}

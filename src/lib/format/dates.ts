type Moment = string | number | Date;

const locale = 'en-IN';
const formatters = new Map<string, Intl.DateTimeFormat>();

function format(moment: Moment, options: Intl.DateTimeFormatOptions) {
  const key = JSON.stringify(options);
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(locale, options);
    formatters.set(key, formatter);
  }
  return formatter.format(new Date(moment));
}

/** 5 Mar 2026, in the person's own zone unless one is named. */
export const formatDate = (moment: Moment, timeZone?: string) => format(moment, { dateStyle: 'medium', timeZone });

/** 5 Mar 2026, 2:30 pm IST: the zone is named, since an exam is missed by not knowing it. */
export const formatDateTime = (moment: Moment, timeZone?: string) =>
  format(moment, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  });

export const spans = ['7', '30', '90', '365', 'own'] as const;
export type Span = (typeof spans)[number];

/** Days of India, both included. */
export type Period = { span: Span; from: string; to: string };

const longest = 3660;
const zone = 'Asia/Kolkata';
const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toISOString().startsWith(text);
const dayMs = 86_400_000;
const back = (day: string, days: number) => new Date(Date.parse(day) - days * dayMs).toISOString().slice(0, 10);

export const todayInIndia = (now: Date): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now);

export const daysOf = ({ from, to }: Pick<Period, 'from' | 'to'>): number =>
  (Date.parse(to) - Date.parse(from)) / dayMs + 1;

const isOwn = (from: string | null, to: string | null, today: string): boolean =>
  isDay(from) && isDay(to) && from <= to && to <= today && daysOf({ from, to }) <= longest;

/** The period that an address asks for; the last thirty days where it makes no sense. */
export function readPeriod(search: URLSearchParams, today: string): Period {
  const from = search.get('from');
  const to = search.get('to');
  if (from !== null && to !== null && isOwn(from, to, today)) return { span: 'own', from, to };
  const asked = spans.find((span) => span !== 'own' && span === search.get('days')) ?? '30';
  return { span: asked, from: back(today, Number(asked) - 1), to: today };
}

/** As the address says it; what is not said is the last thirty days. */
export const spanAddress = (span: Exclude<Span, 'own'>) => ({
  days: span === '30' ? null : span,
  from: null,
  to: null,
});

/** What is wrong with an own period; null when it can be asked for. */
export function faultOf(from: string, to: string, today: string): 'missing' | 'order' | 'future' | 'long' | null {
  if (!isDay(from) || !isDay(to)) return 'missing';
  if (from > to) return 'order';
  if (to > today) return 'future';
  return daysOf({ from, to }) > longest ? 'long' : null;
}

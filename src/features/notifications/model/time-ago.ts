import { formatDate } from '~/lib/format/dates';

const relative = new Intl.RelativeTimeFormat('en-IN', { numeric: 'auto' });
const steps = [
  { unit: 'minute', ms: 60_000, below: 3_600_000 },
  { unit: 'hour', ms: 3_600_000, below: 86_400_000 },
  { unit: 'day', ms: 86_400_000, below: 604_800_000 },
] as const;

/** 5 minutes ago, yesterday; the date once a week has passed. A moment that lies ahead (the clock here is wrong) is now. */
export function timeAgo(moment: string, now = Date.now()): string {
  const past = Math.max(0, now - Date.parse(moment));
  const step = steps.find(({ below }) => past < below);
  return step === undefined ? formatDate(moment) : relative.format(-Math.floor(past / step.ms), step.unit);
}

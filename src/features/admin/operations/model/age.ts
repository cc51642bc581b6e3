import { formatMinutes } from '~/lib/format/durations';

const minutesADay = 1440;

/** How long ago, roughly: "5 min", "3 h 20 min", "4 d". */
export function ageOf(moment: string, now: number): string {
  const minutes = Math.max(0, (now - Date.parse(moment)) / 60_000);
  return minutes < minutesADay ? formatMinutes(minutes) : `${Math.floor(minutes / minutesADay)} d`;
}

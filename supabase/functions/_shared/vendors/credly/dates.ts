/** Credly's own format, in UTC: `2026-04-01 09:41:00 +0000`. */
export function toCredlyTime(instant: string): string {
  const iso = new Date(instant).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} +0000`;
}

/** Credly asks for two names; a single name stands in both, as its own import does. */
export function splitName(fullName: string): { first: string; last: string } {
  const parts = fullName.trim().split(/\s+/);
  const last = parts.pop() ?? '';
  return { first: parts.join(' ') || last, last };
}

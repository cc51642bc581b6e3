/** Both days count. Midnight is that of the person who asks; null leaves an end open, and so does what is no day. */
export function periodOf(from: string, to: string): { from: string | null; to: string | null } {
  return { from: midnight(from, 0), to: midnight(to, 1) };
}

function midnight(day: string, later: number): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (parts === null) return null;
  const date = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + later);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

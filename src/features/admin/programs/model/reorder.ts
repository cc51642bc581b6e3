/** The list with one entry moved to another place; places beyond the ends are the ends. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const place = Math.min(Math.max(to, 0), list.length - 1);
  const next = list.filter((_entry, index) => index !== from);
  const entry = list.slice(from, from + 1);
  next.splice(place, 0, ...entry);
  return next;
}

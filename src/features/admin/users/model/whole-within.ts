/** A whole number as somebody typed it, null when it is none between the two. */
export function wholeWithin(typed: string, least: number, most: number): number | null {
  const text = typed.trim();
  if (!/^\d{1,9}$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

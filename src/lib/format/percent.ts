/** 69.9 → "69%": cut off, never rounded up, so that nobody reads a pass where there is none. */
export function formatPercent(percent: number): string {
  return `${Math.floor(percent)}%`;
}

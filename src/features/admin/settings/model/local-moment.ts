const two = (number: number) => String(number).padStart(2, '0');

/** A moment for a field of date and time, in the person's own zone: "2026-12-01T18:00". */
export function toLocalField(moment: string | null): string {
  if (moment === null) return '';
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return '';
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** What such a field holds as a moment; null when empty, undefined when it is none. */
export function fromLocalField(text: string): string | null | undefined {
  if (text === '') return null;
  if (!/^20\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text)) return undefined;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

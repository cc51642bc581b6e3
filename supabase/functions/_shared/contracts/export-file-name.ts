import type { ExportFormat, ExportList } from './export-list.ts';

/** Apart from the schemas, so that the app names a file without loading them. */
export function exportFileName(list: ExportList, format: ExportFormat, at: Date): string {
  // Swedish writes dates as ISO 8601 does; the day is India's.
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Kolkata' }).format(at);
  return `${list}-${day}.${format}`;
}

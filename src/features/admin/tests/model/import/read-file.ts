import type { ReadFile } from './imported';

export type FileFormat = 'gift' | 'csv';

export const largestFile = 2_000_000;

/** Null for what is no UTF-8 text. */
export async function textOfFile(file: Blob): Promise<string | null> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** By its name, or by a first line that names our columns. */
export function formatOf(name: string, text: string): FileFormat {
  if (/\.csv$/i.test(name)) return 'csv';
  const head = text.slice(0, text.search(/[\r\n]|$/)).toLowerCase();
  return /\bkind\b/.test(head) && /\bprompt\b/.test(head) ? 'csv' : 'gift';
}

/** The readers are loaded when a file is there. */
export async function readQuestions(format: FileFormat, text: string): Promise<ReadFile> {
  if (format === 'csv') {
    const { readCsv } = await import('./read-csv');
    return readCsv(text);
  }
  const { readGift } = await import('./read-gift');
  return readGift(text);
}

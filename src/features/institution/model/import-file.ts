import { maxImportBytes } from '@contracts/bulk-enrol.ts';

/** What the browser looks at before it uploads; whether the content is what the name says is for the server to find out. */
export const importEndings = ['csv', 'xlsx'] as const;
export type ImportEnding = (typeof importEndings)[number];

export type ImportFileFault = 'missing' | 'wrong_type' | 'empty' | 'too_large';

const contentTypes: Record<ImportEnding, string> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export function importEnding(name: string): ImportEnding | null {
  const ending = /\.([a-z]+)$/i.exec(name.trim())?.[1]?.toLowerCase();
  return importEndings.find((each) => each === ending) ?? null;
}

/** The name decides: Windows calls a CSV a spreadsheet, and some browsers give a file no type at all. */
export function importFileFault(file: { name: string; size: number } | null): ImportFileFault | null {
  if (file === null) return 'missing';
  if (importEnding(file.name) === null) return 'wrong_type';
  if (file.size === 0) return 'empty';
  return file.size > maxImportBytes ? 'too_large' : null;
}

/** Where an upload lies and as what; each has a path of its own, so that no file replaces another. */
export function importUpload(institutionId: string, userId: string, uploadId: string, ending: ImportEnding) {
  return { path: `${institutionId}/${userId}/${uploadId}.${ending}`, contentType: contentTypes[ending] };
}

/** What a bucket of identity documents takes; the bucket itself refuses the rest. */
export const documentTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export const largestDocumentBytes = 10 * 1024 * 1024;

export const documentKinds = ['passport', 'driving_licence', 'voter_id', 'pan_card', 'student_id'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export type DocumentFault = 'missing' | 'empty' | 'too_large' | 'wrong_type';

type FileFacts = { size: number; type: string };

export function documentFault(file: FileFacts | null): DocumentFault | null {
  if (file === null) return 'missing';
  if (!documentTypes.some((type) => type === file.type)) return 'wrong_type';
  if (file.size === 0) return 'empty';
  return file.size > largestDocumentBytes ? 'too_large' : null;
}

const endings: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

/** A path of its own for each upload; the name that the file had stays with its owner. */
export function documentPath(userId: string, uploadId: string, type: string): string {
  return `${userId}/${uploadId}.${endings[type] ?? 'bin'}`;
}

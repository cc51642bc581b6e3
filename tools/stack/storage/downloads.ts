import { objectNotFound, StorageError } from './errors.ts';
import type { Queryable } from './database.ts';
import type { FileStore } from './files.ts';

export interface ObjectRow {
  id: string;
  name: string;
  bucket_id: string;
  version: string | null;
  metadata: { size?: number; mimetype?: string; cacheControl?: string; eTag?: string } | null;
  user_metadata: Record<string, unknown> | null;
  created_at: Date;
  updated_at: Date;
  last_accessed_at: Date;
}

export async function findObject(db: Queryable, bucket: string, name: string): Promise<ObjectRow> {
  const { rows } = await db.query<ObjectRow>(
    `select id, name, bucket_id, version, metadata, user_metadata, created_at, updated_at, last_accessed_at
     from storage.objects where bucket_id = $1 and name = $2`,
    [bucket, name],
  );
  if (!rows[0]) throw objectNotFound();
  return rows[0];
}

/** The file itself, whole or the part that a video player asks for. */
export function sendObject(request: Request, files: FileStore, object: ObjectRow): Response {
  const size = object.metadata?.size ?? 0;
  const headers = new Headers({
    'content-type': object.metadata?.mimetype ?? 'application/octet-stream',
    'cache-control': object.metadata?.cacheControl ?? 'no-cache',
    etag: object.metadata?.eTag ?? '',
    'last-modified': object.updated_at.toUTCString(),
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
  });
  const download = new URL(request.url).searchParams.get('download');
  if (download !== null) {
    const name = encodeURIComponent(download || (object.name.split('/').at(-1) ?? 'file'));
    headers.set('content-disposition', `attachment; filename=${name}; filename*=UTF-8''${name};`);
  }
  if (request.headers.get('if-none-match') === object.metadata?.eTag)
    return new Response(null, { status: 304, headers });
  const range = requestedRange(request.headers.get('range'), size);
  headers.set('content-length', String(range ? range.end - range.start + 1 : size));
  if (range) headers.set('content-range', `bytes ${range.start}-${range.end}/${size}`);
  const body = request.method === 'HEAD' || !object.version ? null : files.read(object.version, range ?? undefined);
  return new Response(body, { status: range ? 206 : 200, headers });
}

function requestedRange(header: string | null, size: number): { start: number; end: number } | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  if (start > end || start >= size)
    throw new StorageError('416', 'InvalidRange', 'The requested range cannot be satisfied');
  return { start, end };
}

import { randomUUID } from 'node:crypto';
import type { Caller } from '../api/callers.ts';
import type { StorageDatabase } from './database.ts';
import { bucketNotFound, StorageError } from './errors.ts';
import type { FileStore } from './files.ts';

interface Upload {
  content: ReadableStream<Uint8Array> | null;
  contentType: string;
  cacheControl: string;
  userMetadata: Record<string, unknown> | null;
}

export interface UploadTarget {
  bucket: string;
  name: string;
  /** insert refuses an existing object, upsert replaces it, update wants one. */
  mode: 'insert' | 'upsert' | 'update';
}

/** Takes the body as storage-js sends it: a form with the file under an empty or any name, or the bytes themselves. */
export async function readUpload(request: Request): Promise<Upload> {
  const type = request.headers.get('content-type') ?? 'application/octet-stream';
  if (!type.startsWith('multipart/form-data')) {
    return {
      content: request.body,
      contentType: type,
      cacheControl: request.headers.get('cache-control') ?? 'no-cache',
      userMetadata: metadataHeader(request),
    };
  }
  const form = await request.formData();
  const file = [...form.values()].find((value) => value instanceof File);
  if (!(file instanceof File)) throw new StorageError('400', 'invalid_request', 'The form holds no file');
  const seconds = form.get('cacheControl');
  const metadata = form.get('metadata');
  return {
    content: file.stream(),
    contentType: file.type || 'application/octet-stream',
    cacheControl: typeof seconds === 'string' ? `max-age=${seconds}` : 'no-cache',
    userMetadata: typeof metadata === 'string' ? asRecord(JSON.parse(metadata)) : null,
  };
}

export function uploader(database: StorageDatabase, files: FileStore) {
  return async (
    caller: Caller | 'service',
    target: UploadTarget,
    upload: Upload,
  ): Promise<{ Id: string; Key: string }> => {
    checkName(target.name);
    const limits = await limitsOf(database, target.bucket);
    checkType(upload.contentType, limits.allowed_mime_types);
    const stored = await files.write(
      upload.content,
      limits.file_size_limit === null ? null : Number(limits.file_size_limit),
    );
    const metadata = {
      eTag: stored.eTag,
      size: stored.size,
      mimetype: upload.contentType,
      cacheControl: upload.cacheControl,
      lastModified: new Date().toISOString(),
      contentLength: stored.size,
      httpStatusCode: 200,
    };
    const owner = caller === 'service' ? null : (caller.claims.sub ?? null);
    const work =
      caller === 'service'
        ? database.asService
        : <T>(run: Parameters<typeof database.as<T>>[1]) => database.as(caller, run);
    try {
      const before = await versionOf(database, target);
      const id = before?.id ?? randomUUID();
      // No `returning`: it would ask for the right to select, which an upload does not need.
      await work(async (db) => {
        const values = [id, target.bucket, target.name, owner, metadata, stored.version, upload.userMetadata];
        if (target.mode === 'update') {
          const { rowCount } = await db.query(
            `update storage.objects set owner_id = $4::text, owner = $4::uuid, metadata = $5, version = $6, user_metadata = $7, updated_at = now()
             where id = $1 and bucket_id = $2 and name = $3`,
            values,
          );
          if (!rowCount) throw new StorageError('404', 'not_found', 'Object not found');
          return;
        }
        const onConflict =
          target.mode === 'upsert'
            ? `on conflict (bucket_id, name) do update set owner_id = excluded.owner_id, owner = excluded.owner, metadata = excluded.metadata,
               version = excluded.version, user_metadata = excluded.user_metadata, updated_at = now()`
            : '';
        const fresh = target.mode === 'upsert' ? values : [randomUUID(), ...values.slice(1)];
        await db.query(
          `insert into storage.objects (id, bucket_id, name, owner_id, owner, metadata, version, user_metadata)
           values ($1, $2, $3, $4::text, $4::uuid, $5, $6, $7) ${onConflict}`,
          fresh,
        );
      });
      if (before && target.mode !== 'insert') await files.remove(before.version);
      const after = await versionOf(database, target);
      return { Id: after?.id ?? id, Key: `${target.bucket}/${target.name}` };
    } catch (error) {
      await files.remove(stored.version);
      throw error;
    }
  };
}

async function limitsOf(database: StorageDatabase, bucket: string) {
  const { rows } = await database.asService((db) =>
    db.query<{ file_size_limit: string | null; allowed_mime_types: string[] | null }>(
      'select file_size_limit, allowed_mime_types from storage.buckets where id = $1',
      [bucket],
    ),
  );
  if (!rows[0]) throw bucketNotFound();
  return rows[0];
}

async function versionOf(database: StorageDatabase, { bucket, name }: UploadTarget) {
  const { rows } = await database.asService((db) =>
    db.query<{ id: string; version: string | null }>(
      'select id, version from storage.objects where bucket_id = $1 and name = $2',
      [bucket, name],
    ),
  );
  return rows[0];
}

function checkName(name: string): void {
  const sound =
    /^[\w/!\-.*'() &$@=;:+,?]+$/.test(name) &&
    name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
  if (!sound) throw new StorageError('400', 'InvalidKey', `Invalid key: ${name}`);
}

function checkType(type: string, allowed: string[] | null): void {
  if (!allowed?.length) return;
  const plain = type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!allowed.some((entry) => entry === plain || (entry.endsWith('/*') && plain.startsWith(entry.slice(0, -1))))) {
    throw new StorageError('415', 'invalid_mime_type', `mime type ${plain} is not supported`);
  }
}

function metadataHeader(request: Request): Record<string, unknown> | null {
  const header = request.headers.get('x-metadata');
  return header ? asRecord(JSON.parse(Buffer.from(header, 'base64').toString('utf8'))) : null;
}

function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null ? { ...value } : null;
}

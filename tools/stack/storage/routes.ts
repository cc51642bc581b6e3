import { Hono } from 'hono';
import { z } from 'zod';
import type { AuthEnv } from '../auth/context.ts';
import type { ApiConfig } from '../api/config.ts';
import { bucketRoutes } from './bucket-routes.ts';
import { storageDatabase } from './database.ts';
import { findObject, sendObject } from './downloads.ts';
import { objectNotFound, StorageError } from './errors.ts';
import { fileStore } from './files.ts';
import { listObjects, listRequest } from './listing.ts';
import { urlSigner } from './signed-urls.ts';
import { readUpload, uploader } from './uploads.ts';

/**
 * The Storage surface. Supabase Lite's own does not ask the policies on storage.objects and refuses what storage-js
 * sends, so this one surface is ours: rows in Postgres under row-level security, contents in the data folder.
 */
export function createStorage(config: ApiConfig) {
  const database = storageDatabase(config.databases.storage);
  const files = fileStore(config.filesDir);
  const signer = urlSigner(config.internalSecret);
  const upload = uploader(database, files);
  const app = new Hono<AuthEnv>().onError((error) => {
    if (error instanceof StorageError) return error.toResponse();
    console.error(`storage: ${error.name} ${'code' in error ? error.code : error.message}`);
    return new StorageError('500', 'internal', 'Internal Server Error').toResponse();
  });
  app.route('/bucket', bucketRoutes(database));

  /** `/object/<verb>/<bucket>/<name…>` → bucket and name, decoded once. */
  const target = (path: string, verb: string) => {
    const [bucket = '', ...rest] = (path.split(`/object/${verb}`)[1] ?? '').split('/').map(decodeURIComponent);
    return { bucket, name: rest.join('/') };
  };

  app.post('/object/list/:bucket', async (c) => {
    const wanted = listRequest.parse(await c.req.json());
    return c.json(await database.as(c.get('caller'), (db) => listObjects(db, c.req.param('bucket'), wanted)));
  });

  app.post('/object/upload/sign/*', async (c) => {
    const { bucket, name } = target(c.req.path, 'upload/sign/');
    const caller = c.get('caller');
    const mode = c.req.header('x-upsert') === 'true' ? 'upsert' : 'insert';
    // Asked now, as on hosted Storage: whoever holds the link later uploads with this right.
    await database.as(caller, async (db) => {
      await db.query('savepoint trial');
      await db.query('insert into storage.objects (bucket_id, name, owner_id) values ($1, $2, $3)', [
        bucket,
        name,
        caller.claims.sub ?? null,
      ]);
      await db.query('rollback to trial');
    });
    const path = `${bucket}/${name}`;
    const token = await signer.sign('upload', path, 7200, { upsert: mode === 'upsert' });
    return c.json({ url: `/object/upload/sign/${encodeURI(path)}?token=${token}`, token });
  });

  app.put('/object/upload/sign/*', async (c) => {
    const { bucket, name } = target(c.req.path, 'upload/sign/');
    const payload = await signer.verify('upload', `${bucket}/${name}`, c.req.query('token'));
    return c.json(
      await upload(
        'service',
        { bucket, name, mode: payload.upsert === true ? 'upsert' : 'insert' },
        await readUpload(c.req.raw),
      ),
    );
  });

  const signed = z.object({ expiresIn: z.number().int().positive(), paths: z.array(z.string()).optional() });
  app.post('/object/sign/*', async (c) => {
    const { bucket, name } = target(c.req.path, 'sign/');
    const { expiresIn, paths } = signed.parse(await c.req.json());
    const sign = async (path: string) =>
      `/object/sign/${bucket}/${path}?token=${await signer.sign('download', `${bucket}/${path}`, expiresIn)}`;
    if (!paths) {
      await database.as(c.get('caller'), (db) => findObject(db, bucket, name));
      return c.json({ signedURL: await sign(name) });
    }
    const { rows } = await database.as(c.get('caller'), (db) =>
      db.query<{ name: string }>('select name from storage.objects where bucket_id = $1 and name = any ($2)', [
        bucket,
        paths,
      ]),
    );
    const visible = new Set(rows.map((row) => row.name));
    return c.json(
      await Promise.all(
        paths.map(async (path) =>
          visible.has(path)
            ? { error: null, path, signedURL: await sign(path) }
            : { error: 'Either the object does not exist or you do not have access to it', path, signedURL: null },
        ),
      ),
    );
  });

  app.get('/object/sign/*', async (c) => {
    const { bucket, name } = target(c.req.path, 'sign/');
    await signer.verify('download', `${bucket}/${name}`, c.req.query('token'));
    return sendObject(c.req.raw, files, await database.asService((db) => findObject(db, bucket, name)));
  });

  app.get('/object/public/*', async (c) => {
    const { bucket, name } = target(c.req.path, 'public/');
    const object = await database.asService(async (db) => {
      const { rowCount } = await db.query('select from storage.buckets where id = $1 and public', [bucket]);
      if (!rowCount) throw new StorageError('404', 'Bucket not found', 'Bucket not found');
      return findObject(db, bucket, name);
    });
    return sendObject(c.req.raw, files, object);
  });

  app.get('/object/info/*', async (c) => {
    const { bucket, name } = target(
      c.req.path,
      c.req.path.includes('/object/info/authenticated/') ? 'info/authenticated/' : 'info/',
    );
    const object = await database.as(c.get('caller'), (db) => findObject(db, bucket, name));
    const { size, mimetype, cacheControl, eTag } = object.metadata ?? {};
    return c.json({
      id: object.id,
      name: object.name,
      version: object.version,
      bucket_id: bucket,
      size,
      content_type: mimetype,
      cache_control: cacheControl,
      etag: eTag,
      metadata: object.user_metadata,
      created_at: object.created_at,
      last_modified: object.updated_at,
    });
  });

  // `get` answers HEAD as well.
  app.get('/object/*', async (c) => {
    const verb = c.req.path.includes('/object/authenticated/') ? 'authenticated/' : '';
    const { bucket, name } = target(c.req.path, verb);
    return sendObject(c.req.raw, files, await database.as(c.get('caller'), (db) => findObject(db, bucket, name)));
  });

  const place = z.object({
    bucketId: z.string(),
    sourceKey: z.string(),
    destinationKey: z.string(),
    destinationBucket: z.string().optional(),
  });
  app.post('/object/move', async (c) => {
    const { bucketId, sourceKey, destinationKey, destinationBucket } = place.parse(await c.req.json());
    await database.as(c.get('caller'), async (db) => {
      const object = await findObject(db, bucketId, sourceKey);
      const moved = await db.query(
        'update storage.objects set bucket_id = $2, name = $3, updated_at = now() where id = $1',
        [object.id, destinationBucket ?? bucketId, destinationKey],
      );
      // Readable, but not theirs to change: as hosted, it is as if it were not there.
      if (!moved.rowCount) throw objectNotFound();
    });
    return c.json({ message: 'Successfully moved' });
  });

  app.post('/object/copy', async (c) => {
    const { bucketId, sourceKey, destinationKey, destinationBucket } = place.parse(await c.req.json());
    const object = await database.as(c.get('caller'), (db) => findObject(db, bucketId, sourceKey));
    const answer = await upload(
      c.get('caller'),
      {
        bucket: destinationBucket ?? bucketId,
        name: destinationKey,
        mode: c.req.header('x-upsert') === 'true' ? 'upsert' : 'insert',
      },
      {
        content: sendObject(new Request(c.req.url), files, object).body,
        contentType: object.metadata?.mimetype ?? 'application/octet-stream',
        cacheControl: object.metadata?.cacheControl ?? 'no-cache',
        userMetadata: object.user_metadata,
      },
    );
    return c.json(answer);
  });

  app.on(['POST', 'PUT'], '/object/*', async (c) => {
    const { bucket, name } = target(c.req.path, '');
    const mode = c.req.method === 'PUT' ? 'update' : c.req.header('x-upsert') === 'true' ? 'upsert' : 'insert';
    return c.json(await upload(c.get('caller'), { bucket, name, mode }, await readUpload(c.req.raw)));
  });

  app.delete('/object/*', async (c) => {
    const { bucket, name } = target(c.req.path, '');
    const names = name ? [name] : z.object({ prefixes: z.array(z.string()) }).parse(await c.req.json()).prefixes;
    const { rows } = await database.as(c.get('caller'), (db) =>
      db.query<{ version: string | null }>(
        'delete from storage.objects where bucket_id = $1 and name = any ($2) returning *',
        [bucket, names],
      ),
    );
    await Promise.all(rows.map((row) => files.remove(row.version)));
    return c.json(name ? { message: 'Successfully deleted' } : rows);
  });

  return { app, close: () => database.close() };
}

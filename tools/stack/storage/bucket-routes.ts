import { Hono } from 'hono';
import { z } from 'zod';
import type { AuthEnv } from '../auth/context.ts';
import type { StorageDatabase } from './database.ts';
import { bucketNotFound } from './errors.ts';

const columns =
  'id, name, owner, public, file_size_limit::float8 as file_size_limit, allowed_mime_types, created_at, updated_at';

const bucket = z.object({
  id: z.string().optional(),
  name: z.string().optional(),
  public: z.boolean().optional(),
  file_size_limit: z.number().nullish(),
  allowed_mime_types: z.array(z.string()).nullish(),
});

/** Buckets come from migrations; these are for reading them and for tests. Policies on storage.buckets decide. */
export function bucketRoutes(database: StorageDatabase) {
  const app = new Hono<AuthEnv>();

  app.get('/', async (c) => {
    const { rows } = await database.as(c.get('caller'), (db) =>
      db.query(`select ${columns} from storage.buckets order by name`),
    );
    return c.json(rows);
  });

  app.get('/:id', async (c) => {
    const { rows } = await database.as(c.get('caller'), (db) =>
      db.query(`select ${columns} from storage.buckets where id = $1`, [c.req.param('id')]),
    );
    if (!rows[0]) throw bucketNotFound();
    return c.json(rows[0]);
  });

  app.post('/', async (c) => {
    const body = bucket.parse(await c.req.json());
    const id = body.id ?? body.name;
    await database.as(c.get('caller'), (db) =>
      db.query(
        'insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types) values ($1, $2, $3, $4, $5)',
        [id, body.name ?? id, body.public ?? false, body.file_size_limit ?? null, body.allowed_mime_types ?? null],
      ),
    );
    return c.json({ name: id });
  });

  app.delete('/:id', async (c) => {
    const { rowCount } = await database.as(c.get('caller'), (db) =>
      db.query('delete from storage.buckets where id = $1', [c.req.param('id')]),
    );
    if (!rowCount) throw bucketNotFound();
    return c.json({ message: 'Successfully deleted' });
  });

  return app;
}

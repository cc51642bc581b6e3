import { z } from 'zod';
import type { Queryable } from './database.ts';

export const listRequest = z.object({
  prefix: z.string().default(''),
  limit: z.number().int().min(1).max(1000).default(100),
  offset: z.number().int().min(0).default(0),
  search: z.string().default(''),
  sortBy: z
    .object({
      column: z.enum(['name', 'created_at', 'updated_at', 'last_accessed_at']).default('name'),
      order: z.enum(['asc', 'desc']).catch('asc'),
    })
    .default({ column: 'name', order: 'asc' }),
});

/** One level of a bucket: the objects in a folder, and the folders below it without an id. */
export async function listObjects(
  db: Queryable,
  bucket: string,
  wanted: z.infer<typeof listRequest>,
): Promise<unknown[]> {
  const folder = wanted.prefix === '' || wanted.prefix.endsWith('/') ? wanted.prefix : `${wanted.prefix}/`;
  const { column, order } = wanted.sortBy;
  const { rows } = await db.query(
    `with inside as (
       select substr(name, length($2) + 1) as rest, id, created_at, updated_at, last_accessed_at, metadata
       from storage.objects where bucket_id = $1 and starts_with(name, $2))
     select * from (
       select split_part(rest, '/', 1) as name, null::uuid as id, null::timestamptz as created_at, null::timestamptz as updated_at,
         null::timestamptz as last_accessed_at, null::jsonb as metadata
       from inside where rest like '%/%' group by 1
       union all
       select rest, id, created_at, updated_at, last_accessed_at, metadata from inside where rest <> '' and rest not like '%/%') entries
     where starts_with(lower(name), lower($3))
     order by (id is null) desc, ${column} ${order} limit $4 offset $5`,
    [bucket, folder, wanted.search, wanted.limit, wanted.offset],
  );
  return rows;
}

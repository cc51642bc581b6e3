import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { projectDir } from '../db/supabase-cli.ts';

const manifestSchema = z.array(
  z.object({ file: z.string(), bucket: z.string(), path: z.string(), contentType: z.string() }),
);

/** Puts the demo videos and notes into Storage; what is there already stays. */
export async function uploadDemoMedia(apiUrl: string, secretKey: string, dbUrl: string): Promise<void> {
  const folder = join(projectDir, 'supabase/seeds/media');
  if (!existsSync(join(folder, 'manifest.json'))) return;
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  const client = new pg.Client({ connectionString: dbUrl });
  await client.connect();
  const { rows } = await client
    .query<{ key: string }>(`select bucket_id || '/' || name as key from storage.objects`)
    .finally(() => client.end());
  const present = new Set(rows.map((row) => row.key));
  const missing = manifest.filter(({ bucket, path }) => !present.has(`${bucket}/${path}`));
  await Promise.all(
    missing.map(async ({ file, bucket, path, contentType }) => {
      // A missing video should cost a video, not the whole stack.
      if (!existsSync(join(folder, file))) return console.warn(`Demo file ${file} is missing in supabase/seeds/media.`);
      const response = await fetch(`${apiUrl}/storage/v1/object/${bucket}/${path}`, {
        method: 'POST',
        headers: {
          apikey: secretKey,
          'content-type': contentType,
          'cache-control': 'max-age=3600',
          'x-upsert': 'true',
        },
        body: await readFile(join(folder, file)),
      });
      if (!response.ok) throw new Error(`Demo file ${file} was refused: ${await response.text()}`);
    }),
  );
}

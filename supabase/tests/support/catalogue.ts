import { randomUUID } from 'node:crypto';
import { insert, text } from './builders.ts';
import type { Database, Row } from './database.ts';

export const why = 'For the new term';
export const words = (sentence: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: sentence }] }],
});

/** A file in course-media as an upload leaves it; answers its path. */
export async function addMedia(db: Database, moduleId: string, name = 'video.mp4', bytes = 1000): Promise<string> {
  const path = `modules/${moduleId}/${randomUUID()}/${name}`;
  await insert(db, 'storage.objects', {
    bucket_id: 'course-media',
    name: path,
    metadata: JSON.stringify({ size: bytes }),
  });
  return path;
}

export async function versionOf(db: Database, kind: 'track' | 'module', id: string): Promise<number> {
  const version = await db.value(
    `select coalesce((select version from private.catalogue_drafts where kind = $1 and subject_id = $2), 0)`,
    [kind, id],
  );
  return Number(version);
}

/** A module that is being prepared, as create_module leaves it. */
export async function addUnpublishedModule(db: Database, columns: Row = {}): Promise<string> {
  return text(
    await insert(db, 'public.modules', { title: 'In work', active: false, published_at: null, ...columns }, 'id'),
  );
}

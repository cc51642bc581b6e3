import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { uuidOf } from '../../supabase/seeds/build/read-content.ts';
import type { Lesson } from './lesson.ts';

/** `file` is relative to the manifest; `path` is the object's name in the bucket. */
export function writeManifest(mediaDir: string, lessons: Lesson[]): void {
  const kinds = [
    ['video.mp4', 'video/mp4'],
    ['notes.pdf', 'application/pdf'],
    ['captions.vtt', 'text/vtt'],
  ] as const;
  const entries = lessons.flatMap((lesson) =>
    kinds.map(([name, contentType]) => ({
      file: `${lesson.name}/${name}`,
      bucket: 'course-media',
      path: `modules/${lesson.id}/${name}`,
      contentType,
    })),
  );
  const identity = {
    file: 'sample-identity.png',
    bucket: 'identity-documents',
    path: `${uuidOf(102)}/sample-identity.png`,
    contentType: 'image/png',
  };
  writeFileSync(join(mediaDir, 'manifest.json'), `${JSON.stringify([...entries, identity], null, 2)}\n`);
}

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export interface Finding {
  file: string;
  line: number;
  text: string;
}

// `.from(` also belongs to Array, Object and Set; those are not the database's.
const databaseCall =
  /(?<!\b(?:Array|Buffer|Date|Object|Iterator|Uint8Array|ReadableStream))\.(?:from|rpc|invoke)\s*(?:<[^>]*>)?\(/;
const allowed = /^src\/(?:features\/.+\/api\/|entities\/|lib\/supabase\/|testing\/)|\.test\.tsx?$/;

/** Lines of one source file that talk to the database where they must not. */
export function findDataAccess(file: string, source: string): Finding[] {
  if (allowed.test(file)) return [];
  return source
    .split('\n')
    .map((text, index) => ({ file, line: index + 1, text: text.trim() }))
    .filter(({ text }) => !text.startsWith('//') && !text.startsWith('*') && databaseCall.test(text));
}

/** Every such line below `src` of the project at `root`. */
export function checkDataAccess(root: string): Finding[] {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      return findDataAccess(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8'));
    });
}

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

export type JsonFile<T> = {
  readonly data: T;
  /** Writes once at the end of the current turn, however often it is called in it. */
  save(): void;
  flush(): void;
};

/** State held in memory and mirrored to a file, so that a restart (or a kill) keeps it. Without a path it lives in memory only. */
export function openJsonFile<T>(path: string | undefined, schema: z.ZodType<T>, empty: T): JsonFile<T> {
  const data = path && existsSync(path) ? read(path, schema) : empty;
  let scheduled: NodeJS.Immediate | null = null;

  const write = () => {
    scheduled = null;
    if (!path) return;
    mkdirSync(dirname(path), { recursive: true });
    const temporary = `${path}.${process.pid}.tmp`;
    writeFileSync(temporary, JSON.stringify(data));
    renameSync(temporary, path);
  };

  return {
    data,
    save() {
      if (path) scheduled ??= setImmediate(write);
    },
    flush() {
      if (!scheduled) return;
      clearImmediate(scheduled);
      write();
    },
  };
}

function read<T>(path: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`${path} does not hold this sandbox's data. Delete the file to start it afresh.`);
}

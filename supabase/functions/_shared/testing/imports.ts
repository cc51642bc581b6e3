import type { ImportCheck, ImportProgress } from '../db/imports.ts';
import type { FileBytes } from '../imports/read-whole.ts';
import type { FileFacts } from '../imports/read-import-file.ts';
import type { StagedRow } from '../imports/row-rules.ts';
import { UnreadableFile } from '../imports/unreadable-file.ts';

type FakeImport = {
  run: string;
  path: string;
  status: string;
  staged: StagedRow[];
  facts: FileFacts | null;
  refusal: UnreadableFile | null;
  enrolled: number;
};

/** Imports in memory, with what the database would do to their status. */
export function createFakeImports(files: Record<string, string>) {
  const imports = new Map<string, FakeImport>();
  const find = (id: string) => {
    const found = imports.get(id);
    if (!found) throw new Error(`No import ${id}`);
    return found;
  };
  const atWork = ({ id, run }: ImportCheck) => {
    const work = find(id);
    return work.status === 'checking' && work.run === run ? work : null;
  };
  return {
    imports,
    add(id: string, path: string, status = 'checking'): FakeImport {
      const created = { run: '', path, status, staged: [], facts: null, refusal: null, enrolled: 0 };
      imports.set(id, created);
      return created;
    },
    beginCheck: async (id: string): Promise<ImportCheck | null> => {
      const work = find(id);
      if (work.status !== 'checking') return null;
      Object.assign(work, { staged: [], run: crypto.randomUUID() });
      return { id, run: work.run, path: work.path };
    },
    openFile: async (path: string): Promise<FileBytes> => {
      const file = files[path];
      if (file === undefined) throw new UnreadableFile('file_missing');
      return new Blob([file]).stream();
    },
    stageRows: async (check: ImportCheck, rows: readonly StagedRow[]): Promise<boolean> => {
      const work = atWork(check);
      work?.staged.push(...rows);
      return work !== null;
    },
    finishCheck: async (check: ImportCheck, facts: FileFacts) =>
      void Object.assign(atWork(check) ?? {}, { facts, status: 'checked' }),
    refuse: async (check: ImportCheck, refusal: UnreadableFile) =>
      void Object.assign(atWork(check) ?? {}, { refusal, staged: [], status: 'unreadable' }),
    enrol: async (id: string, limit: number): Promise<ImportProgress> => {
      const work = find(id);
      const total = work.staged.length;
      if (work.status !== 'enrolling') return { status: work.status, done: work.enrolled, total, more: false };
      work.enrolled = Math.min(total, work.enrolled + limit);
      if (work.enrolled === total) work.status = 'done';
      return { status: work.status, done: work.enrolled, total, more: work.enrolled < total };
    },
  };
}

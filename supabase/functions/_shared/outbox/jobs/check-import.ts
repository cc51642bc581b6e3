import { z } from 'zod';
import type { ImportStore } from '../../db/imports.ts';
import { readImportFile } from '../../imports/read-import-file.ts';
import { UnreadableFile } from '../../imports/unreadable-file.ts';
import { parsePayload, type RunJob } from '../job.ts';

export type CheckImportDeps = {
  imports: Pick<ImportStore, 'beginCheck' | 'openFile' | 'stageRows' | 'finishCheck' | 'refuse'>;
};

/** Reads the file and hands its rows over; the database does the rest of the check. Broken off, it begins anew. */
export function createCheckImport({ imports }: CheckImportDeps): RunJob {
  return async ({ payload }) => {
    const { import_id } = parsePayload(payload, z.object({ import_id: z.uuid() }));
    const beginning = await imports.beginCheck(import_id);
    if (!beginning) return;
    try {
      const facts = await readImportFile(
        () => imports.openFile(beginning.path),
        (rows) => imports.stageRows(import_id, rows),
      );
      await imports.finishCheck(import_id, facts);
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      await imports.refuse(import_id, error);
    }
  };
}

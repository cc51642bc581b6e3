import { z } from 'zod';
import type { ImportStore } from '../../db/imports.ts';
import { readImportFile } from '../../imports/read-import-file.ts';
import { UnreadableFile } from '../../imports/unreadable-file.ts';
import { parsePayload, type RunJob } from '../job.ts';

export type CheckImportDeps = {
  imports: Pick<ImportStore, 'beginCheck' | 'openFile' | 'stageRows' | 'finishCheck' | 'refuse'>;
};

/** The import was called off, or another check took over. */
class UnwantedCheck extends Error {}

/** Reads the file and hands its rows over; the database does the rest of the check. Broken off, it begins anew. */
export function createCheckImport({ imports }: CheckImportDeps): RunJob {
  return async ({ payload }) => {
    const { import_id } = parsePayload(payload, z.object({ import_id: z.uuid() }));
    const check = await imports.beginCheck(import_id);
    if (!check) return;
    try {
      const facts = await readImportFile(await imports.openFile(check.path), async (rows) => {
        if (!(await imports.stageRows(check, rows))) throw new UnwantedCheck();
      });
      await imports.finishCheck(check, facts);
    } catch (error) {
      if (error instanceof UnwantedCheck) return;
      if (!(error instanceof UnreadableFile)) throw error;
      await imports.refuse(check, error);
    }
  };
}

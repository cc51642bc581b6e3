import { z } from 'zod';
import type { ImportStore } from '../../db/imports.ts';
import { parsePayload, type RunJob } from '../job.ts';

export type ForgetImportDeps = { imports: Pick<ImportStore, 'removeFile'> };

/** Deletes the file of an import whose rows are gone. A file that is no longer there is no fault. */
export function createForgetImport({ imports }: ForgetImportDeps): RunJob {
  return async ({ payload }) => {
    await imports.removeFile(parsePayload(payload, z.object({ path: z.string().min(1) })).path);
  };
}

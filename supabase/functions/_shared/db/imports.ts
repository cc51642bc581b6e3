import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { HttpError } from '../http/errors.ts';
import type { FileBytes } from '../imports/read-whole.ts';
import type { FileFacts } from '../imports/read-import-file.ts';
import type { StagedRow } from '../imports/row-rules.ts';
import { UnreadableFile } from '../imports/unreadable-file.ts';
import { callRpc, callVoidRpc } from './client.ts';

const bucket = 'imports';
const checkSchema = z.object({
  id: z.uuid(),
  /** Of this check: one that is taken over has no say any more. */
  run: z.uuid(),
  path: z.string().min(1),
});
export type ImportCheck = z.infer<typeof checkSchema>;
const progressSchema = z.object({
  status: z.string(),
  done: z.number().int(),
  total: z.number().int(),
  /** Whether rows are left for another batch. */
  more: z.boolean(),
});
export type ImportProgress = z.infer<typeof progressSchema>;

export function createImportStore(client: SupabaseClient) {
  return {
    /** Forgets what an earlier check had staged. Null when the import is not to be checked, or not any more. */
    beginCheck: (id: string): Promise<ImportCheck | null> =>
      callRpc(client, 'system_begin_check', { p_import_id: id }, checkSchema.nullable()),
    /** The file as it arrives. */
    async openFile(path: string): Promise<FileBytes> {
      const { data, error } = await client.storage.from(bucket).download(path).asStream();
      if (!error) return data;
      // Storage answers 400 and names the true status inside.
      if (error.statusCode === '404' || error.status === 404) throw new UnreadableFile('file_missing');
      throw storageFault(error.name);
    },
    async removeFile(path: string): Promise<void> {
      const { error } = await client.storage.from(bucket).remove([path]);
      if (error) throw storageFault(error.name);
    },
    /** False when the rows are not wanted any more: the import was called off, or another check took over. */
    async stageRows({ id, run }: ImportCheck, rows: readonly StagedRow[]): Promise<boolean> {
      const args = { p_import_id: id, p_run: run, p_rows: rows };
      return (await callRpc(client, 'system_stage_import_rows', args, z.number().int())) > 0;
    },
    finishCheck: ({ id, run }: ImportCheck, file: FileFacts): Promise<void> =>
      callVoidRpc(client, 'system_finish_check', { p_import_id: id, p_run: run, p_file: file }),
    refuse: ({ id, run }: ImportCheck, { problem, details }: UnreadableFile): Promise<void> =>
      callVoidRpc(client, 'system_refuse_import', {
        p_import_id: id,
        p_run: run,
        p_problem: problem,
        p_details: details,
      }),
    /** One batch in one transaction. */
    enrol: (id: string, limit: number): Promise<ImportProgress> =>
      callRpc(client, 'system_enrol_import', { p_import_id: id, p_limit: limit }, progressSchema),
    /** Queues imports anew whose worker has gone silent; answers how many. */
    resumeDue: (): Promise<number> => callRpc(client, 'system_due_imports', {}, z.number().int()),
  };
}
export type ImportStore = ReturnType<typeof createImportStore>;

function storageFault(name: string) {
  const fault = new HttpError(503, 'storage_unavailable', 'The file cannot be reached at the moment.');
  fault.cause = name;
  return fault;
}

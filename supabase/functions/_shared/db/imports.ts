import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { HttpError } from '../http/errors.ts';
import type { FileBytes } from '../imports/inspect-file.ts';
import type { FileFacts } from '../imports/read-import-file.ts';
import type { StagedRow } from '../imports/row-rules.ts';
import { UnreadableFile } from '../imports/unreadable-file.ts';
import { callRpc, callVoidRpc } from './client.ts';

const bucket = 'imports';
const beginningSchema = z.object({ path: z.string().min(1) });
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
    beginCheck: (id: string): Promise<{ path: string } | null> =>
      callRpc(client, 'system_begin_check', { p_import_id: id }, beginningSchema.nullable()),
    /** The file from its start, as it arrives. */
    async openFile(path: string): Promise<FileBytes> {
      const { data, error } = await client.storage.from(bucket).download(path).asStream();
      if (!error) return data;
      // Storage answers 400 and names the true status inside.
      if (error.statusCode === '404' || error.status === 404) throw new UnreadableFile('file_missing');
      const fault = new HttpError(503, 'storage_unavailable', 'The file cannot be reached at the moment.');
      fault.cause = error.name;
      throw fault;
    },
    async stageRows(id: string, rows: readonly StagedRow[]): Promise<void> {
      await callRpc(client, 'system_stage_import_rows', { p_import_id: id, p_rows: rows }, z.number().int());
    },
    finishCheck: (id: string, file: FileFacts): Promise<void> =>
      callVoidRpc(client, 'system_finish_check', { p_import_id: id, p_file: file }),
    refuse: (id: string, { problem, details }: UnreadableFile): Promise<void> =>
      callVoidRpc(client, 'system_refuse_import', { p_import_id: id, p_problem: problem, p_details: details }),
    /** One batch in one transaction. */
    enrol: (id: string, limit: number): Promise<ImportProgress> =>
      callRpc(client, 'system_enrol_import', { p_import_id: id, p_limit: limit }, progressSchema),
    /** Queues imports anew whose worker has gone silent; answers how many. */
    resumeDue: (): Promise<number> => callRpc(client, 'system_due_imports', {}, z.number().int()),
  };
}
export type ImportStore = ReturnType<typeof createImportStore>;

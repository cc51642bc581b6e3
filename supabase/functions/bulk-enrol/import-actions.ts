import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { importStatusSchema, type ImportStatus } from '../_shared/contracts/bulk-enrol.ts';
import { callRpc, callVoidRpc, checkAnswer } from '../_shared/db/client.ts';
import { toDatabaseError } from '../_shared/db/errors.ts';
import { notFound } from '../_shared/http/errors.ts';

export type NewImport = { institutionId: string; path: string; fileName: string; trackId: string | null };

const undoneSchema = z.object({ undone: z.number().int(), kept: z.number().int() });

/** What a manager does to an import, under the manager's own rights: the database decides whether they may. */
export function createImportActions(client: SupabaseClient) {
  return {
    create: ({ institutionId, path, fileName, trackId }: NewImport): Promise<string> =>
      callRpc(
        client,
        'create_import',
        { p_institution_id: institutionId, p_path: path, p_file_name: fileName, p_track_id: trackId },
        z.uuid(),
      ),
    confirm: (id: string): Promise<void> => callVoidRpc(client, 'confirm_import', { p_import_id: id }),
    cancel: (id: string): Promise<void> => callVoidRpc(client, 'cancel_import', { p_import_id: id }),
    undo: (id: string): Promise<{ undone: number; kept: number }> =>
      callRpc(client, 'undo_import', { p_import_id: id }, undoneSchema),
    async getStatus(id: string): Promise<ImportStatus> {
      const { data, error, status } = await client.from('imports').select('status').eq('id', id).maybeSingle();
      if (error) throw toDatabaseError(error, status);
      const row = checkAnswer('imports', data, z.object({ status: importStatusSchema }).nullable());
      if (!row) throw notFound('The import');
      return row.status;
    },
  };
}
export type ImportActions = ReturnType<typeof createImportActions>;

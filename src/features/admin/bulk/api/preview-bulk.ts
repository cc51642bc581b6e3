import { useMutation } from '@tanstack/react-query';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import type { BulkRequest } from '../model/bulk-form';
import { previewSchema } from '../schemas';

async function previewBulk({ kind, params, people }: BulkRequest) {
  const supabase = await getSupabase();
  return checked(supabase.rpc('preview_bulk', { p_kind: kind, p_params: params, p_people: people }), previewSchema);
}

/** Whom it would reach; nothing is written. */
export const usePreviewBulk = () => useMutation({ mutationFn: previewBulk });

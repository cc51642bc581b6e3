import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import type { BulkRequest } from '../model/bulk-form';
import { bulkKeys } from './keys';

/** `requestKey` stays the same for a second try, so that it begins nothing twice. */
type NewBulk = { request: BulkRequest; reason: string; requestKey: string };

async function createBulk({ request: { kind, params, people }, reason, requestKey }: NewBulk) {
  const supabase = await getSupabase();
  return checked(
    supabase.rpc('create_bulk', {
      p_kind: kind,
      p_params: params,
      p_people: people,
      p_reason: reason,
      p_request_key: requestKey,
    }),
    z.string(),
  );
}

/** Answers the id of the operation. */
export function useCreateBulk() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: createBulk,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: bulkKeys.lists() }),
  });
}

import { useMutation } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { chainPartSchema } from '../schemas';

const entriesPerPart = 20_000;

async function checkPart(after: number) {
  const supabase = await getSupabase();
  const { data, error } = await supabase.rpc('check_audit_chain', { p_after: after, p_limit: entriesPerPart });
  if (error) throw toAppError(error);
  const parsed = chainPartSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** Computes the whole chain anew, part by part; `onPart` hears how far it is. Gives the first broken entry, null when it is whole. */
async function checkChain(onPart: (checked: number) => void) {
  let after = 0;
  let checked = 0;
  for (;;) {
    const part = await checkPart(after);
    checked += part.checked;
    if (part.done) return { checked, brokenId: part.broken_id };
    after = part.last_id;
    onPart(checked);
  }
}

export const useCheckChain = () => useMutation({ mutationFn: checkChain });

import { queryOptions } from '@tanstack/react-query';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { settingsSchema } from '../schemas';
import { settingsKeys } from './keys';

async function getSettings(signal: AbortSignal) {
  const supabase = await getSupabase();
  return checked(supabase.rpc('get_settings').abortSignal(signal), settingsSchema);
}

export const settingsQueryOptions = () =>
  queryOptions({ queryKey: settingsKeys.values(), queryFn: ({ signal }) => getSettings(signal), staleTime: 0 });

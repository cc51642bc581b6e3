import { queryOptions } from '@tanstack/react-query';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { ownWordsSchema } from '../schemas';
import { settingsKeys } from './keys';

async function listOwnWords(signal: AbortSignal) {
  const supabase = await getSupabase();
  return checked(supabase.rpc('list_mail_templates').abortSignal(signal), ownWordsSchema);
}

/** Mails that do not have their built-in words. */
export const ownWordsQueryOptions = () =>
  queryOptions({ queryKey: settingsKeys.words(), queryFn: ({ signal }) => listOwnWords(signal), staleTime: 0 });

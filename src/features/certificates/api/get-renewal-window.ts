import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';

/** Days before expiry at which renewal opens, while the setting is not readable. */
const usualDays = 60;
const policiesSchema = z.object({ renewal_window_days: z._default(z.number(), usualDays) });

async function getRenewalWindow(signal: AbortSignal): Promise<number> {
  const supabase = await getSupabase();
  const { data, error } = await supabase
    .from('app_settings')
    .select('value')
    .eq('key', 'policies')
    .abortSignal(signal)
    .maybeSingle();
  if (error) throw toAppError(error);
  const parsed = policiesSchema.safeParse(data?.value ?? {});
  return parsed.success ? parsed.data.renewal_window_days : usualDays;
}

export const renewalWindowQueryOptions = () =>
  queryOptions({
    queryKey: ['settings', 'renewal-window'] as const,
    queryFn: ({ signal }) => getRenewalWindow(signal),
    staleTime: 3_600_000,
    placeholderData: usualDays,
  });

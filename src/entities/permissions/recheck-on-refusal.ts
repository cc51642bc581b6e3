import type { QueryClient } from '@tanstack/react-query';
import { isAppError } from '~/lib/supabase/app-error';

const pauseMs = 5_000;

/**
 * A refusal may mean that rights were taken away, or that the account was suspended, since they were last read. They are read anew,
 * at most every few seconds, and the guards then show what is open now.
 */
export function recheckOnRefusal(queryClient: QueryClient, now: () => number = () => performance.now()): () => void {
  let quietUntil = Number.NEGATIVE_INFINITY;
  const look = (error: unknown) => {
    if (!isAppError(error, 'forbidden') || now() < quietUntil) return;
    quietUntil = now() + pauseMs;
    void queryClient.invalidateQueries({ queryKey: ['access'] });
  };
  const stops = [
    queryClient.getQueryCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') look(event.action.error);
    }),
    queryClient.getMutationCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') look(event.action.error);
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

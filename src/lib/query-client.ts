import { QueryClient } from '@tanstack/react-query';
import { AppError } from './supabase/app-error';

/** A refusal is an answer: only silence and server faults are tried again, twice, and once a token that was not taken. */
export function shouldRetry(failures: number, error: unknown): boolean {
  if (failures >= 2) return false;
  if (!(error instanceof AppError)) return false;
  // Meanwhile the client has asked for a new token, or ended the session.
  if (error.code === 'signed_out') return failures === 0;
  if (error.code === 'aborted' || error.code === 'unexpected_answer') return false;
  return error.status === 0 || error.status >= 500;
}

export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: shouldRetry, staleTime: 30_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });

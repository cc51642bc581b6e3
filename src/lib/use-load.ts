import { useCallback, useEffect, useState } from 'react';
import { toAppError } from './supabase/errors';
import type { AppError } from './supabase/app-error';

type Load<T> = { status: 'loading' } | { status: 'error'; error: AppError } | { status: 'ready'; data: T };

/**
 * One read for a public page, without the query library. `load` must keep its identity between renders (useCallback or a
 * module function). A late answer of an earlier load is dropped.
 */
export function useLoad<T>(load: (signal: AbortSignal) => Promise<T>): Load<T> & { retry: () => void } {
  const [round, setRound] = useState(0);
  const [settled, setSettled] = useState<{ load: typeof load; round: number; state: Load<T> } | null>(null);
  const retry = useCallback(() => setRound((current) => current + 1), []);

  useEffect(() => {
    const controller = new AbortController();
    load(controller.signal).then(
      (data) => {
        if (!controller.signal.aborted) setSettled({ load, round, state: { status: 'ready', data } });
      },
      (error: unknown) => {
        if (!controller.signal.aborted)
          setSettled({ load, round, state: { status: 'error', error: toAppError(error) } });
      },
    );
    return () => controller.abort();
  }, [load, round]);

  const current = settled !== null && settled.load === load && settled.round === round;
  return { ...(current ? settled.state : { status: 'loading' }), retry };
}

import { useCallback, useEffect, useRef, useState } from 'react';
import { useSubmitAttempt } from '../api/submit-attempt';
import { remainingMs } from '../model/countdown';
import type { Runner } from './use-attempt-runner';
import { forgetPlace } from './use-place';

/** `undelivered`: some answers have not reached the server, so nothing was submitted. `waiting`: time is up, but there is no connection. */
export type SubmissionState = 'none' | 'sending' | 'undelivered' | 'failed' | 'waiting';

const retryMs = 4_000;
/** The server takes answers this long after the deadline; later there is nothing to wait for. */
const graceMs = 60_000;

type Target = { attemptId: string; testId: string };

/** Delivers what waits, then submits. Once time is up it goes on trying by itself. */
export function useSubmission({ attemptId, testId }: Target, runner: Runner, deadlineAt: string) {
  const [state, setState] = useState<SubmissionState>('none');
  const { mutateAsync } = useSubmitAttempt();
  const busy = useRef(false);
  // The end of the time asks once; from then on `waiting` has a rhythm of its own: a whole room must not ask twice a second.
  const asked = useRef(false);
  const { queue, clock, tabs, storage, time } = runner;

  const submit = useCallback(
    async (timeUp: boolean) => {
      if (busy.current) return;
      busy.current = true;
      asked.current ||= timeUp;
      setState((state) => (state === 'waiting' ? state : 'sending'));
      try {
        const delivered = await queue.flush();
        const closed = queue.getSnapshot().saveState === 'closed';
        const late = clock.now() > Date.parse(deadlineAt) + graceMs;
        if (!delivered && !closed && !late) {
          setState(timeUp ? 'waiting' : 'undelivered');
          return;
        }
        await mutateAsync({ attemptId, testId });
        storage.clear();
        time.clear();
        forgetPlace(attemptId);
        tabs.post({ type: 'submitted' });
        setState('none');
      } catch {
        setState(timeUp ? 'waiting' : 'failed');
      } finally {
        busy.current = false;
      }
    },
    [attemptId, testId, clock, deadlineAt, mutateAsync, queue, storage, tabs, time],
  );

  useEffect(() => {
    if (state !== 'waiting') return undefined;
    const retry = () => void submit(true);
    const timer = setInterval(retry, retryMs);
    window.addEventListener('online', retry);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', retry);
    };
  }, [state, submit]);

  const onTick = useCallback(() => {
    if (!asked.current && remainingMs(deadlineAt, clock.now()) === 0) void submit(true);
  }, [clock, deadlineAt, submit]);

  return { state, submit, onTick };
}

import type { Session, TalviewStore } from './store.ts';
import { isOverTime, reviewSession, submitSession } from './sessions.ts';

export type ExamClock = {
  /** Looks again at what a session waits for: the end of its time, or its review. */
  watch(session: Session): void;
  close(): void;
};

type ClockOptions = { store: TalviewStore; reviewAfterMs: number; onReviewed(session: Session): void };

/** Ends exams whose time is over and reviews those submitted, whether or not a browser is still there. */
export function createExamClock({ store, reviewAfterMs, onReviewed }: ClockOptions): ExamClock {
  const timers = new Map<string, NodeJS.Timeout>();

  const after = (session: Session, ms: number, run: () => void) => {
    clearTimeout(timers.get(session.uuid));
    timers.set(session.uuid, setTimeout(run, Math.max(0, ms)));
  };

  function watch(session: Session): void {
    if (isOverTime(session)) submitSession(store, session, 'clock', null);
    if (session.status === 'started' && session.deadlineAt) {
      after(session, Date.parse(session.deadlineAt) - Date.now(), () => watch(session));
    }
    if (session.status === 'submitted' && session.submittedAt) {
      after(session, Date.parse(session.submittedAt) + reviewAfterMs - Date.now(), () => {
        reviewSession(store, session);
        timers.delete(session.uuid);
        onReviewed(session);
      });
    }
  }

  for (const session of store.data.sessions) watch(session);

  return {
    watch,
    close() {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

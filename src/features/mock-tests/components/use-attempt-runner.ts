import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { isAppError } from '~/lib/supabase/app-error';
import { toAppError } from '~/lib/supabase/errors';
import type { ReadAttempt } from '../api/get-attempt';
import { testKeys } from '../api/keys';
import { saveAnswers } from '../api/save-answers';
import { createAnswerQueue, type QueuePorts, type SaveFailure } from '../model/answer-queue';
import { createAnswerStorage } from '../model/answer-storage';
import type { Answers } from '../model/answers';
import { mayAutosave, remainingMs } from '../model/countdown';
import { createQuestionTime } from '../model/question-time';
import { createServerClock, type ServerClock } from '../model/server-clock';
import { openTabChannel } from '../model/tab-channel';
import type { SavedAnswer, SentAnswer } from '../schemas';

/** The clock and the deadline are read anew this often, so that time granted meanwhile is seen. */
const heartbeatMs = 60_000;

function toAnswers(saved: readonly SavedAnswer[]): Answers {
  return Object.fromEntries(saved.map(({ question_id, ...answer }) => [question_id, answer]));
}

function classify(error: unknown): SaveFailure {
  const { code } = toAppError(error);
  if (code === 'attempt_closed') return 'closed';
  return code === 'network' || code === 'timeout' ? 'offline' : 'retry';
}

/** Holds what a running attempt needs beyond one render: the server's clock, the queue of answers, the other tabs. */
function createRunner(attempt: ReadAttempt, reread: () => void) {
  const clock: ServerClock = createServerClock(attempt.server_now, attempt.readAt);
  const storage = createAnswerStorage(attempt.id, localStorage);
  const deadline = createDeadline(attempt.deadline_at);
  const time = createQuestionTime(attempt.id, localStorage, () => performance.now());
  const tabs = openTabChannel(attempt.id);

  function timed(answer: SavedAnswer): SentAnswer {
    const seconds = time.secondsOf(answer.question_id);
    return seconds === undefined ? answer : { ...answer, seconds };
  }

  async function send(answers: SavedAnswer[]) {
    time.keep();
    const sentAt = performance.now();
    const result = await saveAnswers(attempt.id, answers.map(timed));
    clock.sync(result.server_now, (sentAt + performance.now()) / 2);
    deadline.set(result.deadline_at);
    return result;
  }

  const ports: QueuePorts = {
    send,
    classify,
    storage,
    now: clock.now,
    random: Math.random,
    isOnline: () => navigator.onLine,
    maySave: () => mayAutosave(remainingMs(deadline.get(), clock.now())),
    onServer: () => undefined,
    onConflict: reread,
    share: (answers) => tabs.post({ type: 'answers', answers }),
  };
  const queue = createAnswerQueue(toAnswers(attempt.answers), ports);

  /** Reads clock and deadline; an attempt that another tab closed shows its result. */
  async function beat(): Promise<void> {
    try {
      await send([]);
    } catch (error) {
      if (isAppError(error, 'attempt_closed')) reread();
    }
  }

  /**
   * Sends every answer once more, with the time that was spent since it was given. The sequence numbers make that harmless, and
   * nobody waits for it: submitting does not hang on statistics.
   */
  async function reportTime(): Promise<void> {
    const answers = Object.entries(queue.getSnapshot().answers)
      .filter(([id]) => time.secondsOf(id) !== undefined)
      .map(([question_id, answer]) => ({ question_id, ...answer, selected: [...answer.selected] }));
    if (answers.length === 0) return;
    try {
      await send(answers);
    } catch {
      // The queue goes on by itself with what is not saved.
    }
  }

  return { clock, queue, deadline, tabs, storage, time, beat, reportTime };
}

export type Runner = ReturnType<typeof createRunner>;

function createDeadline(initial: string) {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next: string) {
      if (next === value) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

export function useAttemptRunner(attempt: ReadAttempt) {
  const queryClient = useQueryClient();
  const [runner] = useState(() =>
    createRunner(attempt, () => void queryClient.invalidateQueries({ queryKey: testKeys.attempt(attempt.id) })),
  );
  const { queue, clock, deadline, tabs, time, beat } = runner;

  useEffect(() => {
    clock.sync(attempt.server_now, attempt.readAt);
    deadline.set(attempt.deadline_at);
    queue.receive(toAnswers(attempt.answers));
  }, [attempt, clock, deadline, queue]);

  useEffect(() => {
    queue.start();
    const stopListening = tabs.listen((message) => {
      if (message.type === 'answers') queue.receive(message.answers);
      else void queryClient.invalidateQueries({ queryKey: testKeys.attempt(attempt.id) });
    });
    const wake = () => queue.wake();
    const whenVisible = () => {
      time.setVisible(document.visibilityState === 'visible');
      if (document.visibilityState === 'visible') void beat();
      else queue.wake();
    };
    time.setVisible(document.visibilityState === 'visible');
    const timer = setInterval(() => void beat(), heartbeatMs);
    window.addEventListener('online', wake);
    window.addEventListener('pagehide', time.keep);
    document.addEventListener('visibilitychange', whenVisible);
    return () => {
      // What was given in the last moment goes out on leaving; what cannot stays in storage.
      if (queue.getSnapshot().waiting > 0) void queue.flush();
      queue.stop();
      time.setVisible(false);
      stopListening();
      clearInterval(timer);
      window.removeEventListener('online', wake);
      window.removeEventListener('pagehide', time.keep);
      document.removeEventListener('visibilitychange', whenVisible);
    };
  }, [attempt.id, beat, queryClient, queue, tabs, time]);

  const snapshot = useSyncExternalStore(queue.subscribe, queue.getSnapshot);
  const deadlineAt = useSyncExternalStore(deadline.subscribe, deadline.get);
  return { runner, snapshot, deadlineAt };
}

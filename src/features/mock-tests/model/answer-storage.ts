import * as z from 'zod/mini';
import { type Answers, newest } from './answers';

const storedSchema = z.record(
  z.string(),
  z.object({ selected: z.array(z.string()), flagged: z.boolean(), seq: z.number() }),
);

/** Keeps what the server has not confirmed yet, so that a closed tab or a crash loses nothing. */
export type AnswerStorage = {
  load(): Answers;
  /** Adds answers; a newer one that another tab left stays. */
  put(answers: Answers): void;
  /** Forgets answers up to the confirmed ones; newer ones stay. */
  confirm(answers: Answers): void;
  clear(): void;
};

type KeyValueStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Every step reads before it writes, because two tabs share the one entry of an attempt. */
export function createAnswerStorage(attemptId: string, store: KeyValueStore): AnswerStorage {
  const key = `attempt-answers:${attemptId}`;

  function load(): Answers {
    try {
      const text = store.getItem(key);
      const parsed = storedSchema.safeParse(text === null ? {} : JSON.parse(text));
      return parsed.success ? parsed.data : {};
    } catch {
      return {};
    }
  }

  function save(answers: Answers): void {
    try {
      if (Object.keys(answers).length === 0) store.removeItem(key);
      else store.setItem(key, JSON.stringify(answers));
    } catch {
      // Storage is full or forbidden: answers are still sent, they only do not outlive the tab.
    }
  }

  return {
    load,
    put: (answers) => save(newest(load(), answers)),
    confirm: (answers) =>
      save(
        Object.fromEntries(
          Object.entries(load()).filter(([questionId, answer]) => answer.seq > (answers[questionId]?.seq ?? -1)),
        ),
      ),
    clear: () => save({}),
  };
}

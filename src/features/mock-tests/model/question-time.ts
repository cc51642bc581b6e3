import * as z from 'zod/mini';

const keptSchema = z.record(z.string(), z.number().check(z.nonnegative()));
type Kept = Record<string, number>;

type KeyValueStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export type QuestionTime = {
  /** The question that is on screen from now on. */
  show(questionId: string | null): void;
  setVisible(visible: boolean): void;
  /** Whole seconds so far, all visits together; undefined when the question was not on screen here. */
  secondsOf(questionId: string): number | undefined;
  /** Keeps what was counted, in case that the tab does not come back. */
  keep(): void;
  /** Ends counting and forgets. */
  clear(): void;
};

/**
 * Counts for how long each question is on screen while the page is visible. For statistics only: it never throws, and answers
 * do not wait for it. `now` is a clock in milliseconds that nobody can set.
 */
export function createQuestionTime(attemptId: string, store: KeyValueStore, now: () => number): QuestionTime {
  const key = `attempt-time:${attemptId}`;
  let kept = load();
  let shown: string | null = null;
  let visible = false;
  let since = 0;

  function load(): Kept {
    try {
      const parsed = keptSchema.safeParse(JSON.parse(store.getItem(key) ?? '{}'));
      return parsed.success ? parsed.data : {};
    } catch {
      return {};
    }
  }

  function running(questionId: string): number | undefined {
    return visible && shown === questionId ? Math.max(now() - since, 0) : undefined;
  }

  /** Reads before it writes: another tab adds to the same numbers. Without storage the own ones go on. */
  function keep(): void {
    const more = shown === null ? undefined : running(shown);
    since = now();
    if (shown === null || more === undefined) return;
    const merged = load();
    for (const [id, time] of Object.entries(kept)) merged[id] = Math.max(time, merged[id] ?? 0);
    merged[shown] = (merged[shown] ?? 0) + more;
    kept = merged;
    try {
      store.setItem(key, JSON.stringify(kept));
    } catch {
      // Storage is full or forbidden: the count only does not outlive the tab.
    }
  }

  return {
    show(questionId) {
      keep();
      shown = questionId;
    },
    setVisible(next) {
      keep();
      visible = next;
    },
    secondsOf(questionId) {
      const more = running(questionId);
      const before = kept[questionId];
      if (more === undefined && before === undefined) return undefined;
      return Math.floor(((before ?? 0) + (more ?? 0)) / 1_000);
    },
    keep,
    clear() {
      kept = {};
      // What is still on screen is not counted on: nothing of the attempt stays behind.
      shown = null;
      try {
        store.removeItem(key);
      } catch {
        // Nothing was kept.
      }
    },
  };
}

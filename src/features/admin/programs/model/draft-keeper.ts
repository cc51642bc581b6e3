import { toAppError } from '~/lib/supabase/errors';
import type { Json } from '~/types/database.types';
import type { Saved } from '../schemas';

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict' | 'refused';
export type DraftState = {
  state: SaveState;
  version: number;
  /** What is kept and not published, by field. */
  changes: Readonly<Record<string, unknown>>;
  /** Fields that the server did not take. */
  refused: readonly string[];
  error: unknown;
};

type Options = {
  version: number;
  changes: Record<string, unknown>;
  save: (version: number, changes: Record<string, Json>) => Promise<Saved>;
  waitMs?: number;
};

export type DraftKeeper = ReturnType<typeof createDraftKeeper>;

/**
 * Saves a draft a moment after the last change, one save at a time, each over the version that the one before made. When somebody else saved in
 * between it stops: what is theirs is not written over.
 */
export function createDraftKeeper({ version, changes, save, waitMs = 900 }: Options) {
  let current: DraftState = { state: 'saved', version, changes, refused: [], error: null };
  let waiting: Record<string, Json> = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let queue = Promise.resolve(true);
  const listeners = new Set<() => void>();

  const tell = (next: Partial<DraftState>) => {
    current = { ...current, ...next };
    for (const listener of listeners) listener();
  };
  const hasWaiting = () => Object.keys(waiting).length > 0;

  const refuse = (error: unknown, sent: Record<string, Json>) => {
    const { code } = toAppError(error);
    const field = Object.keys(sent).find((name) => code === `invalid_${name}`);
    if (code === 'changed_meanwhile') {
      tell({ state: 'conflict', error });
    } else if (field !== undefined) {
      // The rest of what was sent is kept without it.
      const { [field]: _refused, ...rest } = sent;
      waiting = { ...rest, ...waiting };
      tell({ state: hasWaiting() ? 'waiting' : 'refused', refused: [...current.refused, field], error });
      if (hasWaiting()) schedule();
    } else {
      waiting = { ...sent, ...waiting };
      tell({ state: 'failed', error });
    }
  };

  const run = async () => {
    const sent = waiting;
    waiting = {};
    tell({ state: 'saving' });
    try {
      const saved = await save(current.version, sent);
      const next = hasWaiting() ? 'waiting' : current.refused.length > 0 ? 'refused' : 'saved';
      tell({ state: next, version: saved.version, changes: saved.changes, error: null });
    } catch (error) {
      refuse(error, sent);
    }
  };

  function schedule() {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), waitMs);
  }

  const drain = async () => {
    while (hasWaiting() && current.state !== 'conflict') {
      await run();
      if (current.state === 'failed') break;
    }
    return current.state === 'saved';
  };

  /** Saves what waits, now. True when everything is kept. */
  function flush(): Promise<boolean> {
    clearTimeout(timer);
    queue = queue.then(drain);
    return queue;
  }

  return {
    getState: () => current,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set(field: string, value: Json) {
      if (current.state === 'conflict') return;
      waiting = { ...waiting, [field]: value };
      tell({
        state: current.state === 'saving' ? 'saving' : 'waiting',
        refused: current.refused.filter((each) => each !== field),
      });
      schedule();
    },
    /** What stands in the field cannot be kept: what waits for it is not saved. */
    drop(field: string) {
      const { [field]: _dropped, ...rest } = waiting;
      waiting = rest;
      if (current.state === 'waiting' && !hasWaiting()) tell({ state: 'saved' });
    },
    flush,
  };
}

import * as z from 'zod/mini';
import { advance, isSaveDue, type Watching } from './video-position';

const storedSchema = z.object({ position: z.number(), watched: z.number() });

/** After a failed save the next one waits this long. */
const retryAfterMs = 5_000;

type KeyValueStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What an earlier visit could not deliver, or null. */
export function readUnsaved(store: KeyValueStore, key: string): Watching | null {
  try {
    const text = store.getItem(key);
    const parsed = storedSchema.safeParse(text === null ? null : JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export type PositionKeeper = {
  readonly current: Watching;
  /** The playhead went on by playing. */
  played(position: number): void;
  /** The playhead was put elsewhere. */
  jumped(position: number): void;
  /** Saves what is not saved yet: on pause, on leaving, when the page is hidden. */
  flush(): Promise<void>;
};

type Ports = { store: KeyValueStore; key: string; now: () => number; save: (watching: Watching) => Promise<void> };

/** Every position stands in the store until the server has it, so that closing the tab at any moment loses nothing. */
export function createPositionKeeper(initial: Watching, { store, key, now, save }: Ports): PositionKeeper {
  const unsaved = readUnsaved(store, key);
  let current = unsaved ?? initial;
  let saved = initial;
  let saving: Promise<void> | null = null;
  let quietUntil = 0;

  function keep(next: Watching): void {
    current = next;
    try {
      store.setItem(key, JSON.stringify(next));
    } catch {
      // Without a store the server alone keeps the place.
    }
  }

  const isUnsaved = () => current.position !== saved.position || current.watched !== saved.watched;

  async function deliver(): Promise<void> {
    while (isUnsaved()) {
      const sent = current;
      try {
        await save(sent);
      } catch {
        quietUntil = now() + retryAfterMs;
        return;
      }
      saved = sent;
    }
    try {
      store.removeItem(key);
    } catch {
      // Left behind, it is delivered once more, which changes nothing.
    }
  }

  function flush(): Promise<void> {
    saving ??= deliver().finally(() => {
      saving = null;
    });
    return saving;
  }

  return {
    get current() {
      return current;
    },
    played(position) {
      keep(advance(current, position));
      if (isSaveDue(saved, current) && now() >= quietUntil) void flush();
    },
    jumped: (position) => keep({ ...current, position }),
    flush,
  };
}

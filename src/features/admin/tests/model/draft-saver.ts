import { isAppError } from '~/lib/supabase/app-error';

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';
type Save<T> = (version: number, document: T) => Promise<number>;

const pauseMs = 1_000;

/**
 * Keeps a document while it is written: a moment after the last change, one save at a time, always the newest state. A conflict
 * ends it: what a colleague wrote is never written over.
 */
export class DraftSaver<T> {
  version: number;
  state: SaveState = 'saved';
  readonly #save: Save<T>;
  readonly #listeners = new Set<() => void>();
  #wanted: T | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;

  constructor(version: number, save: Save<T>) {
    this.version = version;
    this.#save = save;
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readState = () => this.state;

  change(document: T) {
    if (this.state === 'conflict') return;
    this.#wanted = document;
    if (this.#running === null) this.#set('waiting');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), pauseMs);
  }

  /** Saves what waits, now; true when all is kept. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (this.state === 'conflict') return false;
    this.#running ??= this.#work().finally(() => {
      this.#running = null;
    });
    await this.#running;
    return this.#wanted === null && this.state === 'saved';
  }

  async #work() {
    while (this.#wanted !== null) {
      const document = this.#wanted;
      this.#wanted = null;
      this.#set('saving');
      try {
        this.version = await this.#save(this.version, document);
      } catch (error) {
        this.#wanted ??= document;
        this.#set(isAppError(error, 'changed_meanwhile') ? 'conflict' : 'failed');
        return;
      }
    }
    this.#set('saved');
  }

  #set(state: SaveState) {
    this.state = state;
    for (const listener of this.#listeners) listener();
  }
}

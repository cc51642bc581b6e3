import { watch } from 'node:fs';
import type { Child } from './children.ts';

export interface ReloadingOptions {
  name: string;
  /** Files below it start the child anew; tests and documents do not. */
  folder: string;
  start(): Promise<Child>;
  /** Says what went wrong with a reload, which ends nothing: the next change tries again. */
  report(text: string): void;
  /** A burst of changes is over when nothing came for so long. */
  quietMs?: number;
}

/** Keeps a child running on the newest files: one restart at a time, and the old process is gone before the new one starts. */
export async function startReloading({ name, folder, start, report, quietMs = 200 }: ReloadingOptions): Promise<Child> {
  const first = await start();
  let current: Child | null = first;
  let quiet: NodeJS.Timeout | undefined;
  let working: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  const restart = async () => {
    await current?.stop();
    current = null;
    if (stopped) return;
    const next = await start();
    current = next;
    // What was just written may be at fault, so it is not the end of everything.
    void next.died.then((how) => report(`${how}\nThe next change starts ${name} again.`));
  };
  const work = async () => {
    do {
      again = false;
      await restart().catch((error: unknown) => {
        report(
          `${name} did not start after a change; the next change tries again.\n${error instanceof Error ? error.message : String(error)}`,
        );
      });
    } while (again);
    working = null;
  };
  const request = () => {
    if (working) again = true;
    else working = work();
  };

  const watcher = watch(folder, { recursive: true }, (_, file) => {
    if (stopped || !file || /\.test\.ts$|\.md$/.test(file)) return;
    clearTimeout(quiet);
    quiet = setTimeout(request, quietMs);
  });
  // A folder that vanishes while it is being read is no reason to end.
  watcher.on('error', (error) => report(`Changes of ${folder} may go unseen: ${String(error)}`));

  return {
    name,
    died: first.died,
    stop: async () => {
      stopped = true;
      clearTimeout(quiet);
      watcher.close();
      await working;
      await current?.stop();
    },
  };
}

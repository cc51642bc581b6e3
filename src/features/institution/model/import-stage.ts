import type { ImportStatus } from '@contracts/bulk-enrol.ts';

/** The steps that a person sees; `done` when there is nothing left to do. */
export const importSteps = ['upload', 'check', 'confirm', 'enrol'] as const;
export type ImportStep = (typeof importSteps)[number];

const steps: Record<ImportStatus, ImportStep | null> = {
  checking: 'check',
  unreadable: 'check',
  checked: 'confirm',
  enrolling: 'enrol',
  done: null,
  cancelled: null,
  undone: null,
};

/** The step at which an import stands; null when it has ended. */
export const stepOf = (status: ImportStatus): ImportStep | null => steps[status];

/** Whether the server is at work on it, so that looking again will show something new. */
export const isAtWork = (status: ImportStatus): boolean => status === 'checking' || status === 'enrolling';

/** Milliseconds until the next look after `looks` looks: quick while a person waits, then slower, so that a long wait costs little. */
export function importPollInterval(looks: number): number {
  if (looks < 60) return 1_000;
  return looks < 150 ? 2_000 : 5_000;
}

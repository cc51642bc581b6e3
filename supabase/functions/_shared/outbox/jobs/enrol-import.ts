import { z } from 'zod';
import type { ImportStore } from '../../db/imports.ts';
import type { OutboxStore } from '../../db/outbox.ts';
import { parsePayload, type RunJob } from '../job.ts';

export type EnrolImportDeps = {
  imports: Pick<ImportStore, 'enrol'>;
  outbox: Pick<OutboxStore, 'enqueue'>;
  /** How long a run goes on. Short enough for its lease, and for others to get their turn. */
  enrolForMs?: number;
};

const batchRows = 500;

/**
 * Enrols rows for a while, then queues the rest. Each batch commits by itself and the database knows which rows are left, so
 * that a run may die, or two may work at once.
 */
export function createEnrolImport({ imports, outbox, enrolForMs = 15_000 }: EnrolImportDeps): RunJob {
  return async ({ payload }) => {
    const { import_id } = parsePayload(payload, z.object({ import_id: z.uuid() }));
    const until = performance.now() + enrolForMs;
    let progress = await imports.enrol(import_id, batchRows);
    while (progress.more && performance.now() < until) progress = await imports.enrol(import_id, batchRows);
    // A run does at least one batch, so that each continuation has a key of its own.
    if (progress.more)
      await outbox.enqueue('import.enrol', { import_id }, `import.enrol:${import_id}:${progress.done}`);
  };
}

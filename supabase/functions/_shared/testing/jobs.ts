import { isPermanent } from '../outbox/job.ts';

export const job = (payload: Record<string, unknown>) => ({ id: 'outbox-1', payload });

/** Whether the failure of a job is one that trying again cannot mend. */
export async function permanence(run: Promise<unknown>): Promise<boolean> {
  const error = await run.then(
    () => new Error('It did not fail'),
    (caught: unknown) => caught,
  );
  return isPermanent(error);
}

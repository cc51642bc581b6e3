import { z } from 'zod';

/** Asks for a run of the worker soon; never waits and never fails: the timer calls the worker anyway. */
export type NudgeWorker = () => void;

const runtimeSchema = z.object({
  EdgeRuntime: z.object({
    waitUntil: z.custom<(promise: Promise<unknown>) => void>((value) => typeof value === 'function'),
  }),
});

export function createNudgeWorker(supabaseUrl: string, secretKey: string): NudgeWorker {
  return () => {
    const call = fetch(`${supabaseUrl}/functions/v1/worker`, {
      method: 'POST',
      headers: { apikey: secretKey, 'content-type': 'application/json' },
      body: '{}',
      signal: AbortSignal.timeout(25_000),
    }).then(
      (response) => response.body?.cancel(),
      () => undefined,
    );
    // Hosted runtimes stop a function once it has answered unless told to wait.
    const runtime = runtimeSchema.safeParse(globalThis);
    if (runtime.success) runtime.data.EdgeRuntime.waitUntil(call);
  };
}

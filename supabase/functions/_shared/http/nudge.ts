/** Asks for a run of the worker soon; never waits and never fails: the timer calls the worker anyway. */
export type NudgeWorker = () => void;

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
    keepAlive(call);
  };
}

/** Hosted runtimes stop a function once it has answered unless told to wait. */
function keepAlive(work: Promise<unknown>): void {
  const runtime: unknown = Reflect.get(globalThis, 'EdgeRuntime');
  if (typeof runtime !== 'object' || runtime === null || !('waitUntil' in runtime)) return;
  // Called on the runtime itself, which it may insist on.
  if (typeof runtime.waitUntil === 'function') runtime.waitUntil(work);
}

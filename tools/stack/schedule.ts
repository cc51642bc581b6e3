/** What pg_cron does when hosted: calls the outbox worker and the scheduled jobs, never the same one twice at once. */
export function scheduler(apiUrl: string, secretKey: string) {
  const call = async (name: string): Promise<unknown> => {
    const response = await fetch(`${apiUrl}/functions/v1/${name}`, {
      method: 'POST',
      headers: { apikey: secretKey, 'content-type': 'application/json' },
      body: '{}',
      signal: AbortSignal.timeout(60_000),
    });
    if (!response.ok) throw new Error(`${name} answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
    return response.json();
  };

  const timers: NodeJS.Timeout[] = [];
  const every = (ms: number, name: string) => {
    let running = false;
    const tick = () => {
      if (running) return;
      running = true;
      // The function logs its own faults, and the next tick tries again.
      void call(name)
        .catch(() => undefined)
        .finally(() => (running = false));
    };
    tick();
    timers.push(setInterval(tick, ms));
  };

  return {
    start() {
      every(2000, 'worker');
      every(30_000, 'scheduled');
    },
    stop: () => timers.forEach((timer) => clearInterval(timer)),
    /** One round now: the scheduled jobs, then the worker until nothing is due. */
    async runOnce(): Promise<void> {
      await call('scheduled');
      for (let round = 0; round < 25; round += 1) {
        const result = await call('worker');
        const claimed =
          typeof result === 'object' && result !== null && 'claimed' in result ? Number(result.claimed) : 0;
        if (!claimed) return;
      }
    },
  };
}

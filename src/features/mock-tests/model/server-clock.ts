/**
 * The server's time, read from the server and carried on by a monotonic counter.
 * The wall clock of the device takes no part, so setting it wrong changes nothing.
 */
export type ServerClock = {
  /** Milliseconds since the epoch as the server counts them. */
  now(): number;
  /** Takes over a later `server_now` and the value of the counter at which it was true. */
  sync(serverNow: string, at: number): void;
};

export function createServerClock(
  serverNow: string,
  at: number,
  counter: () => number = () => performance.now(),
): ServerClock {
  let offset = Date.parse(serverNow) - at;
  return {
    now: () => counter() + offset,
    sync(time, later) {
      const next = Date.parse(time) - later;
      if (Number.isFinite(next)) offset = next;
    },
  };
}

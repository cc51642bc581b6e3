/**
 * The server's time, read from the server and carried on by a monotonic counter.
 * The wall clock of the device takes no part, so setting it wrong changes nothing.
 */
export type ServerClock = {
  /** Milliseconds since the epoch as the server counts them. */
  now(): number;
  /** Called with `server_now` of each answer and the moment at which its request was sent. */
  sync(serverNow: string, sentAt?: number): void;
};

type Monotonic = () => number;

/** The server read its clock somewhere between sending and receiving: take the middle. */
export function createServerClock(serverNow: string, monotonic: Monotonic = () => performance.now(), sentAt?: number): ServerClock {
  const offsetOf = (time: string, sent: number | undefined) => {
    const received = monotonic();
    return Date.parse(time) - (sent === undefined ? received : (sent + received) / 2);
  };
  let offset = offsetOf(serverNow, sentAt);
  return {
    now: () => monotonic() + offset,
    sync(time, sent) {
      const next = offsetOf(time, sent);
      if (Number.isFinite(next)) offset = next;
    },
  };
}

import type { Job } from '../db/outbox.ts';
import type { LogFields } from '../http/log.ts';

export const secretKey = 'sb_secret_test';
export const person = { id: '5e0b8a3e-6a54-4f3c-9b1e-2f8c4d5a6b7c', token: 'good-token' };

/** Auth that knows one token. */
export const verifyUser = async (token: string) => (token === person.token ? { id: person.id } : null);

/** The event store's behaviour: an event is open until it is finished without an error. */
export function createFakeWebhooks() {
  const events = new Map<string, { rawBody: string; processed: boolean; error: string | null }>();
  return {
    events,
    receive: async (provider: string, eventId: string, rawBody: string) => {
      const key = `${provider}:${eventId}`;
      const known = events.get(key);
      if (!known) events.set(key, { rawBody, processed: false, error: null });
      return !known?.processed;
    },
    finish: async (provider: string, eventId: string, error: string | null) => {
      const event = events.get(`${provider}:${eventId}`);
      if (event) Object.assign(event, { processed: error === null, error });
    },
  };
}

/** The queue's behaviour: the same key is the same work; failed work comes back unless it is dead. */
export function createFakeOutbox() {
  const jobs: (Job & { key: string; state: 'pending' | 'running' | 'done' | 'dead'; error: string | null })[] = [];
  const find = (id: string) => jobs.find((job) => job.id === id);
  return {
    jobs,
    enqueue: async (kind: string, payload: Record<string, unknown>, key: string) => {
      if (jobs.some((job) => job.key === key)) return;
      jobs.push({ id: crypto.randomUUID(), kind, payload, attempts: 0, key, state: 'pending', error: null });
    },
    claim: async (limit: number) => {
      const claimed = jobs.filter((job) => job.state === 'pending').slice(0, limit);
      for (const job of claimed) Object.assign(job, { state: 'running', attempts: job.attempts + 1 });
      return claimed.map(({ id, kind, payload, attempts }) => ({ id, kind, payload, attempts }));
    },
    complete: async (id: string) => {
      Object.assign(find(id) ?? {}, { state: 'done' });
    },
    fail: async (id: string, error: string, permanent: boolean) => {
      Object.assign(find(id) ?? {}, { state: permanent ? 'dead' : 'waiting', error });
    },
  };
}

export function createLogSpy() {
  const lines: LogFields[] = [];
  return { lines, log: (fields: LogFields) => void lines.push(fields), text: () => JSON.stringify(lines) };
}

export function post(body: unknown, headers: Record<string, string> = {}, url = 'http://functions.test/f'): Request {
  return new Request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

export const asPerson = { authorization: `Bearer ${person.token}` };

export async function errorOf(
  response: Response,
): Promise<{ status: number; code: string; fields?: Record<string, string> }> {
  const { error } = await response.json();
  return { status: response.status, code: error.code, ...(error.fields && { fields: error.fields }) };
}

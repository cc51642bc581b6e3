import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SaveAnswersResult, SavedAnswer } from '../schemas';
import { type AnswerQueue, createAnswerQueue, type QueuePorts, type SaveFailure } from './answer-queue';
import { createAnswerStorage } from './answer-storage';
import type { Answers } from './answers';

const attemptId = '00000000-0000-4000-8000-00000000000a';

function memoryStore() {
  const entries = new Map<string, string>();
  return {
    entries,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
}

function resultOf(answers: SavedAnswer[], result: 'saved' | 'stale' | 'refused' = 'saved'): SaveAnswersResult {
  return {
    server_now: '2026-01-01T00:00:00.000Z',
    deadline_at: '2026-01-01T01:00:00.000Z',
    status: 'in_progress',
    results: answers.map(({ question_id, seq }) => ({ question_id, seq, result })),
  };
}

class Refusal extends Error {
  readonly kind: SaveFailure;
  constructor(kind: SaveFailure) {
    super(kind);
    this.kind = kind;
  }
}

function build(overrides: Partial<QueuePorts> = {}, initial: Answers = {}, store = memoryStore()) {
  const sent: SavedAnswer[][] = [];
  const ports: QueuePorts = {
    send: vi.fn<QueuePorts['send']>(async (answers: SavedAnswer[]) => {
      sent.push(answers);
      return resultOf(answers);
    }),
    classify: (error) => (error instanceof Refusal ? error.kind : 'retry'),
    storage: createAnswerStorage(attemptId, store),
    now: () => Date.now(),
    random: () => 0,
    isOnline: () => true,
    maySave: () => true,
    onServer: vi.fn<QueuePorts['onServer']>(),
    onConflict: vi.fn<QueuePorts['onConflict']>(),
    share: vi.fn<QueuePorts['share']>(),
    ...overrides,
  };
  const queue = createAnswerQueue(initial, ports);
  queue.start();
  return { queue, ports, sent, store };
}

const stored = (store: ReturnType<typeof memoryStore>) => JSON.parse([...store.entries.values()][0] ?? '{}');
const state = (queue: AnswerQueue) => queue.getSnapshot().saveState;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('two tabs', () => {
  it('delivers before submitting what another tab gave and left behind', async () => {
    const store = memoryStore();
    const { queue, sent } = build({}, {}, store);
    const left = { selected: ['b'], flagged: false, seq: 2_000_000 };
    createAnswerStorage(attemptId, store).put({ q1: left });
    queue.receive({ q1: left });
    expect(await queue.flush()).toBe(true);
    expect(sent.flat()).toEqual([{ question_id: 'q1', ...left }]);
    expect(stored(store)).toEqual({});
  });
});

describe('saving', () => {
  it('sends what is given, together, after a short pause and says so', async () => {
    const { queue, sent } = build();
    queue.give('q1', { selected: ['a'] });
    queue.give('q2', { flagged: true });
    expect(state(queue)).toBe('saving');
    expect(queue.getSnapshot().waiting).toBe(2);
    await vi.advanceTimersByTimeAsync(400);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.map((answer) => answer.question_id)).toEqual(['q1', 'q2']);
    expect(state(queue)).toBe('saved');
  });

  it('sends only the newest answer of a question, with a growing number', async () => {
    const { queue, sent } = build();
    queue.give('q1', { selected: ['a'] });
    queue.give('q1', { selected: ['b'] });
    await vi.advanceTimersByTimeAsync(400);
    expect(sent).toEqual([[{ question_id: 'q1', selected: ['b'], flagged: false, seq: 1_000_001 }]]);
  });

  it('has one request under way at a time and lets the rest gather', async () => {
    let finish: () => void = () => undefined;
    const calls: SavedAnswer[][] = [];
    const { queue } = build({
      send: (answers) => {
        calls.push(answers);
        return new Promise((resolve) => {
          finish = () => resolve(resultOf(answers));
        });
      },
    });
    queue.give('q1', { selected: ['a'] });
    await vi.advanceTimersByTimeAsync(400);
    queue.give('q1', { selected: ['b'] });
    queue.give('q2', { selected: ['c'] });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(calls).toHaveLength(1);
    finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(calls).toHaveLength(2);
    expect(calls[1]?.map((answer) => [answer.question_id, answer.selected[0]])).toEqual([
      ['q1', 'b'],
      ['q2', 'c'],
    ]);
  });

  it('keeps the flag when the answer changes and the answer when the flag does', () => {
    const { queue } = build({}, { q1: { selected: ['a'], flagged: true, seq: 5 } });
    queue.give('q1', { selected: ['b'] });
    expect(queue.getSnapshot().answers.q1).toMatchObject({ selected: ['b'], flagged: true });
    queue.give('q1', { flagged: false });
    expect(queue.getSnapshot().answers.q1).toMatchObject({ selected: ['b'], flagged: false });
  });

  it('rests in the quiet time before the deadline and goes on when the deadline was moved', async () => {
    let quiet = true;
    const { queue, sent } = build({ maySave: () => !quiet });
    queue.give('q1', { selected: ['a'] });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toHaveLength(0);
    quiet = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toHaveLength(1);
  });
});

describe('without a connection', () => {
  it('keeps the answers, says offline, and tries again with growing gaps', async () => {
    let down = true;
    const times: number[] = [];
    const { queue, store } = build({
      send: async (answers) => {
        times.push(Date.now());
        if (down) throw new Refusal('offline');
        return resultOf(answers);
      },
    });
    queue.give('q1', { selected: ['a'] });
    await vi.advanceTimersByTimeAsync(400);
    expect(state(queue)).toBe('offline');
    expect(stored(store).q1.selected).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(4_000);
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(gaps).toEqual([500, 1_000, 2_000]);
    down = false;
    await vi.advanceTimersByTimeAsync(4_000);
    expect(state(queue)).toBe('saved');
    expect(store.entries.size).toBe(0);
  });

  it('sends at once when woken', async () => {
    let down = true;
    const { queue } = build({
      send: async (answers) => {
        if (down) throw new Refusal('offline');
        return resultOf(answers);
      },
    });
    queue.give('q1', { selected: ['a'] });
    await vi.advanceTimersByTimeAsync(20_000);
    down = false;
    queue.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(state(queue)).toBe('saved');
  });

  it('says waiting when the server, not the network, is at fault', async () => {
    const { queue } = build({ send: () => Promise.reject(new Refusal('retry')) });
    queue.give('q1', { selected: ['a'] });
    await vi.advanceTimersByTimeAsync(400);
    expect(state(queue)).toBe('waiting');
  });

  it('takes up in a new tab what a closed one left, oldest first', async () => {
    const store = memoryStore();
    const first = build({ send: () => Promise.reject(new Refusal('offline')) }, {}, store);
    first.queue.give('q2', { selected: ['b'] });
    vi.setSystemTime(1_000_500);
    first.queue.give('q1', { selected: ['a'] });
    first.queue.stop();
    const second = build({}, {}, store);
    expect(second.queue.getSnapshot().answers.q1?.selected).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(0);
    expect(second.sent[0]?.map((answer) => answer.question_id)).toEqual(['q2', 'q1']);
    expect(store.entries.size).toBe(0);
  });

  it('lets what was left go when the server has a newer answer', async () => {
    const store = memoryStore();
    const first = build({ send: () => Promise.reject(new Refusal('offline')) }, {}, store);
    first.queue.give('q1', { selected: ['old'] });
    first.queue.stop();
    const second = build({}, { q1: { selected: ['new'], flagged: false, seq: 2_000_000 } }, store);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(second.sent).toHaveLength(0);
    expect(second.queue.getSnapshot().answers.q1?.selected).toEqual(['new']);
  });
});

describe('answers that the server does not take', () => {
  it('asks for a new reading when the server has a newer one, and shows that', async () => {
    const { queue, ports } = build({ send: async (answers) => resultOf(answers, 'stale') });
    queue.give('q1', { selected: ['a'] });
    await vi.advanceTimersByTimeAsync(400);
    expect(ports.onConflict).toHaveBeenCalledOnce();
    expect(state(queue)).toBe('saved');
    queue.receive({ q1: { selected: ['z'], flagged: false, seq: 9_000_000 } });
    expect(queue.getSnapshot().answers.q1?.selected).toEqual(['z']);
  });

  it('drops a refused answer and names the question', async () => {
    const { queue, ports } = build({ send: async (answers) => resultOf(answers, 'refused') });
    queue.give('q1', { selected: ['x'] });
    await vi.advanceTimersByTimeAsync(400);
    expect(queue.getSnapshot()).toMatchObject({ refused: ['q1'], waiting: 0, answers: {} });
    expect(ports.onConflict).toHaveBeenCalledOnce();
  });

  it('no longer names it once another answer was taken', async () => {
    let result: 'refused' | 'saved' = 'refused';
    const { queue } = build({ send: async (answers) => resultOf(answers, result) });
    queue.give('q1', { selected: ['x'] });
    await vi.advanceTimersByTimeAsync(400);
    result = 'saved';
    queue.give('q1', { selected: ['a'] });
    await vi.advanceTimersByTimeAsync(400);
    expect(queue.getSnapshot().refused).toEqual([]);
  });

  it('stops for good when the attempt is closed', async () => {
    const send = vi.fn<QueuePorts['send']>(() => Promise.reject(new Refusal('closed')));
    const { queue, ports } = build({ send });
    queue.give('q1', { selected: ['a'] });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(send).toHaveBeenCalledOnce();
    expect(state(queue)).toBe('closed');
    expect(ports.onConflict).toHaveBeenCalledOnce();
    expect(await queue.flush()).toBe(false);
  });
});

describe('before submitting', () => {
  it('delivers everything, also what was given during a request and in the quiet time', async () => {
    let finish: () => void = () => undefined;
    const calls: SavedAnswer[][] = [];
    const { queue } = build({
      maySave: () => calls.length === 0,
      send: (answers) => {
        calls.push(answers);
        if (calls.length > 1) return Promise.resolve(resultOf(answers));
        return new Promise((resolve) => {
          finish = () => resolve(resultOf(answers));
        });
      },
    });
    queue.give('q1', { selected: ['a'] });
    await vi.advanceTimersByTimeAsync(400);
    queue.give('q2', { selected: ['b'] });
    const flushed = queue.flush();
    finish();
    expect(await flushed).toBe(true);
    expect(calls.map((call) => call.length)).toEqual([1, 1]);
    expect(queue.getSnapshot().waiting).toBe(0);
  });

  it('says when something could not be delivered', async () => {
    const { queue } = build({ send: () => Promise.reject(new Refusal('offline')) });
    queue.give('q1', { selected: ['a'] });
    expect(await queue.flush()).toBe(false);
    expect(queue.getSnapshot().waiting).toBe(1);
  });
});

it('tells other tabs, and takes from them only what is newer', () => {
  const { queue, ports } = build();
  queue.give('q1', { selected: ['a'] });
  expect(ports.share).toHaveBeenCalledWith({ q1: { selected: ['a'], flagged: false, seq: 1_000_000 } });
  queue.receive({ q1: { selected: ['old'], flagged: false, seq: 10 } });
  expect(queue.getSnapshot().answers.q1?.selected).toEqual(['a']);
  queue.receive({ q1: { selected: ['new'], flagged: false, seq: 1_000_001 } });
  expect(queue.getSnapshot().answers.q1?.selected).toEqual(['new']);
});

it('works on when storage is broken', async () => {
  const broken = {
    entries: new Map<string, string>(),
    getItem: () => 'not json',
    setItem: () => {
      throw new Error('quota');
    },
    removeItem: () => {
      throw new Error('denied');
    },
  };
  const { queue, sent } = build({}, {}, broken);
  queue.give('q1', { selected: ['a'] });
  await vi.advanceTimersByTimeAsync(400);
  expect(sent).toHaveLength(1);
});

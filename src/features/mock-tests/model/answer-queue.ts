import type { SaveAnswersResult, SavedAnswer } from '../schemas';
import { type Answer, type Answers, newest, nextSeq } from './answers';
import type { AnswerStorage } from './answer-storage';
import { backoffMs } from './backoff';

/** `closed`: the server takes no more answers for this attempt. */
export type SaveState = 'saved' | 'saving' | 'waiting' | 'offline' | 'closed';

export type QueueSnapshot = {
  answers: Answers;
  saveState: SaveState;
  /** Questions whose newest answer the server has not confirmed. */
  waiting: number;
  /** Questions whose answer the server would not take. */
  refused: readonly string[];
};

/** How a failed request is to be taken. */
export type SaveFailure = 'offline' | 'retry' | 'closed';

export type QueuePorts = {
  send(answers: SavedAnswer[]): Promise<SaveAnswersResult>;
  classify(error: unknown): SaveFailure;
  storage: AnswerStorage;
  /** The server's time in milliseconds. */
  now(): number;
  random(): number;
  isOnline(): boolean;
  /** False in the last seconds before the deadline. */
  maySave(): boolean;
  /** Every answer of the server, before anything else happens with it. */
  onServer(result: SaveAnswersResult): void;
  /** The server holds something newer, or refused: what is shown must be read again. */
  onConflict(): void;
  /** Tells the other tabs. */
  share(answers: Answers): void;
};

export type AnswerQueue = {
  getSnapshot(): QueueSnapshot;
  subscribe(listener: () => void): () => void;
  give(questionId: string, change: Partial<Pick<Answer, 'selected' | 'flagged'>>): void;
  /** Takes in answers that the server or another tab holds. */
  receive(answers: Answers): void;
  /** Sends now, without waiting for the pause after typing or for the backoff. */
  wake(): void;
  /** Sends everything that waits; false when some of it could not be delivered. Ignores the quiet time. */
  flush(): Promise<boolean>;
  /** Begins to send; what an earlier visit left goes first. */
  start(): void;
  /** Ends sending. What waits stays in storage. */
  stop(): void;
};

/** Answers given within this time travel together. */
const gatherMs = 400;
/** How often to look whether the quiet time is over, as it is when the deadline was moved. */
const quietCheckMs = 1_000;

/**
 * Saves answers one request at a time; what is given meanwhile gathers and goes with the next. Only the newest answer of a
 * question is sent. Nothing leaves `storage` before the server confirmed it.
 */
export function createAnswerQueue(initial: Answers, ports: QueuePorts): AnswerQueue {
  const listeners = new Set<() => void>();
  let pending: Answers = ports.storage.load();
  let answers = newest(initial, pending);
  let refused: readonly string[] = [];
  let failures = 0;
  let lastFailure: SaveFailure | null = null;
  let sending: Promise<boolean> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  // What was left behind but has a newer twin on the server is settled already.
  settle(initial);
  let snapshot = describe();

  function waiting(): number {
    return Object.keys(pending).length;
  }

  function saveState(): SaveState {
    if (lastFailure === 'closed') return 'closed';
    if (waiting() === 0) return 'saved';
    if (lastFailure === 'offline' || !ports.isOnline()) return 'offline';
    return lastFailure === 'retry' ? 'waiting' : 'saving';
  }

  function describe(): QueueSnapshot {
    return { answers, saveState: saveState(), waiting: waiting(), refused };
  }

  function publish(): void {
    snapshot = describe();
    for (const listener of listeners) listener();
  }

  /** Drops what is confirmed up to these answers. */
  function settle(confirmed: Answers): void {
    ports.storage.confirm(confirmed);
    pending = Object.fromEntries(
      Object.entries(pending).filter(([questionId, answer]) => answer.seq > (confirmed[questionId]?.seq ?? -1)),
    );
  }

  /** Takes over what another tab gave and left behind: shown here as given, it must not be missing when this one submits. */
  function adopt(): void {
    pending = newest(pending, ports.storage.load());
    answers = newest(answers, pending);
  }

  function schedule(delay: number): void {
    clearTimeout(timer);
    if (!running || lastFailure === 'closed') return;
    timer = setTimeout(() => {
      if (ports.maySave()) void send();
      else schedule(quietCheckMs);
    }, delay);
  }

  function accept(sent: Answers, result: SaveAnswersResult): void {
    failures = 0;
    lastFailure = null;
    ports.onServer(result);
    const done = Object.fromEntries(
      result.results.flatMap((entry) => {
        const answer = sent[entry.question_id];
        return answer === undefined ? [] : [[entry.question_id, answer]];
      }),
    );
    settle(done);
    const nowRefused = result.results.filter((entry) => entry.result === 'refused').map((entry) => entry.question_id);
    const sentIds = new Set(Object.keys(sent));
    refused = [...refused.filter((id) => !sentIds.has(id)), ...nowRefused];
    // What was refused is not shown as given: the server's answer takes its place.
    answers = Object.fromEntries(
      Object.entries(answers).filter(([id, answer]) => !nowRefused.includes(id) || answer.seq > (sent[id]?.seq ?? 0)),
    );
    if (result.results.some((entry) => entry.result !== 'saved')) ports.onConflict();
  }

  function send(): Promise<boolean> {
    sending ??= deliver().finally(() => {
      sending = null;
      if (waiting() > 0 && lastFailure === null) schedule(0);
      publish();
    });
    return sending;
  }

  async function deliver(): Promise<boolean> {
    const sent = pending;
    const batch = Object.entries(sent)
      .map(([question_id, answer]) => ({ question_id, ...answer, selected: [...answer.selected] }))
      .sort((a, b) => a.seq - b.seq);
    if (batch.length === 0) return true;
    try {
      accept(sent, await ports.send(batch));
      return true;
    } catch (error) {
      lastFailure = ports.classify(error);
      failures += 1;
      if (lastFailure !== 'closed') schedule(backoffMs(failures, ports.random()));
      else ports.onConflict();
      return false;
    }
  }

  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    give(questionId, change) {
      const previous = answers[questionId];
      const answer: Answer = {
        selected: change.selected ?? previous?.selected ?? [],
        flagged: change.flagged ?? previous?.flagged ?? false,
        seq: nextSeq(ports.now(), previous),
      };
      const given = { [questionId]: answer };
      answers = { ...answers, ...given };
      pending = { ...pending, ...given };
      ports.storage.put(given);
      ports.share(given);
      publish();
      if (sending === null && lastFailure === null) schedule(gatherMs);
    },
    receive(others) {
      answers = newest(answers, others);
      publish();
    },
    wake() {
      adopt();
      if (waiting() === 0) return;
      lastFailure = lastFailure === 'closed' ? 'closed' : null;
      schedule(0);
      publish();
    },
    async flush() {
      clearTimeout(timer);
      if (sending !== null) await sending;
      clearTimeout(timer);
      adopt();
      while (waiting() > 0) {
        if (lastFailure === 'closed' || !(await send())) return false;
        clearTimeout(timer);
      }
      return true;
    },
    start() {
      running = true;
      if (waiting() > 0) schedule(0);
    },
    stop() {
      running = false;
      clearTimeout(timer);
    },
  };
}

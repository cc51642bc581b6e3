import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { alphanumeric } from '../shared/ids.ts';
import { parseRequest, TalviewFailure } from './errors.ts';
import { EXAM_QUESTIONS, findQuestion } from './questions.ts';
import type { Outcome, Session, TalviewStore } from './store.ts';

const createSchema = z.strictObject({
  userId: z.string().min(1).max(100),
  examId: z.string().min(1).max(100),
  duration: z.number().positive().max(600),
  sessionKey: z.string().min(1).max(200),
  attendeeName: z.string().trim().min(1).max(200),
  redirectUrl: z.url({ protocol: /^https?$/ }),
  expiresAt: z.iso.datetime({ offset: true }).nullish(),
});

const PASSING_PERCENT = 60;

export type CreatedSession = { session: Session; created: boolean };

export function createSession(store: TalviewStore, body: unknown): CreatedSession {
  const request = parseRequest(createSchema, body);
  const known = store.data.sessions.find((one) => one.sessionKey === request.sessionKey);
  if (known) return { session: known, created: false };
  const session: Session = {
    uuid: randomUUID(),
    roomToken: alphanumeric(32),
    sessionKey: request.sessionKey,
    userId: request.userId,
    examId: request.examId,
    attendeeName: request.attendeeName,
    durationMinutes: request.duration,
    redirectUrl: request.redirectUrl,
    expiresAt: request.expiresAt ?? null,
    status: 'ready',
    identityConfirmedAt: null,
    startedAt: null,
    deadlineAt: null,
    submittedAt: null,
    submittedBy: null,
    reviewedAt: null,
    questions: shuffle(EXAM_QUESTIONS).map(({ id, options }) => ({
      id,
      options: shuffle(options).map((one) => one.id),
    })),
    answers: {},
    chosenOutcome: null,
    score: null,
    result: null,
    proviewIndex: null,
    incidents: [],
  };
  store.data.sessions.push(session);
  store.save();
  return { session, created: true };
}

function shuffle<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, key: Math.random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

export function findSession(store: TalviewStore, uuid: string): Session {
  const session = store.data.sessions.find((one) => one.uuid === uuid);
  if (!session) throw new TalviewFailure(404, 'session_not_found', 'There is no such session.');
  return session;
}

export const isExpired = (session: Session, now = Date.now()) =>
  session.status === 'ready' && session.expiresAt !== null && Date.parse(session.expiresAt) <= now;

export function cancelSession(store: TalviewStore, session: Session): void {
  if (session.status === 'cancelled') return;
  requireStatus(session, 'ready', 'Only a session that has not begun can be cancelled.');
  session.status = 'cancelled';
  store.save();
}

export function confirmIdentity(store: TalviewStore, session: Session): void {
  requireOpen(session);
  session.identityConfirmedAt ??= new Date().toISOString();
  store.save();
}

/** Starts the clock, once: a second start (a reload, a second tab) changes nothing. */
export function startSession(store: TalviewStore, session: Session, now = Date.now()): void {
  if (session.status === 'started') return;
  requireOpen(session);
  if (!session.identityConfirmedAt) throw new TalviewFailure(409, 'identity_missing', 'Confirm who you are first.');
  session.status = 'started';
  session.startedAt = new Date(now).toISOString();
  session.deadlineAt = new Date(now + session.durationMinutes * 60_000).toISOString();
  store.save();
}

export const isOverTime = (session: Session, now = Date.now()) =>
  session.status === 'started' && session.deadlineAt !== null && Date.parse(session.deadlineAt) <= now;

export function answerQuestion(store: TalviewStore, session: Session, questionId: string, optionId: string): void {
  if (isOverTime(session)) throw new TalviewFailure(409, 'time_over', 'The time is over.');
  requireStatus(session, 'started', 'This exam is not running.');
  const asked = session.questions.find((one) => one.id === questionId);
  if (!asked?.options.includes(optionId)) throw new TalviewFailure(400, 'invalid_request', 'There is no such option.');
  session.answers[questionId] = optionId;
  store.save();
}

export function submitSession(
  store: TalviewStore,
  session: Session,
  by: 'candidate' | 'clock',
  outcome: Outcome | null,
): void {
  if (session.status === 'submitted' || session.status === 'reviewed') return;
  requireStatus(session, 'started', 'This exam is not running.');
  session.status = 'submitted';
  session.submittedAt = new Date().toISOString();
  session.submittedBy = by;
  session.chosenOutcome = outcome;
  store.save();
}

/** The proctor's verdict: the control address goes before the room's controls, and those before the plain default. */
export function reviewSession(store: TalviewStore, session: Session): void {
  if (session.status !== 'submitted') return;
  const { outcomes } = store.data;
  const own = outcomes.findIndex((one) => one.sessionKey === session.sessionKey);
  const at = own >= 0 ? own : outcomes.findIndex((one) => one.sessionKey === null);
  const outcome = (at >= 0 ? outcomes.splice(at, 1)[0] : undefined) ?? session.chosenOutcome;
  session.score = outcome?.score ?? answeredScore(session);
  session.proviewIndex = outcome?.proviewIndex ?? 'high';
  session.incidents = outcome?.incidents ?? [];
  session.result = session.score >= PASSING_PERCENT && session.proviewIndex !== 'low' ? 'passed' : 'failed';
  session.status = 'reviewed';
  session.reviewedAt = new Date().toISOString();
  store.save();
}

/** The share of questions answered rightly, in per cent. */
function answeredScore(session: Session): number {
  const right = session.questions.filter(({ id }) => session.answers[id] === findQuestion(id)?.correct).length;
  return Math.round((right / session.questions.length) * 100);
}

function requireOpen(session: Session): void {
  requireStatus(session, 'ready', 'This session is no longer open.');
  if (isExpired(session)) throw new TalviewFailure(410, 'session_expired', 'The time to begin this exam is over.');
}

function requireStatus(session: Session, status: Session['status'], message: string): void {
  if (session.status !== status) throw new TalviewFailure(409, 'wrong_status', message);
}

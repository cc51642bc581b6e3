import type { Eligibility, ExamStatus } from '../schemas';

/**
 * Where a learner stands with the exam of a track:
 * `blocked` something is missing · `schedulable` · `preparing` the exam room is not there yet · `booked` too early to come in · `joinable` · `running` ·
 * `awaiting` handed in, no result yet · `review` looked at by a person · `exhausted` no attempts left · `certified` · `outside` not enrolled.
 */
export type ExamStage =
  | 'outside'
  | 'blocked'
  | 'schedulable'
  | 'preparing'
  | 'booked'
  | 'joinable'
  | 'running'
  | 'awaiting'
  | 'review'
  | 'exhausted'
  | 'certified';

export function examStage(eligibility: Eligibility): ExamStage {
  if (eligibility.reasons.includes('not_enrolled')) return 'outside';
  const open = eligibility.open_session;
  if (open) return openStage(open.status, open.session_url ?? null, open.opens_in_seconds);
  if (eligibility.reasons.includes('already_certified')) return 'certified';
  if (eligibility.eligible) return 'schedulable';
  return eligibility.reasons.includes('attempts_exhausted') ? 'exhausted' : 'blocked';
}

function openStage(status: ExamStatus, sessionUrl: string | null, opensInSeconds: number): ExamStage {
  switch (status) {
    case 'review':
      return 'review';
    case 'submitted':
      return 'awaiting';
    case 'started':
      return sessionUrl === null ? 'awaiting' : 'running';
    default:
      if (sessionUrl === null) return 'preparing';
      return opensInSeconds > 0 ? 'booked' : 'joinable';
  }
}

/** Stages that change without the learner's doing and are therefore looked at again. */
export function isChanging(stage: ExamStage): boolean {
  return stage === 'preparing' || stage === 'running' || stage === 'awaiting';
}

/** An exam can be called off until it has begun. */
export function isCancellable(status: ExamStatus): boolean {
  return status === 'scheduled' || status === 'ready';
}

/** Only an https address, or one on this machine for development, is ever opened. */
export function safeSessionUrl(sessionUrl: string | null | undefined): string | null {
  if (!sessionUrl || !URL.canParse(sessionUrl)) return null;
  const url = new URL(sessionUrl);
  const local = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  return url.protocol === 'https:' || (url.protocol === 'http:' && local) ? url.href : null;
}

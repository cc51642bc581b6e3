export const vendors = ['razorpay', 'talview', 'credly', 'email'] as const;
/** Who calls us. Mail providers do not. */
export const callers = ['razorpay', 'talview', 'credly'] as const;
export const jobStatuses = ['pending', 'running', 'done', 'dead', 'discarded'] as const;
export type JobStatus = (typeof jobStatuses)[number];
export const eventStates = ['open', 'failed', 'done'] as const;
export type EventState = (typeof eventStates)[number];

/** What this version of the app has words for; any other kind is shown as it is. */
const kinds = [
  'bulk.mail',
  'bulk.run',
  'certificate.render',
  'credly.issue',
  'credly.read_event',
  'credly.revoke',
  'email.send',
  'email.test',
  'import.check',
  'import.enrol',
  'import.forget',
  'manager.invite',
  'payment.collect',
  'payment.refund_duplicate',
  'staff.invite',
  'student.invite',
  'talview.cancel_session',
  'talview.create_session',
  'talview.read_session',
  'webhook.act',
] as const;

export const knownKind = (kind: string) => kinds.find((each) => each === kind) ?? null;

type Health = { last_success_at: string | null; last_failure_at: string | null; failed_today: number };

/** Failing while the last thing heard of a vendor is a failure of today. */
export function healthOf({ last_success_at, last_failure_at, failed_today }: Health): 'good' | 'troubled' | 'quiet' {
  if (last_failure_at !== null && failed_today > 0) {
    if (last_success_at === null || Date.parse(last_failure_at) > Date.parse(last_success_at)) return 'troubled';
  }
  return last_success_at === null ? 'quiet' : 'good';
}

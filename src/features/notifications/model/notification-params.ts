import * as z from 'zod/mini';

/** What the database may put beside a kind. */
const texts = [
  'track_id',
  'track_name',
  'reason',
  'scheduled_at',
  'reference',
  'institution_name',
  'file_name',
] as const;
const numbers = ['total', 'amount', 'enrolled', 'refused', 'changed'] as const;

export type NotificationParams = Partial<
  Record<(typeof texts)[number], string> & Record<(typeof numbers)[number], number>
>;

/** What is missing or of another shape is left out: an old notice must not break the list. */
export function readParams(params: unknown): NotificationParams {
  const given = z.record(z.string(), z.unknown()).safeParse(params).data ?? {};
  const read: NotificationParams = {};
  for (const name of texts) {
    const value = given[name];
    if (typeof value === 'string') read[name] = value;
  }
  for (const name of numbers) {
    const value = given[name];
    if (typeof value === 'number') read[name] = value;
  }
  return read;
}

/** Every kind that `private.notify` is called with, and what its sentence cannot do without. */
const needs = {
  order_paid: ['total'],
  payment_refunded: ['amount'],
  exam_ready: ['scheduled_at'],
  exam_passed: [],
  exam_failed: [],
  exam_review: [],
  exam_missed: [],
  exam_cancelled: [],
  certificate_issued: [],
  certificate_revoked: ['reason'],
  lead_new: ['institution_name'],
  lead_enquired_again: ['institution_name'],
  lead_assigned: ['institution_name'],
  import_done: ['file_name', 'enrolled', 'refused'],
  identity_verified: [],
  identity_refused: ['reason'],
  bulk_done: ['changed', 'total'],
} as const satisfies Record<string, readonly (keyof NotificationParams)[]>;

export type NotificationKind = keyof typeof needs;

const isKind = (kind: string): kind is NotificationKind => Object.hasOwn(needs, kind);

/** The kind whose sentence can be said, or null: then there is only a general one. */
export function sayableKind(kind: string, params: NotificationParams): NotificationKind | null {
  if (!isKind(kind)) return null;
  const needed: readonly (keyof NotificationParams)[] = needs[kind];
  return needed.every((name) => params[name] !== undefined) ? kind : null;
}

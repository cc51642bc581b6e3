/** What this version of the app has words for; any other code is shown as it is. */
export const actionCodes = [
  'certificate.revoked',
  'enrolment.attempts_added',
  'enrolment.extended',
  'enrolment.extra_time_set',
  'enrolment.granted',
  'enrolment.revoked',
  'exam.cancelled',
  'exam.reviewed',
  'exam.scheduled',
  'exam.voided',
  'identity.opened',
  'institution.created',
  'institution.import_confirmed',
  'institution.import_undone',
  'institution.manager_added',
  'institution.manager_invited',
  'institution.manager_invitation_withdrawn',
  'institution.manager_removed',
  'institution.student_removed',
  'lead.assigned',
  'lead.converted',
  'module.published',
  'outbox.discarded',
  'outbox.retried',
  'outbox.retried_all',
  'payment.amount_mismatch',
  'payment.duplicate',
  'payment.refunded',
  'payment.unknown_order',
  'person.name_corrected',
  'role.changed',
  'role.created',
  'role.deleted',
  'role.granted',
  'role.taken',
  'setting.changed',
  'staff.first_admin',
  'staff.invitation_resent',
  'staff.invitation_withdrawn',
  'staff.invited',
  'staff.joined',
  'test.created',
  'test.draft_discarded',
  'test.ordered',
  'test.published',
  'track.published',
  'track.renamed',
  'tracks.ordered',
  'webhook.reprocessed',
] as const;
export type ActionCode = (typeof actionCodes)[number];
type AreaOf<Code> = Code extends `${infer Area}.${string}` ? Area : never;
export type ActionArea = AreaOf<ActionCode>;

export const knownAction = (code: string): ActionCode | null => actionCodes.find((each) => each === code) ?? null;

const prefixOf = (code: string) => code.slice(0, code.indexOf('.'));
const isArea = (prefix: string): prefix is ActionArea => actionCodes.some((code) => prefixOf(code) === prefix);

/** Codes by what stands before their dot. */
export const actionAreas = [...new Set(actionCodes.map(prefixOf))].filter(isArea).map((area) => ({
  area,
  codes: actionCodes.filter((code) => prefixOf(code) === area),
}));

export const subjectTypes = [
  'app_setting',
  'catalogue',
  'certificate',
  'coupon',
  'enrolment',
  'exam_session',
  'import',
  'institution',
  'lead',
  'mock_test',
  'module',
  'order',
  'outbox',
  'payment',
  'profile',
  'razorpay_order',
  'role',
  'staff_invitation',
  'track',
  'webhook_event',
] as const;

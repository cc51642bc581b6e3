import * as z from 'zod/mini';

const reasonSchema = z.enum([
  'not_enrolled',
  'modules_incomplete',
  'mock_test_not_passed',
  'identity_missing',
  'identity_rejected',
  'attempts_exhausted',
  'cooldown',
  'exam_pending',
  'already_certified',
]);
export type IneligibleReason = z.infer<typeof reasonSchema>;

const examStatusSchema = z.enum([
  'scheduled',
  'ready',
  'started',
  'submitted',
  'review',
  'passed',
  'failed',
  'voided',
  'cancelled',
  'missed',
]);
export type ExamStatus = z.infer<typeof examStatusSchema>;

const identityStatusSchema = z.enum(['pending', 'verified', 'rejected']);
export type IdentityStatus = z.infer<typeof identityStatusSchema>;

const countSchema = z.pipe(
  z.nullish(z.number()),
  z.transform((count) => count ?? 0),
);

/** What `exam_eligibility` answers. Without an enrolment the counts are 0. */
export const eligibilitySchema = z.object({
  eligible: z.boolean(),
  reasons: z.array(reasonSchema),
  enrolment_id: z.nullish(z.uuid()),
  modules_completed: countSchema,
  modules_total: countSchema,
  mock_test_passed: z.nullish(z.boolean()),
  identity_status: z.nullish(identityStatusSchema),
  attempts_total: countSchema,
  attempts_used: countSchema,
  attempts_left: countSchema,
  cooldown_until: z.nullish(z.iso.datetime({ offset: true })),
  open_session: z.nullish(
    z.object({
      id: z.uuid(),
      status: examStatusSchema,
      scheduled_at: z.iso.datetime({ offset: true }),
      session_url: z.nullish(z.string()),
      /** By the server's clock; 0 once people may come in. */
      opens_in_seconds: countSchema,
    }),
  ),
});
export type Eligibility = z.infer<typeof eligibilitySchema>;

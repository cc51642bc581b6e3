import { z } from 'zod';

export const examStatusSchema = z.enum([
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

export const scheduleExamRequestSchema = z.object({
  trackId: z.string().min(1).max(100),
  /** ISO 8601 with offset or Z. Without it the exam starts now, by the server's clock. */
  scheduledAt: z.iso.datetime({ offset: true }).optional(),
});

export type ScheduleExamRequest = z.infer<typeof scheduleExamRequestSchema>;

export const scheduleExamResponseSchema = z.object({
  examSessionId: z.uuid(),
  status: examStatusSchema,
  scheduledAt: z.string(),
  /** Null while the proctoring session is still being made. */
  sessionUrl: z.string().nullable(),
});
export type ScheduleExamResponse = z.infer<typeof scheduleExamResponseSchema>;

import * as z from 'zod/mini';
import type { EnumOf } from '~/lib/supabase/types';

/** A block of seats as bought. Price in paise for a seat; `valid_until` is the last day, in India, on which one can be given. */
const seatBlockSchema = z.object({
  id: z.string(),
  track_id: z.string(),
  track_name: z.string(),
  seats: z.int(),
  used: z.int(),
  left: z.int(),
  price: z.int(),
  valid_until: z.iso.date(),
  valid: z.boolean(),
});
export type SeatBlock = z.infer<typeof seatBlockSchema>;

/** Where the students of a track stand: how many in each state. Averages in per cent; `left` counts valid blocks only. */
const trackStandingSchema = z.object({
  track_id: z.string(),
  track_name: z.string(),
  seats: z.int(),
  used: z.int(),
  left: z.int(),
  students: z.int(),
  invited: z.int(),
  not_started: z.int(),
  learning: z.int(),
  completed: z.int(),
  certified: z.int(),
  at_risk: z.int(),
  test_passed: z.int(),
  exam_passed: z.int(),
  exam_failed: z.int(),
  average_percent: z.number(),
  average_test_score: z.nullable(z.number()),
  completion: z.object({ none: z.int(), started: z.int(), half: z.int(), done: z.int() }),
});
export type TrackStanding = z.infer<typeof trackStandingSchema>;

/** `students` counts people, a track's counts seats: who learns two tracks is one student. */
export const overviewSchema = z.object({
  students: z.int(),
  invited: z.int(),
  joined: z.int(),
  certified: z.int(),
  at_risk: z.int(),
  seats: z.array(seatBlockSchema),
  tracks: z.array(trackStandingSchema),
});
export type Overview = z.infer<typeof overviewSchema>;

export const studentStates = ['invited', 'not_started', 'learning', 'completed', 'certified'] as const;
const studentRisks = ['not_joined', 'not_started', 'inactive', 'exam_failed'] as const;
export const studentProgress = ['none', 'started', 'half', 'done'] as const;
export const studentSorts = ['name', 'email', 'track', 'percent', 'score', 'activity', 'assigned'] as const;

const examStatuses = [
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
] as const satisfies EnumOf<'exam_status'>[];

/** One seat of a student: who learns two tracks has two rows. Progress and scores in per cent. */
const studentRowSchema = z.object({
  student_id: z.string(),
  seat_id: z.string(),
  full_name: z.string(),
  email: z.string(),
  roll_no: z.nullable(z.string()),
  track_id: z.string(),
  track_name: z.string(),
  state: z.enum(studentStates),
  percent: z.number(),
  modules_completed: z.int(),
  modules_total: z.int(),
  best_test_score: z.nullable(z.number()),
  tests_passed: z.int(),
  exam_status: z.nullable(z.enum(examStatuses)),
  exam_score: z.nullable(z.number()),
  certificate_id: z.nullable(z.string()),
  certificate_number: z.nullable(z.string()),
  last_active_at: z.nullable(z.string()),
  invited_at: z.nullable(z.string()),
  invitation_sent_at: z.nullable(z.string()),
  joined_at: z.nullable(z.string()),
  assigned_at: z.string(),
  risk: z.nullable(z.enum(studentRisks)),
});
export type StudentRow = z.infer<typeof studentRowSchema>;

export const studentListSchema = z.object({ total: z.int(), rows: z.array(studentRowSchema) });

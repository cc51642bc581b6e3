import { z } from 'zod';

const figures = z.object({
  registrations: z.number(),
  paid: z.number(),
  refunds: z.number(),
  /** Paise. */
  refunded: z.number(),
  /** Paise, net of refunds. */
  revenue: z.number(),
  enrolments: z.number(),
  completions: z.number(),
  exams_passed: z.number(),
  exams_failed: z.number(),
  certificates: z.number(),
});

const step = z.object({
  day: z.iso.date(),
  registrations: z.number(),
  enrolments: z.number(),
  /** Paise, net of refunds. */
  revenue: z.number(),
  certificates: z.number(),
});
export type CourseStep = z.infer<typeof step>;

export const funnelSteps = ['registered', 'enrolled', 'learning', 'test_passed', 'exam', 'certified'] as const;

export const overviewSchema = z.object({
  now: figures,
  before: figures,
  funnel: z.object({
    registered: z.number(),
    enrolled: z.number(),
    learning: z.number(),
    test_passed: z.number(),
    exam: z.number(),
    certified: z.number(),
  }),
  course: z.object({ unit: z.enum(['day', 'week', 'month']), steps: z.array(step) }),
  expiring: z.number(),
  work: z.object({ waiting: z.number(), retrying: z.number(), failed: z.number() }),
});
export type Overview = z.infer<typeof overviewSchema>;

const cursor = z.object({ at: z.string(), id: z.string() });
export type Cursor = z.infer<typeof cursor>;

export const rowsSchema = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      user_id: z.string(),
      name: z.string(),
      email: z.string(),
      track: z.string().nullable(),
      at: z.string(),
      /** Paise; less than nothing for a refund. */
      amount: z.number().nullable(),
      state: z.string().nullable(),
    }),
  ),
  next: cursor.nullable(),
});
export type FigureRow = z.infer<typeof rowsSchema>['rows'][number];

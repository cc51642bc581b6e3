import { z } from 'zod';

export const bulkKinds = ['enrol', 'extend', 'mail', 'export'] as const;
export type BulkKind = (typeof bulkKinds)[number];
export const bulkStatuses = ['running', 'done', 'cancelled', 'stopped'] as const;
export type BulkStatus = (typeof bulkStatuses)[number];
export const rowStates = ['waiting', 'changed', 'skipped', 'refused'] as const;
export type RowState = (typeof rowStates)[number];

const jobSchema = z.object({
  id: z.string(),
  kind: z.enum(bulkKinds),
  status: z.enum(bulkStatuses),
  reason: z.string(),
  track: z.string().nullable(),
  until: z.string().nullable(),
  subject: z.string().nullable(),
  created_by: z.string().nullable(),
  total: z.number(),
  changed: z.number(),
  skipped: z.number(),
  refused: z.number(),
  created_at: z.string(),
  ended_at: z.string().nullable(),
});
export type BulkJob = z.infer<typeof jobSchema>;

export const jobListSchema = z.object({ total: z.number(), rows: z.array(jobSchema) });
export const jobDetailSchema = jobSchema.extend({ body: z.string().nullable() });
export type BulkJobDetail = z.infer<typeof jobDetailSchema>;

export const rowListSchema = z.object({
  rows: z.array(
    z.object({
      row: z.number(),
      user_id: z.string().nullable(),
      name: z.string().nullable(),
      email: z.string().nullable(),
      state: z.enum(rowStates),
      outcome: z.string().nullable(),
    }),
  ),
  next: z.number().nullable(),
});
export type BulkRow = z.infer<typeof rowListSchema>['rows'][number];

export const previewSchema = z.object({
  found: z.number(),
  unknown: z.number(),
  sample: z.array(z.object({ name: z.string(), email: z.string() })),
  unknown_sample: z.array(z.string()),
});
export type BulkPreview = z.infer<typeof previewSchema>;

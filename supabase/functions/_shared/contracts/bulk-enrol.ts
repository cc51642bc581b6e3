import { z } from 'zod';

export const importStatusSchema = z.enum([
  'checking',
  'checked',
  'unreadable',
  'enrolling',
  'done',
  'cancelled',
  'undone',
]);
export type ImportStatus = z.infer<typeof importStatusSchema>;

/** What stands in the way of reading a whole file; the person sees a sentence for each. */
export const importProblemSchema = z.enum([
  'wrong_type',
  'empty_file',
  'no_rows',
  'too_many_rows',
  'too_large',
  'encoding_unreadable',
  'broken_quote',
  'missing_columns',
  'repeated_columns',
  'broken_workbook',
  'file_missing',
]);
export type ImportProblem = z.infer<typeof importProblemSchema>;

/** What can be wrong with one cell or row. */
export const rowFaultCodeSchema = z.enum([
  'email_missing',
  'email_invalid',
  'email_too_long',
  'name_missing',
  'name_too_long',
  'name_invalid',
  'roll_no_too_long',
  'track_missing',
  'track_unknown',
  'track_without_seats',
  'formula',
  'control_character',
  'too_many_cells',
  'too_few_cells',
  'duplicate_in_file',
  'account_not_open',
]);
export type RowFaultCode = z.infer<typeof rowFaultCodeSchema>;

/** `column` is a column of the template, `row` for a fault of the whole row. */
export const rowFaultSchema = z.object({
  column: z.enum(['email', 'full_name', 'roll_no', 'track', 'row']),
  code: rowFaultCodeSchema,
  /** Of `duplicate_in_file`: the row that came first. */
  details: z.object({ row: z.number().int() }).partial().optional(),
});
export type RowFault = z.infer<typeof rowFaultSchema>;

/** Data rows of one file. */
export const maxImportRows = 50_000;
/** Bytes of one file, also the limit of the bucket. */
export const maxImportBytes = 10 * 1024 * 1024;

/** Columns of the template, in order; the last two may be left out. */
export const importColumns = ['email', 'full_name', 'roll_no', 'track'] as const;
export type ImportColumn = (typeof importColumns)[number];

export const bulkEnrolRequestSchema = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('check'),
    institutionId: z.uuid(),
    /** Of the object in the bucket `imports`: `<institution>/<user>/<uuid>.csv` or `.xlsx`. */
    path: z.string().min(1).max(300),
    fileName: z.string().trim().min(1).max(255),
    /** The track for every row; without it the file says. */
    trackId: z.string().min(1).max(100).optional(),
  }),
  z.object({ action: z.enum(['confirm', 'cancel', 'undo']), importId: z.uuid() }),
]);

/**
 * Refusals: 403 `forbidden`, 409 `file_missing`, `track_without_seats`, `import_not_ready`, `nothing_to_enrol`,
 * `import_finished`, `import_running`, 429 `too_many_requests`.
 */
export const bulkEnrolResponseSchema = z.object({
  importId: z.uuid(),
  status: importStatusSchema,
  /** Of `undo`: seats taken back, and seats of students who had started. */
  undone: z.number().int().optional(),
  kept: z.number().int().optional(),
});
export type BulkEnrolResponse = z.infer<typeof bulkEnrolResponseSchema>;

import * as z from 'zod/mini';

const seatsNeededSchema = z.object({
  track_id: z.string(),
  track_name: z.string(),
  /** Rows that are ready and would take a seat. */
  needed: z.number(),
  left: z.number(),
});
export type SeatsNeeded = z.infer<typeof seatsNeededSchema>;

/** What of a problem is told beside its code. */
const problemDetailsSchema = z.object({
  limit: z.optional(z.number()),
  row: z.optional(z.number()),
  columns: z.optional(z.array(z.string())),
});

const cellsSchema = z.record(z.string(), z.string());

const faultSchema = z.object({
  column: z.string(),
  code: z.string(),
  details: z.nullish(z.object({ row: z.optional(z.number()) })),
});

/** The jsonb columns of an import. */
export const importJsonSchema = z.object({
  problem_details: z.nullable(problemDetailsSchema),
  ignored_columns: z.nullable(z.array(z.string())),
  seats_needed: z.array(seatsNeededSchema),
});

/** The jsonb columns of a row. */
export const importRowJsonSchema = z.object({ raw: cellsSchema, faults: z.array(faultSchema) });

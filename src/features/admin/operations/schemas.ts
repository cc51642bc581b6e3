import { z } from 'zod';
import { eventStates, jobStatuses, vendors } from './model/kinds';

const text = z.string();
const maybe = z.nullable(z.string());
const count = z.int();
const vendor = z.enum(vendors);

export const jobSchema = z.object({
  id: text,
  kind: text,
  status: z.enum(jobStatuses),
  attempts: count,
  created_at: text,
  next_attempt_at: maybe,
  done_at: maybe,
  failed_at: maybe,
  last_error: maybe,
});
export type Job = z.infer<typeof jobSchema>;
export const jobDetailSchema = jobSchema.extend({ payload: z.unknown(), vendor: z.nullable(vendor) });
export type JobDetail = z.infer<typeof jobDetailSchema>;

export const eventSchema = z.object({
  id: text,
  provider: text,
  event_id: text,
  state: z.enum(eventStates),
  received_at: text,
  processed_at: maybe,
  error: maybe,
});
export type StoredEvent = z.infer<typeof eventSchema>;
/** `body` has the keys of what came in, and no values; null when it is gone. */
export const eventDetailSchema = eventSchema.extend({ body: z.unknown() });
export type EventDetail = z.infer<typeof eventDetailSchema>;

const cursor = z.nullable(z.object({ id: text, at: text }));
const page = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), next: cursor, previous: cursor, total: count, total_capped: z.boolean() });
export const jobListSchema = page(jobSchema);
export const eventListSchema = page(eventSchema);

const kindCountSchema = z.object({
  kind: text,
  pending: count,
  running: count,
  dead: count,
  discarded: count,
  done_today: count,
  oldest_waiting: maybe,
});
export type KindCount = z.infer<typeof kindCountSchema>;

const providerCountSchema = z.object({
  provider: text,
  open: count,
  failed: count,
  done_today: count,
  oldest_open: maybe,
});

const vendorHealthSchema = z.object({
  vendor,
  last_success_at: maybe,
  last_failure_at: maybe,
  last_error: maybe,
  waiting: count,
  failed_today: count,
});
export type VendorHealth = z.infer<typeof vendorHealthSchema>;

export const overviewSchema = z.object({
  kinds: z.array(kindCountSchema),
  providers: z.array(providerCountSchema),
  vendors: z.array(vendorHealthSchema),
});

export const retriedSchema = z.object({ retried: count, left: count });

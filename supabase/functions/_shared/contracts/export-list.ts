import { z } from 'zod';
import { enquiryKindSchema } from './submit-enquiry.ts';

export const exportFormatSchema = z.enum(['csv', 'xlsx']);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

const leadStatusSchema = z.enum(['new', 'contacted', 'qualified', 'negotiation', 'converted', 'lost']);

const search = z.string().max(200).optional();
const trackId = z.string().min(1).max(100).optional();
const sort = z.string().min(1).max(40).optional();
const descending = z.boolean().optional();

/**
 * The filters of the lists on screen, under the same names.
 *
 * The answer is the file, as `application/octet-stream`: supabase-js then hands it on as a Blob, byte for byte. Refusals: 403
 * `forbidden`, 404 `not_found` (also what the caller may not see), 429 `too_many_requests`.
 */
export const exportListRequestSchema = z.discriminatedUnion('list', [
  z.object({
    list: z.literal('students'),
    format: exportFormatSchema,
    params: z.object({
      institutionId: z.uuid(),
      search,
      trackId,
      state: z.string().min(1).max(40).optional(),
      progress: z.string().min(1).max(40).optional(),
      sort,
      descending,
    }),
  }),
  z.object({
    list: z.literal('leads'),
    format: exportFormatSchema,
    params: z.object({
      search,
      status: z.array(leadStatusSchema).max(10).optional(),
      kind: enquiryKindSchema.optional(),
      assignee: z.uuid().optional(),
      overdue: z.boolean().optional(),
      sort,
      descending,
    }),
  }),
  z.object({
    list: z.literal('users'),
    format: exportFormatSchema,
    params: z.object({
      search,
      kind: z.enum(['learner', 'institution', 'staff']).optional(),
      status: z.enum(['active', 'suspended', 'erased']).optional(),
      trackId,
      enrolment: z.enum(['active', 'completed', 'expired', 'revoked']).optional(),
      identity: z.enum(['waiting', 'verified', 'refused', 'none']).optional(),
      sort,
      descending,
    }),
  }),
  z.object({
    list: z.literal('audit'),
    format: exportFormatSchema,
    params: z.object({
      actor: z.uuid().optional(),
      /** A whole code, or the part before its dot. */
      action: z.string().max(100).optional(),
      subjectType: z.string().max(60).optional(),
      subjectId: z.string().max(100).optional(),
      from: z.iso.datetime().optional(),
      /** Not included. */
      to: z.iso.datetime().optional(),
    }),
  }),
  z.object({
    list: z.literal('bulk-results'),
    format: exportFormatSchema,
    params: z.object({ jobId: z.uuid() }),
  }),
  z.object({
    list: z.literal('import-errors'),
    format: exportFormatSchema,
    params: z.object({ importId: z.uuid() }),
  }),
  z.object({
    list: z.literal('certificates'),
    format: exportFormatSchema,
    params: z.object({ institutionId: z.uuid(), trackId }),
  }),
]);
export type ExportListRequest = z.infer<typeof exportListRequestSchema>;
export type ExportList = ExportListRequest['list'];

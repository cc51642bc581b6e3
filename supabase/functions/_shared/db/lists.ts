import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { callRpc, checkAnswer } from './client.ts';
import { toDatabaseError } from './errors.ts';
import {
  accessSchema,
  auditRowSchema,
  bulkRowSchema,
  certificateRowSchema,
  importFileSchema,
  importRowSchema,
  leadRowSchema,
  page,
  studentRowSchema,
  userPageSchema,
  type Access,
  type AuditRow,
  type BulkRow,
  type CertificateRow,
  type ImportFile,
  type ImportRow,
  type LeadRow,
  type Page,
  type StudentRow,
  type UserPage,
} from './list-rows.ts';

export type StudentFilter = {
  institutionId: string;
  search?: string | undefined;
  trackId?: string | undefined;
  state?: string | undefined;
  progress?: string | undefined;
  sort?: string | undefined;
  descending?: boolean | undefined;
};
export type AuditFilter = {
  actor?: string | undefined;
  action?: string | undefined;
  subjectType?: string | undefined;
  subjectId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};
export type LeadFilter = {
  search?: string | undefined;
  status?: string[] | undefined;
  kind?: string | undefined;
  assignee?: string | undefined;
  overdue?: boolean | undefined;
  sort?: string | undefined;
  descending?: boolean | undefined;
};
export type UserFilter = {
  search?: string | undefined;
  kind?: string | undefined;
  status?: string | undefined;
  trackId?: string | undefined;
  enrolment?: string | undefined;
  identity?: string | undefined;
  sort?: string | undefined;
  descending?: boolean | undefined;
};

type Answer = PromiseLike<{ data: unknown; error: unknown; status: number }>;

async function rowsOf<T>(name: string, query: Answer, schema: z.ZodType<T>): Promise<T> {
  const { data, error, status } = await query;
  if (error) throw toDatabaseError(error, status);
  return checkAnswer(name, data, schema);
}

/** Lists as the owner of the client may see them: the client is the caller's, never the service's. */
export function createListStore(client: SupabaseClient) {
  return {
    /** Null for an account without a profile. */
    access: (): Promise<Access | null> => callRpc(client, 'my_access', {}, accessSchema.nullable()),
    students: (filter: StudentFilter, offset: number, limit: number): Promise<Page<StudentRow>> =>
      callRpc(
        client,
        'list_students',
        {
          p_institution_id: filter.institutionId,
          p_search: filter.search ?? null,
          p_track_id: filter.trackId ?? null,
          p_state: filter.state ?? null,
          p_progress: filter.progress ?? null,
          p_sort: filter.sort ?? null,
          p_descending: filter.descending ?? null,
          p_limit: limit,
          p_offset: offset,
        },
        page(studentRowSchema),
      ),
    leads: (filter: LeadFilter, offset: number, limit: number): Promise<Page<LeadRow>> =>
      callRpc(
        client,
        'list_leads',
        {
          p_search: filter.search ?? null,
          p_status: filter.status ?? null,
          p_kind: filter.kind ?? null,
          p_assignee: filter.assignee ?? null,
          p_overdue: filter.overdue ?? null,
          p_sort: filter.sort ?? null,
          p_descending: filter.descending ?? null,
          p_limit: limit,
          p_offset: offset,
        },
        page(leadRowSchema),
      ),
    users: (filter: UserFilter, after: string | null, limit: number): Promise<UserPage> =>
      callRpc(
        client,
        'list_users',
        {
          p_search: filter.search ?? null,
          p_kind: filter.kind ?? null,
          p_status: filter.status ?? null,
          p_track_id: filter.trackId ?? null,
          p_enrolment: filter.enrolment ?? null,
          p_identity: filter.identity ?? null,
          p_sort: filter.sort ?? null,
          p_descending: filter.descending ?? null,
          p_after: after === null ? null : { id: after },
          p_limit: limit,
        },
        userPageSchema,
      ),
    /** Newest first, from the entry after `after` on. */
    audit: async (
      filter: AuditFilter,
      after: { id: number; at: string } | null,
      limit: number,
    ): Promise<AuditRow[]> => {
      const { rows } = await callRpc(
        client,
        'list_audit',
        {
          p_actor: filter.actor ?? null,
          p_action: filter.action ?? null,
          p_subject_type: filter.subjectType ?? null,
          p_subject_id: filter.subjectId ?? null,
          p_from: filter.from ?? null,
          p_to: filter.to ?? null,
          p_after: after,
          p_limit: limit,
        },
        z.object({ rows: z.array(auditRowSchema) }),
      );
      return rows;
    },
    /** In the order of the set, from a row number on. */
    bulkRows: async (jobId: string, after: number, limit: number): Promise<BulkRow[]> => {
      const { rows } = await callRpc(
        client,
        'list_bulk_rows',
        { p_job_id: jobId, p_after: after, p_limit: limit },
        z.object({ rows: z.array(bulkRowSchema) }),
      );
      return rows;
    },
    trackNames: async (): Promise<Map<string, string>> => {
      const tracks = await rowsOf(
        'tracks',
        client.from('tracks').select('id, name'),
        z.array(z.object({ id: z.string(), name: z.string() })),
      );
      return new Map(tracks.map(({ id, name }) => [id, name]));
    },
    findImport: (id: string): Promise<ImportFile | null> =>
      rowsOf(
        'imports',
        client.from('imports').select('id, columns, ignored_columns').eq('id', id).maybeSingle(),
        importFileSchema.nullable(),
      ),
    /** Rows that got no seat, in the order of the file, from a row number on. */
    importErrors: (importId: string, after: number, limit: number): Promise<ImportRow[]> =>
      rowsOf(
        'import_rows',
        client
          .from('import_rows')
          .select('row_number, raw, faults, reason')
          .eq('import_id', importId)
          .in('state', ['faulty', 'refused'])
          .gt('row_number', after)
          .order('row_number')
          .limit(limit),
        z.array(importRowSchema),
      ),
    /** In the order of their numbers. */
    certificates: (
      of: { institutionId: string; trackId?: string | undefined },
      after: string,
      limit: number,
    ): Promise<CertificateRow[]> => {
      const query = client
        .from('certificates')
        .select('number, holder_name, track_name, status, issued_at, expires_at, revoked_at')
        .eq('institution_id', of.institutionId)
        .gt('number', after);
      const narrowed = of.trackId === undefined ? query : query.eq('track_id', of.trackId);
      return rowsOf('certificates', narrowed.order('number').limit(limit), z.array(certificateRowSchema));
    },
  };
}
export type ListStore = ReturnType<typeof createListStore>;

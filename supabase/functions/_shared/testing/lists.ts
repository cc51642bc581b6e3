import type {
  AuditRow,
  BulkRow,
  CertificateRow,
  ImportRow,
  LeadRow,
  Page,
  StudentRow,
  UserRow,
} from '../db/list-rows.ts';
import type { ListStore } from '../db/lists.ts';
import { HttpError } from '../http/errors.ts';
import { institutionId } from './institution-certificates.ts';

const studentRow = (index: number, more: Partial<StudentRow> = {}): StudentRow => ({
  full_name: `Student ${index}`,
  email: `student${index}@example.com`,
  roll_no: `00${index}`,
  track_name: 'AI Foundations',
  state: 'not_started',
  percent: 0,
  modules_completed: 0,
  modules_total: 12,
  best_test_score: null,
  tests_passed: 0,
  exam_status: null,
  exam_score: null,
  certificate_number: null,
  risk: null,
  last_active_at: null,
  invited_at: '2026-04-01T04:11:00+00:00',
  joined_at: null,
  assigned_at: '2026-04-01T04:11:00+00:00',
  ...more,
});

export const leadRow = (index: number, more: Partial<LeadRow> = {}): LeadRow => ({
  reference: `ENQ-${String(index).padStart(6, '0')}`,
  status: 'new',
  kind: 'university',
  institution_name: `University ${index}`,
  contact_name: 'Ann Thomas',
  contact_email: 'ann@example.edu',
  contact_phone: '+919876543210',
  designation: null,
  website: null,
  address: null,
  city: null,
  state: '29',
  expected_students: 200,
  track_ids: ['ai-foundations'],
  assignee_name: null,
  estimated_value: 12_345_650,
  follow_up_date: '2026-05-01',
  overdue: false,
  lost_reason: null,
  enquiries: 1,
  last_enquiry_at: '2026-04-01T04:11:00+00:00',
  created_at: '2026-04-01T04:11:00+00:00',
  closed_at: null,
  ...more,
});

export const auditRow = (id: number, more: Partial<AuditRow> = {}): AuditRow => ({
  id,
  at: `2026-04-01T04:11:00.${String(id).padStart(6, '0')}+00:00`,
  actor: '00000000-0000-4000-8000-000000000104',
  actor_name: 'Nila Iyer',
  action: 'role.granted',
  subject_type: 'profile',
  subject_id: '00000000-0000-4000-8000-000000000900',
  subject_name: 'Ravi Menon',
  reason: 'New colleague',
  origin: { address: '203.0.113.9', agent: 'Browser/1' },
  details: { before: {}, after: { role: 'sales' } },
  ...more,
});

export const certificateRow = (index: number, more: Partial<CertificateRow> = {}): CertificateRow => ({
  number: `AIR-2026-${String(index).padStart(8, '0')}`,
  holder_name: `Student ${index}`,
  track_name: 'AI Foundations',
  status: 'issued',
  issued_at: '2026-04-01T04:11:00+00:00',
  expires_at: '2028-04-01T04:11:00+00:00',
  revoked_at: null,
  ...more,
});

export const importRow = (rowNumber: number, more: Partial<ImportRow> = {}): ImportRow => ({
  row_number: rowNumber,
  raw: { Email: `student${rowNumber}`, 'Student name': `Student ${rowNumber}`, Phone: '+919876543210' },
  faults: [{ column: 'email', code: 'email_invalid' }],
  reason: null,
  ...more,
});

/** The id tells the place in the list. */
export const userRow = (index: number, more: Partial<UserRow> = {}): UserRow => ({
  id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  full_name: `Person ${index}`,
  email: `person${index}@example.com`,
  phone: '+919876543210',
  kind: 'learner',
  status: 'active',
  identity: 'none',
  enrolments: [{ track_name: 'AI Foundations', state: 'active' }],
  joined_at: '2026-04-01T04:11:00+00:00',
  ...more,
});

const forbidden = () => new HttpError(403, 'forbidden', 'You are not allowed to do this.');

/** What one person sees of the database: lists by page, refusals where they have no right. */
export function createFakeLists(has: {
  students?: number;
  leads?: LeadRow[];
  certificates?: CertificateRow[];
  /** Newest first. */
  audit?: AuditRow[];
  imports?: { id: string; columns: string[] | null; rows: ImportRow[] }[];
  users?: UserRow[];
  bulk?: { id: string; rows: BulkRow[] };
  permissions?: string[];
}) {
  const asked: { list: string; from: number | string; limit: number; filter?: unknown }[] = [];
  const importOf = (id: string) => has.imports?.find((each) => each.id === id);
  const lists: ListStore = {
    access: async () => ({
      permissions: has.permissions ?? [],
      institutions: has.certificates || has.students !== undefined ? [{ id: institutionId }] : [],
    }),
    students: async (filter, offset, limit): Promise<Page<StudentRow>> => {
      asked.push({ list: 'students', from: offset, limit, filter });
      const total = has.students;
      if (total === undefined || filter.institutionId !== institutionId) throw forbidden();
      const length = Math.max(0, Math.min(limit, total - offset));
      return { total, rows: Array.from({ length }, (_row, index) => studentRow(offset + index + 1)) };
    },
    leads: async (filter, offset, limit) => {
      asked.push({ list: 'leads', from: offset, limit, filter });
      if (!has.leads) throw forbidden();
      return { total: has.leads.length, rows: has.leads.slice(offset, offset + limit) };
    },
    users: async (filter, after, limit) => {
      asked.push({ list: 'users', from: after ?? '', limit, filter });
      if (!has.users) throw forbidden();
      const from = has.users.findIndex(({ id }) => id === after) + 1;
      const rows = has.users.slice(from, from + limit);
      const last = rows.at(-1);
      return { rows, next: last && from + limit < has.users.length ? { id: last.id } : null };
    },
    audit: async (filter, after, limit) => {
      asked.push({ list: 'audit', from: after?.id ?? 0, limit, filter });
      if (!has.audit) throw forbidden();
      return has.audit.filter(({ id }) => after === null || id < after.id).slice(0, limit);
    },
    bulkRows: async (id, after, limit) => {
      asked.push({ list: 'bulk-results', from: after, limit });
      if (has.bulk?.id !== id) throw forbidden();
      return has.bulk.rows.filter(({ row }) => row > after).slice(0, limit);
    },
    trackNames: async () => new Map([['ai-foundations', 'AI Foundations']]),
    findImport: async (id) => {
      const found = importOf(id);
      return found ? { id, columns: found.columns, ignored_columns: null } : null;
    },
    importErrors: async (id, after, limit) => {
      asked.push({ list: 'import-errors', from: after, limit });
      return (importOf(id)?.rows ?? []).filter((row) => row.row_number > after).slice(0, limit);
    },
    certificates: async (of, after, limit) => {
      asked.push({ list: 'certificates', from: after, limit, filter: of });
      return (has.certificates ?? []).filter(({ number }) => number > after).slice(0, limit);
    },
  };
  return { lists, asked };
}

import { institution, institutionId, learner, manager, personId, staff } from './fill-tables.ts';

export type ListQuery = {
  name: string;
  /** Who asks. */
  person: number;
  /** As the app asks it; row-level security is on. It already repeats the filter, as every list of the app does. */
  asked: string;
  /** The same rows for the owner of the table, with the filter of the policy written out. */
  owned: string;
};

const me = `user_id = '${personId(learner)}'`;
const ours = `institution_id = '${institutionId(institution)}'`;

const lists: Record<string, { columns: string; order: string }> = {
  enrolments: {
    columns: 'id, track_id, source, status, enrolled_at, expires_at, attempts_included, attempts_added',
    order: 'enrolled_at',
  },
  module_progress: {
    columns: 'enrolment_id, module_id, status, position_seconds, watched_seconds, completed_at',
    order: 'updated_at',
  },
  test_attempts: {
    columns: 'id, mock_test_id, attempt_no, status, started_at, submitted_at, score, passed',
    order: 'started_at',
  },
  orders: { columns: 'id, created_at, kind, status, total, currency, track_id', order: 'created_at' },
  exam_sessions: { columns: 'id, track_id, attempt_no, status, scheduled_at, score, decided_at', order: 'created_at' },
  certificates: { columns: 'id, number, track_id, status, issued_at, expires_at', order: 'issued_at' },
  imports: {
    columns: 'id, file_name, status, rows_total, rows_enrolled, rows_refused, created_at, finished_at',
    order: 'created_at',
  },
};

/** Lists that institutions have and learners have not. */
const institutionOnly = new Set(['imports']);

function query(table: string, filter: string): string {
  const list = lists[table];
  if (!list) throw new Error(`There is no list of ${table}.`);
  const where = filter === '' ? '' : `where ${filter}`;
  return `select ${list.columns} from public.${table} ${where} order by ${list.order} desc limit 10`;
}

function same(name: string, person: number, table: string, filter: string): ListQuery {
  return { name, person, asked: query(table, filter), owned: query(table, filter) };
}

/** Each list that the app asks for, as the person who asks it. */
export const listQueries: readonly ListQuery[] = [
  ...Object.keys(lists)
    .filter((table) => !institutionOnly.has(table))
    .map((table) => same(`learner_${table}`, learner, table, me)),
  ...['enrolments', 'certificates', 'imports'].map((table) => same(`manager_${table}`, manager, table, ours)),
  ...['enrolments', 'orders', 'exam_sessions', 'certificates'].map((table) => same(`staff_${table}`, staff, table, '')),
];

import { randomUUID } from 'node:crypto';
import type { Database } from './database.ts';

let serial = 0;
const next = () => (serial += 1);

interface PersonOptions {
  email?: string;
  name?: string;
  kind?: 'learner' | 'institution' | 'staff';
  status?: 'active' | 'suspended' | 'erased';
  /** Ids of roles, for staff. */
  roles?: string[];
  metadata?: Record<string, unknown>;
}

/** Signs a person up the way Auth does, by a row in auth.users; answers the user id. */
export async function addPerson(db: Database, options: PersonOptions = {}): Promise<string> {
  const id = randomUUID();
  const email = options.email ?? `person-${next()}-${id.slice(0, 8)}@example.com`;
  const metadata = { full_name: options.name ?? 'Asha Rao', ...options.metadata };
  await db.rows(
    `insert into auth.users (instance_id, id, aud, role, email, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
     values ('00000000-0000-0000-0000-000000000000', $1, 'authenticated', 'authenticated', $2, '{}', $3, now(), now())`,
    [id, email, JSON.stringify(metadata)],
  );
  const kind = options.kind ?? (options.roles ? 'staff' : 'learner');
  await db.rows('update public.profiles set kind = $2, status = $3 where user_id = $1', [
    id,
    kind,
    options.status ?? 'active',
  ]);
  for (const role of options.roles ?? []) {
    await db.rows('insert into public.staff_roles (user_id, role_id) values ($1, $2)', [id, role]);
  }
  return id;
}

/** A role that holds exactly these permissions; answers its id. */
export async function addRole(db: Database, permissions: string[]): Promise<string> {
  const id = `role-${next()}`;
  await db.rows('insert into public.roles (id, name) values ($1, $1)', [id]);
  await db.rows('insert into public.role_permissions (role_id, permission_id) select $1, unnest($2::text[])', [
    id,
    permissions,
  ]);
  return id;
}

/** A member of staff who holds exactly these permissions. */
export async function addStaff(db: Database, permissions: string[]): Promise<string> {
  return addPerson(db, { roles: [await addRole(db, permissions)] });
}

export async function addTrack(db: Database, columns: Record<string, unknown> = {}): Promise<string> {
  const id = `track-${next()}`;
  return text(
    await insert(db, 'public.tracks', { id, name: `Track ${id}`, price: 499900, active: true, ...columns }, 'id'),
  );
}

export async function addModule(db: Database, trackId: string, columns: Record<string, unknown> = {}): Promise<string> {
  const position = next();
  const id = text(
    await insert(db, 'public.modules', { title: `Module ${position}`, body: 'The material', ...columns }, 'id'),
  );
  await insert(db, 'public.track_modules', { track_id: trackId, module_id: id, position });
  return id;
}

export async function enrol(db: Database, userId: string, trackId: string, institutionId?: string): Promise<string> {
  return text(
    await db.value('select private.enrol($1, $2, $3, null, $4)', [
      userId,
      trackId,
      institutionId ? 'institution' : 'grant',
      institutionId ?? null,
    ]),
  );
}

export async function addInstitution(db: Database, managers: string[] = []): Promise<string> {
  const id = text(await insert(db, 'public.institutions', { kind: 'university', name: `University ${next()}` }, 'id'));
  for (const user_id of managers) await insert(db, 'public.institution_managers', { institution_id: id, user_id });
  return id;
}

export interface QuestionSpec {
  kind?: 'single' | 'multiple' | 'true_false' | 'numeric' | 'ordering' | 'short_answer';
  options?: string[];
  correct: string[];
  points?: number;
  negativePoints?: number;
  explanation?: string;
  active?: boolean;
}

export async function addTest(
  db: Database,
  trackId: string,
  questions: QuestionSpec[],
  columns: Record<string, unknown> = {},
): Promise<{ id: string; questions: string[] }> {
  const id = text(
    await insert(
      db,
      'public.mock_tests',
      { track_id: trackId, title: 'Practice', duration_minutes: 30, ...columns },
      'id',
    ),
  );
  const ids: string[] = [];
  for (const [position, question] of questions.entries()) {
    const kind = question.kind ?? 'single';
    const options = question.options ?? (kind === 'numeric' || kind === 'short_answer' ? [] : ['a', 'b', 'c', 'd']);
    const questionId = text(
      await insert(
        db,
        'public.questions',
        {
          mock_test_id: id,
          kind,
          prompt: `Question ${position + 1}`,
          options: JSON.stringify(options.map((option) => ({ id: option, text: `Option ${option}` }))),
          points: question.points ?? 1,
          negative_points: question.negativePoints ?? 0,
          position,
          active: question.active ?? true,
        },
        'id',
      ),
    );
    await insert(db, 'private.answer_keys', {
      question_id: questionId,
      correct: question.correct,
      explanation: question.explanation ?? 'Because it is so.',
    });
    ids.push(questionId);
  }
  return { id, questions: ids };
}

/** Inserts one row; answers the named column of it. Table and column names come from the tests, never from data. */
export async function insert(
  db: Database,
  table: string,
  columns: Record<string, unknown>,
  returning = '1',
): Promise<unknown> {
  const names = Object.keys(columns);
  const places = names.map((_, index) => `$${index + 1}`);
  return db.value(
    `insert into ${table} (${names.join(', ')}) values (${places.join(', ')}) returning ${returning}`,
    Object.values(columns),
  );
}

export function text(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`A text was expected, not ${JSON.stringify(value)}`);
  return value;
}

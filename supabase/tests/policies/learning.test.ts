import { beforeAll, describe, expect, it } from 'vitest';
import { addInstitution, addModule, addPerson, addStaff, addTest, addTrack, enrol } from '../support/builders.ts';
import { save, start, submit } from '../support/attempts.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson, type Person, type Session } from '../support/people.ts';

const db = useDatabase();
const as = <T>(person: Person | string, run: (s: Session) => Promise<T>, options = {}) =>
  asPerson(db.owner, typeof person === 'string' ? { userId: person } : person, run, options);

let student = '';
let stranger = '';
let manager = '';
let rival = '';
let reader = '';

beforeAll(async () => {
  const track = await addTrack(db);
  const module = await addModule(db, track);
  const test = await addTest(db, track, [{ correct: ['a'] }]);
  student = await addPerson(db);
  stranger = await addPerson(db);
  manager = await addPerson(db, { kind: 'institution' });
  rival = await addPerson(db, { kind: 'institution' });
  reader = await addStaff(db, ['users.read']);
  await addInstitution(db, [rival]);
  const enrolment = await enrol(db, student, track, await addInstitution(db, [manager]));
  await as(
    student,
    async (s) => {
      await s.value('select public.complete_module($1, $2)', [enrolment, module]);
      const attempt = await start(s, test.id);
      await save(s, attempt, [{ question_id: test.questions[0], selected: ['a'], seq: 1 }]);
      await submit(s, attempt);
    },
    { keep: true },
  );
});

describe.each([
  ['enrolments', 'select id from public.enrolments', true],
  ['enrolment progress', 'select enrolment_id from public.enrolment_progress', true],
  ['module progress', 'select status from public.module_progress', false],
  ['attempts', 'select id, score from public.test_attempts', false],
  ['answers', 'select selected from public.attempt_answers', false],
])('%s', (_, query, forManagers) => {
  const count = (person: Person | string) => as(person, async (s) => (await s.rows(query)).length);

  it('are read by their learner and by staff with users.read', async () => {
    expect(await count(student)).toBe(1);
    expect(await count(reader)).toBe(1);
  });

  it('are not read by another learner, by staff without the permission, or by visitors', async () => {
    expect(await count(stranger)).toBe(0);
    expect(await count(await addStaff(db, ['catalogue.manage', 'payments.read']))).toBe(0);
    expect((await as({}, (s) => s.refusal(query))).code).toBe('42501');
  });

  it(`are ${forManagers ? '' : 'not '}read by the manager of the student’s institution, and not by another's`, async () => {
    expect(await count(manager)).toBe(forManagers ? 1 : 0);
    expect(await count(rival)).toBe(0);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { addModule, addPerson, addStaff, addTest, addTrack, enrol } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson, type Person, type Session } from '../support/people.ts';

const db = useDatabase();
const as = <T>(person: Person | string, run: (s: Session) => Promise<T>) =>
  asPerson(db.owner, typeof person === 'string' ? { userId: person } : person, run);

let open = '';
let retired = '';
let module = '';
let retiredModule = '';
let buyer = '';
let browser = '';
let editor = '';

beforeAll(async () => {
  open = await addTrack(db);
  retired = await addTrack(db, { active: false });
  module = await addModule(db, open, { body: 'Paid', video_path: 'v', pdf_path: 'p' });
  await addModule(db, open, { active: false });
  retiredModule = await addModule(db, retired);
  await addTest(db, open, [{ correct: ['a'] }]);
  await addTest(db, open, [{ correct: ['a'] }], { active: false });
  buyer = await addPerson(db);
  await enrol(db, buyer, open);
  browser = await addPerson(db);
  editor = await addStaff(db, ['catalogue.manage', 'tests.manage']);
});

const tracks = 'select id from public.tracks order by id';
const body = 'select body, video_path, pdf_path from public.modules where id = $1';

describe('tracks', () => {
  it('are browsed by everybody while active, and all by staff with catalogue.manage', async () => {
    for (const person of [{}, browser]) expect(await as(person, (s) => s.rows(tracks))).toEqual([{ id: open }]);
    expect(await as(editor, (s) => s.rows(tracks))).toEqual([{ id: open }, { id: retired }]);
  });

  it('stay open to those enrolled when they leave the market', async () => {
    const loyal = await addPerson(db);
    await enrol(db, loyal, retired);
    expect(await as(loyal, (s) => s.rows(tracks))).toEqual([{ id: open }, { id: retired }]);
    expect(await as(loyal, (s) => s.value('select count(*) from public.modules where id = $1', [retiredModule]))).toBe(
      1,
    );
  });

  it('are not priced by clients', async () => {
    for (const person of [{}, browser, editor]) {
      expect((await as(person, (s) => s.refusal('update public.tracks set price = 1'))).code).toBe('42501');
    }
  });
});

describe('modules', () => {
  it('show visitors what is taught, not the teaching', async () => {
    await as({}, async (s) => {
      expect(
        await s.rows(
          'select tm.track_id, m.id from public.track_modules tm join public.modules m on m.id = tm.module_id',
        ),
      ).toEqual([{ track_id: open, id: module }]);
      for (const column of ['body', 'video_path', 'pdf_path', '*']) {
        expect((await s.refusal(`select ${column} from public.modules`)).code, column).toBe('42501');
      }
    });
  });

  it('open in full to those with an open enrolment in their track, and to staff with catalogue.manage', async () => {
    const paid = [{ body: 'Paid', video_path: 'v', pdf_path: 'p' }];
    expect(await as(buyer, (s) => s.rows(body, [module]))).toEqual(paid);
    expect(await as(editor, (s) => s.rows(body, [module]))).toEqual(paid);
    expect(await as(browser, (s) => s.rows(body, [module]))).toEqual([]);
  });

  it('close when the enrolment ends or is revoked', async () => {
    const person = await addPerson(db);
    const enrolment = await enrol(db, person, open);
    const count = () => as(person, (s) => s.value('select count(*) from public.modules'));
    expect(await count()).toBe(1);
    await db.rows(`update public.enrolments set expires_at = now() where id = $1`, [enrolment]);
    expect(await count()).toBe(0);
    await db.rows(`update public.enrolments set expires_at = null, status = 'revoked' where id = $1`, [enrolment]);
    expect(await count()).toBe(0);
    await db.rows(`update public.enrolments set status = 'completed' where id = $1`, [enrolment]);
    expect(await count()).toBe(1);
  });

  it('are not written by learners', async () => {
    expect((await as(buyer, (s) => s.refusal(`update public.modules set body = ''`))).code).toBe('42501');
    expect(
      (await as(buyer, (s) => s.refusal('insert into public.track_modules select * from public.track_modules'))).code,
    ).toBe('42501');
  });

  it('are outlined to everybody, without the teaching, for active tracks only', async () => {
    for (const person of [{}, browser]) {
      const outline = await as(person, (s) => s.value('select public.track_outline($1)', [open]));
      expect(outline).toMatchObject([{ id: module }]);
      expect(JSON.stringify(outline)).not.toContain('Paid');
      expect(await as(person, (s) => s.value('select public.track_outline($1)', [retired]))).toEqual([]);
      expect(await as(person, (s) => s.value('select public.track_outline($1)', ['nonsense']))).toEqual([]);
    }
  });
});

describe('mock tests', () => {
  it('are seen by those enrolled while active, and all by staff with tests.manage', async () => {
    const count = 'select count(*) from public.mock_tests';
    expect(await as(buyer, (s) => s.value(count))).toBe(1);
    expect(await as(browser, (s) => s.value(count))).toBe(0);
    expect(await as(editor, (s) => s.value(count))).toBe(2);
    expect((await as({}, (s) => s.refusal(count))).code).toBe('42501');
  });

  it('are not made easier by learners', async () => {
    expect(
      (await as(buyer, (s) => s.refusal(`update public.mock_tests set passing_score = 1, review = 'after_submit'`)))
        .code,
    ).toBe('42501');
  });
});

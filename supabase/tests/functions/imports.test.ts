import { beforeEach, describe, expect, it } from 'vitest';
import { addInstitution, addModule, addPerson, addTrack, insert, text } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { addCheckedImport, addSeats, addStudent } from '../support/institutions.ts';
import { asPerson, type Session } from '../support/people.ts';

const db = useDatabase();
let manager = '';
let institution = '';
let track = '';

beforeEach(async () => {
  manager = await addPerson(db, { kind: 'institution' });
  institution = await addInstitution(db, [manager]);
  track = await addTrack(db, { name: `Track of ${institution}` });
  await addSeats(db, institution, track, 100);
});

const asManager = <T>(run: (s: Session) => Promise<T>) => asPerson(db.owner, { userId: manager }, run, { keep: true });
const row = (number: number, more: Record<string, unknown> = {}) => ({
  row_number: number,
  raw: { email: `s${number}@${institution}.example.com` },
  email: `s${number}@${institution}.example.com`,
  full_name: `Student ${number}`,
  roll_no: null,
  track: null,
  faults: [],
  ...more,
});
const rows = (count: number) => Array.from({ length: count }, (_, index) => row(index + 2));
const states = (id: string) =>
  db.rows('select row_number, state, reason, faults from public.import_rows where import_id = $1 order by 1', [id]);
const importOf = async (id: string) => (await db.rows('select * from public.imports where id = $1', [id]))[0] ?? {};
const step = (id: string, limit: number) => db.value('select public.system_enrol_import($1, $2)', [id, limit]);
async function finish(id: string, limit = 500) {
  await asManager((s) => s.value('select public.confirm_import($1)', [id]));
  for (;;) {
    const answer = await step(id, limit);
    if (typeof answer !== 'object' || answer === null || !('more' in answer) || answer.more !== true) return answer;
  }
}
const seats = () =>
  db.value('select count(*) from public.student_seats where institution_id = $1 and released_at is null', [
    institution,
  ]);

describe('the check', () => {
  it('names what only the whole file or the database can tell, and writes nothing but rows', async () => {
    const other = await addTrack(db, { name: 'Not bought' });
    await addSeats(db, institution, other, 5);
    const unbought = await addTrack(db, { name: 'Unbought' });
    await addStudent(db, institution, track, `s2@${institution}.example.com`);
    const staff = await addPerson(db, { email: `staff@${institution}.example.com`, kind: 'staff' });
    await db.rows('update auth.users set email_confirmed_at = now() where id = $1', [staff]);
    const seatsBefore = await seats();
    const named = { track: `TRACK OF ${institution}` };

    const id = await addCheckedImport(db, institution, manager, [
      row(2, named),
      row(3, { track }),
      row(4, { ...named, email: `s3@${institution}.example.com` }),
      row(5, { track: other, email: `S3@${institution}.example.com`.toLowerCase() }),
      row(6),
      row(7, { track: 'nonsense' }),
      row(8, { track: unbought }),
      row(9, { track, email: `staff@${institution}.example.com` }),
      row(10, { track, email: null, faults: [{ column: 'email', code: 'email_missing' }] }),
    ]);

    const told = (await states(id)).map(({ row_number, state, faults }) => [row_number, state, faults]);
    expect(told).toEqual([
      [2, 'known', []],
      [3, 'valid', []],
      [4, 'faulty', [{ column: 'email', code: 'duplicate_in_file', details: { row: 3 } }]],
      [5, 'valid', []],
      [6, 'faulty', [{ column: 'track', code: 'track_missing' }]],
      [7, 'faulty', [{ column: 'track', code: 'track_unknown' }]],
      [8, 'faulty', [{ column: 'track', code: 'track_without_seats' }]],
      [9, 'faulty', [{ column: 'email', code: 'account_not_open' }]],
      [10, 'faulty', [{ column: 'email', code: 'email_missing' }]],
    ]);
    expect(await importOf(id)).toMatchObject({
      status: 'checked',
      rows_total: 9,
      rows_valid: 2,
      rows_known: 1,
      rows_faulty: 6,
      seats_needed: expect.arrayContaining([
        expect.objectContaining({ track_id: track, needed: 1, left: 99 }),
        expect.objectContaining({ track_id: other, needed: 1, left: 5 }),
      ]),
    });
    expect(await seats()).toBe(seatsBefore);
  });

  it('takes the chosen track, or the only one that has seats, where the file names none', async () => {
    const id = await addCheckedImport(db, institution, manager, [row(2)]);
    expect(await db.value('select track_id from public.import_rows where import_id = $1', [id])).toBe(track);
    const other = await addTrack(db);
    await addSeats(db, institution, other, 5);
    const chosen = await addCheckedImport(db, institution, manager, [row(2)], { track_id: other });
    expect(await db.value('select track_id from public.import_rows where import_id = $1', [chosen])).toBe(other);
  });

  it('begins anew after it was broken off, and hears the one that was taken over no more', async () => {
    const id = await addCheckedImport(db, institution, manager, rows(3));
    expect(await db.value('select public.system_begin_check($1)', [id]), 'it has ended').toBeNull();
    await db.rows(`update public.imports set status = 'checking' where id = $1`, [id]);
    const begin = () => db.value(`select public.system_begin_check($1) ->> 'run'`, [id]);
    const stage = (run: unknown, number: number) =>
      db.value('select public.system_stage_import_rows($1, $2, $3)', [id, run, JSON.stringify([row(number)])]);
    const first = await begin();
    expect(await stage(first, 2)).toBe(1);
    const second = await begin();
    expect(await states(id)).toEqual([]);
    expect(await stage(first, 3)).toBe(0);
    await db.value(`select public.system_finish_check($1, $2, '{}')`, [id, first]);
    await db.value(`select public.system_refuse_import($1, $2, 'wrong_type')`, [id, first]);
    expect(await importOf(id)).toMatchObject({ status: 'checking' });
    expect(await stage(second, 2)).toBe(1);
    expect(await stage(second, 2), 'a row counts once').toBe(0);
    await db.value(`select public.system_finish_check($1, $2, '{}')`, [id, second]);
    expect(await importOf(id)).toMatchObject({ status: 'checked', rows_total: 1, rows_valid: 1 });
  });

  it('keeps the reason for which a file is unreadable, and drops its rows', async () => {
    const id = await addCheckedImport(db, institution, manager, rows(3));
    await db.rows(`update public.imports set status = 'checking' where id = $1`, [id]);
    await db.value(
      `select public.system_refuse_import($1, (select check_run from public.imports where id = $1), 'too_many_rows', '{"limit": 50000}')`,
      [id],
    );
    expect(await importOf(id)).toMatchObject({
      status: 'unreadable',
      problem: 'too_many_rows',
      problem_details: { limit: 50000 },
    });
    expect(await states(id)).toEqual([]);
    expect(await asManager((s) => s.refusal('select public.confirm_import($1)', [id]))).toMatchObject({
      code: 'P0001',
      message: 'import_not_ready',
    });
  });
});

describe('the enrolment', () => {
  it('ends every row as enrolled, already enrolled or refused with its reason, and tells the one who confirmed', async () => {
    await addStudent(db, institution, track, `s2@${institution}.example.com`);
    const id = await addCheckedImport(db, institution, manager, [
      ...rows(3),
      row(5, { faults: [{ column: 'full_name', code: 'name_missing' }] }),
    ]);
    expect(await finish(id)).toMatchObject({ status: 'done', done: 4, total: 4 });
    expect((await states(id)).map(({ state, reason }) => [state, reason])).toEqual([
      ['already_enrolled', null],
      ['enrolled', null],
      ['enrolled', null],
      ['refused', 'name_missing'],
    ]);
    expect(await importOf(id)).toMatchObject({ status: 'done', rows_enrolled: 2, rows_already: 1, rows_refused: 1 });
    expect(
      await db.value(`select count(*) from public.notifications where user_id = $1 and kind = 'import_done'`, [
        manager,
      ]),
    ).toBe(1);
    expect(
      await db.value(`select count(*) from private.outbox where dedupe_key = $1`, [`email:import_done:${id}`]),
    ).toBe(1);
  });

  it('enrols nobody twice: confirmed twice, worked on by two at once, or uploaded again', async () => {
    const id = await addCheckedImport(db, institution, manager, rows(40));
    await asManager((s) => s.value('select public.confirm_import($1)', [id]));
    await asManager((s) => s.value('select public.confirm_import($1)', [id]));
    const [one, two] = await Promise.all([db.connect(), db.connect()]);
    const work = async (client: typeof one) => {
      for (;;) {
        const { rows: answers } = await client.query('select public.system_enrol_import($1, 7) as answer', [id]);
        if (!answers[0].answer.more) return;
      }
    };
    await Promise.all([work(one), work(two)]);
    expect(await importOf(id)).toMatchObject({ status: 'done', rows_done: 40, rows_enrolled: 40 });
    expect(await seats()).toBe(40);
    const again = await addCheckedImport(db, institution, manager, rows(40));
    expect(await importOf(again)).toMatchObject({ rows_known: 40, rows_valid: 0 });
    await finish(again);
    expect(await importOf(again)).toMatchObject({ status: 'done', rows_already: 40, rows_enrolled: 0 });
    expect(await seats()).toBe(40);
  });

  it('gives what is left and refuses the rest when two files want the last seats at once', async () => {
    await db.rows('update public.institution_seats set seats = 50 where institution_id = $1', [institution]);
    const file = (name: string) =>
      rows(40).map((each) => ({ ...each, email: `${name}.${each.email}`, raw: { email: `${name}.${each.email}` } }));
    const ids = [
      await addCheckedImport(db, institution, manager, file('a')),
      await addCheckedImport(db, institution, manager, file('b')),
    ];
    for (const id of ids) await asManager((s) => s.value('select public.confirm_import($1)', [id]));
    await Promise.all(
      ids.map(async (id) => {
        const client = await db.connect();
        for (;;) {
          const { rows: answers } = await client.query('select public.system_enrol_import($1, 5) as answer', [id]);
          if (!answers[0].answer.more) return;
        }
      }),
    );
    const ended = await Promise.all(ids.map(importOf));
    expect(ended.reduce((sum, { rows_enrolled }) => sum + Number(rows_enrolled), 0)).toBe(50);
    expect(ended.reduce((sum, { rows_refused }) => sum + Number(rows_refused), 0)).toBe(30);
    expect(
      await db.value(
        `select array_agg(distinct reason) from public.import_rows where import_id = any ($1) and state = 'refused'`,
        [ids],
      ),
    ).toEqual(['no_seat_left']);
    expect(await seats()).toBe(50);
  });

  it('goes on behind what a killed worker has committed, and is queued again when nobody works on it', async () => {
    const id = await addCheckedImport(db, institution, manager, rows(10));
    await asManager((s) => s.value('select public.confirm_import($1)', [id]));
    await step(id, 4);
    const dying = await db.connect();
    await dying.query('begin');
    await dying.query('select public.system_enrol_import($1, 4)', [id]);
    const { rows: pids } = await dying.query('select pg_backend_pid() as pid');
    await db.rows('select pg_terminate_backend($1)', [pids[0].pid]);
    await expect.poll(() => db.value('select count(*) from pg_stat_activity where pid = $1', [pids[0].pid])).toBe(0);
    expect(await importOf(id)).toMatchObject({ rows_done: 4, status: 'enrolling' });

    await db.rows(`update public.imports set progress_at = now() - interval '1 minute' where id = $1`, [id]);
    expect(await db.value('select public.system_due_imports()')).toBe(1);
    expect(
      await db.value(`select count(*) from private.outbox where kind = 'import.enrol' and dedupe_key like $1`, [
        `import.resume:${id}:%`,
      ]),
    ).toBe(1);
    await step(id, 100);
    expect(await importOf(id)).toMatchObject({ rows_done: 10, rows_enrolled: 10, status: 'done' });
    expect(await seats()).toBe(10);
  });

  it('stops when it is cancelled: what was enrolled stays, the rest is refused', async () => {
    const id = await addCheckedImport(db, institution, manager, rows(10));
    await asManager((s) => s.value('select public.confirm_import($1)', [id]));
    await step(id, 4);
    await asManager((s) => s.value('select public.cancel_import($1)', [id]));
    expect(await step(id, 4)).toMatchObject({ status: 'cancelled', more: false });
    expect(await importOf(id)).toMatchObject({ status: 'cancelled', rows_enrolled: 4, rows_refused: 6, rows_done: 10 });
    expect(await seats()).toBe(4);
  });

  it('needs a row that can be enrolled', async () => {
    const id = await addCheckedImport(db, institution, manager, [row(2, { track: 'nonsense' })]);
    expect(await asManager((s) => s.refusal('select public.confirm_import($1)', [id]))).toMatchObject({
      message: 'nothing_to_enrol',
    });
  });
});

describe('undoing', () => {
  it('takes back those who have not started, keeps those who have, and can be asked twice', async () => {
    const module = await addModule(db, track);
    const begun = await addPerson(db, { email: `s2@${institution}.example.com` });
    const idle = await addPerson(db, { email: `s3@${institution}.example.com` });
    await db.rows('update auth.users set email_confirmed_at = now() where id = any ($1)', [[begun, idle]]);
    const id = await addCheckedImport(db, institution, manager, rows(4));
    await finish(id);
    await insert(db, 'public.module_progress', {
      enrolment_id: text(await db.value('select id from public.enrolments where user_id = $1', [begun])),
      module_id: module,
      user_id: begun,
      status: 'in_progress',
    });
    expect(await asManager((s) => s.value('select public.undo_import($1)', [id]))).toEqual({ undone: 3, kept: 1 });
    expect(await asManager((s) => s.value('select public.undo_import($1)', [id]))).toEqual({ undone: 0, kept: 1 });
    expect((await states(id)).map(({ state }) => state)).toEqual(['enrolled', 'undone', 'undone', 'undone']);
    expect(await seats()).toBe(1);
    expect(await db.value('select status from public.enrolments where user_id = $1', [idle])).toBe('revoked');
    expect(await db.value('select status from public.enrolments where user_id = $1', [begun])).toBe('active');
    expect(
      await db.rows('select email from public.institution_students where institution_id = $1 and status = $2', [
        institution,
        'active',
      ]),
    ).toEqual([{ email: `s2@${institution}.example.com` }]);
  });

  it('waits until the import has ended', async () => {
    const id = await addCheckedImport(db, institution, manager, rows(2));
    expect(await asManager((s) => s.refusal('select public.undo_import($1)', [id]))).toMatchObject({
      message: 'import_running',
    });
  });
});

describe('handing a file in', () => {
  const path = (extension = 'csv') => `${institution}/${manager}/${crypto.randomUUID()}.${extension}`;
  const upload = (name: string) =>
    db.rows(`insert into storage.objects (bucket_id, name, metadata) values ('imports', $1, '{"size": 123}')`, [name]);

  it('queues the check of an uploaded file, once', async () => {
    const name = path();
    await upload(name);
    const create = () =>
      asManager((s) => s.value('select public.create_import($1, $2, $3)', [institution, name, 'students.csv']));
    const id = text(await create());
    expect(await create()).toBe(id);
    expect(await importOf(id)).toMatchObject({ status: 'checking', file_size: 123, created_by: manager });
    expect(await db.value('select count(*) from private.outbox where dedupe_key = $1', [`import.check:${id}`])).toBe(1);
  });

  it('refuses a file that is not there, lies elsewhere, or is for a track without seats', async () => {
    const missing = path();
    const elsewhere = `${institution}/${crypto.randomUUID()}/${crypto.randomUUID()}.csv`;
    await upload(elsewhere);
    const there = path('xlsx');
    await upload(there);
    const ask = (name: string, wanted: string | null = null) =>
      asManager((s) =>
        s.refusal('select public.create_import($1, $2, $3, $4)', [institution, name, 'students.csv', wanted]),
      );
    expect((await ask(missing)).message).toBe('file_missing');
    expect((await ask(elsewhere)).message).toBe('file_missing');
    expect((await ask(there, await addTrack(db))).message).toBe('track_without_seats');
  });
});

describe('forgetting', () => {
  it('deletes rows and file ninety days after the end, and leaves students and numbers', async () => {
    const id = await addCheckedImport(db, institution, manager, rows(3));
    await finish(id);
    const lying = await addCheckedImport(db, institution, manager, [
      row(2, { email: `lying@${institution}.example.com` }),
    ]);
    const forget = (days: number) =>
      db.value(`select public.system_prune_history(now() + make_interval(days => $1))`, [days]);
    await forget(89);
    expect(await states(id)).toHaveLength(3);
    await forget(91);
    expect([await states(id), await states(lying)]).toEqual([[], []]);
    expect(await importOf(id)).toMatchObject({ status: 'done', rows_enrolled: 3 });
    expect(await importOf(lying)).toMatchObject({ status: 'cancelled' });
    expect(await seats()).toBe(3);
    expect(
      await db.value(
        `select count(*) from private.outbox where kind = 'import.forget' and payload ->> 'import_id' = any ($1)`,
        [[id, lying]],
      ),
    ).toBe(2);
  });
});

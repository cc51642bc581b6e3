import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  addInstitution,
  addPerson,
  addRole,
  addStaff,
  addTest,
  addTrack,
  enrol,
  insert,
  text,
} from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { giveIdentity, schedule, readyLearner, examStart } from '../support/exams.ts';
import { actingAs } from '../support/leads.ts';
import { asPerson } from '../support/people.ts';

const db = useDatabase();
const ids = { keeper: '', chief: '', reviewer: '', granter: '', superAdmin: '' };
const as = (userId: string) => actingAs(db.owner, userId);
const audited = async (subject: string) =>
  (
    await db.rows('select action, actor, details from public.audit_log where subject_id = $1 order by id', [subject])
  ).filter(({ actor }) => Object.values(ids).includes(String(actor)));
const status = (id: string) => db.value('select status from public.profiles where user_id = $1', [id]);

beforeAll(async () => {
  // Suspending anybody of staff needs one to be there.
  const superAdmin = await addPerson(db, { roles: ['super-admin'] });
  Object.assign(ids, {
    keeper: await addStaff(db, ['users.manage']),
    chief: await addStaff(db, ['users.manage', 'roles.manage', 'leads.read']),
    reviewer: await addStaff(db, ['identity.review']),
    granter: await addStaff(db, ['enrolments.manage']),
    superAdmin,
  });
});

describe('suspending', () => {
  const suspend = `select public.suspend_person($1, 'Shared the account')`;
  const restore = `select public.restore_person($1, 'Promised not to')`;
  const signIn = async (id: string) => {
    const session = randomUUID();
    await insert(db, 'auth.sessions', { id: session, user_id: id, created_at: 'now', updated_at: 'now' });
    await insert(db, 'auth.refresh_tokens', { token: randomUUID(), user_id: id, session_id: session, revoked: false });
  };
  const sessions = (id: string) =>
    db.value(
      'select (select count(*) from auth.sessions where user_id = $1) + (select count(*) from auth.refresh_tokens where user_id = $2)',
      [id, id],
    );

  it('ends the sessions, shuts the person out at the next request, and tells them so', async () => {
    const id = await addPerson(db);
    const other = await addPerson(db);
    for (const each of [id, other]) await signIn(each);
    await as(ids.keeper).value(suspend, [id]);
    expect(await sessions(id)).toBe(0);
    expect(await sessions(other)).toBe(2);
    await asPerson(db.owner, { userId: id }, async (session) => {
      expect(await session.rows('select user_id from public.profiles')).toEqual([]);
      expect(await session.value(`select public.my_access() ->> 'status'`)).toBe('suspended');
    });
    await as(ids.keeper).value(restore, [id]);
    expect(await status(id)).toBe('active');
    expect(await audited(id)).toEqual([
      {
        action: 'person.suspended',
        actor: ids.keeper,
        details: { reason: 'Shared the account', before: { status: 'active' }, after: { status: 'suspended' } },
      },
      {
        action: 'person.restored',
        actor: ids.keeper,
        details: { reason: 'Promised not to', before: { status: 'suspended' }, after: { status: 'active' } },
      },
    ]);
  });

  it('twice is once', async () => {
    const id = await addPerson(db);
    await as(ids.keeper).value(suspend, [id]);
    await as(ids.keeper).value(suspend, [id]);
    expect(await audited(id)).toHaveLength(1);
  });

  it('shuts a manager out of the institution', async () => {
    const id = await addPerson(db, { kind: 'institution' });
    await addInstitution(db, [id]);
    const seen = () =>
      asPerson(
        db.owner,
        { userId: id },
        async (session) => (await session.rows('select id from public.institutions')).length,
      );
    expect(await seen()).toBe(1);
    await as(ids.keeper).value(suspend, [id]);
    expect(await seen()).toBe(0);
  });

  it('needs a reason, and somebody who is there and not erased', async () => {
    const id = await addPerson(db);
    expect(await as(ids.keeper).refusal('select public.suspend_person($1, $2)', [id, ' x '])).toMatchObject({
      message: 'reason_needed',
    });
    expect(await as(ids.keeper).refusal(suspend, [randomUUID()])).toMatchObject({ message: 'person_not_found' });
    const erased = await addPerson(db, { status: 'erased' });
    for (const act of [suspend, restore]) {
      expect(await as(ids.keeper).refusal(act, [erased])).toMatchObject({ message: 'account_erased' });
    }
  });

  it('is nobody’s to do to themselves', async () => {
    for (const act of [suspend, restore]) {
      expect(await as(ids.chief).refusal(act, [ids.chief])).toEqual({ code: 'P0001', message: 'not_yourself' });
    }
  });

  it('of staff is for who may manage roles and holds all that they hold', async () => {
    const below = await addStaff(db, ['leads.read']);
    const beyond = await addStaff(db, ['leads.read', 'settings.manage']);
    expect(await as(ids.keeper).refusal(suspend, [below])).toEqual({ code: 'P0001', message: 'beyond_own_rights' });
    expect(await as(ids.chief).refusal(suspend, [beyond])).toEqual({ code: 'P0001', message: 'beyond_own_rights' });
    await as(ids.chief).value(suspend, [below]);
    expect(await status(below)).toBe('suspended');
    expect(await status(beyond)).toBe('active');
    // What was taken away with the account is not given back by who does not hold it.
    await db.rows(`update public.profiles set status = 'suspended' where user_id = $1`, [beyond]);
    expect(await as(ids.chief).refusal(restore, [beyond])).toMatchObject({ message: 'beyond_own_rights' });
    expect(await as(ids.keeper).refusal(restore, [below])).toMatchObject({ message: 'beyond_own_rights' });
    await as(ids.chief).value(restore, [below]);
    expect(await status(below)).toBe('active');
  });

  it('never leaves the product without a super-admin', async () => {
    await db.rows(`delete from public.role_permissions where role_id = 'super-admin'`);
    expect(await as(ids.chief).refusal(suspend, [ids.superAdmin])).toEqual({
      code: 'P0001',
      message: 'last_super_admin',
    });
  });
});

describe('correcting a name', () => {
  const correct = 'select public.correct_name($1, $2, $3)';

  it('leaves certificates and spaces that nobody meant', async () => {
    const id = await addPerson(db, { name: 'Asha Roa' });
    await giveIdentity(db, id);
    await as(ids.keeper).value(correct, [id, '  Asha   Rao ', 'Typing mistake']);
    await as(ids.keeper).value(correct, [id, 'Asha Rao', 'Typing mistake']);
    expect(await db.value('select full_name from public.profiles where user_id = $1', [id])).toBe('Asha Rao');
    expect(await audited(id)).toEqual([
      {
        action: 'person.name_corrected',
        actor: ids.keeper,
        details: { reason: 'Typing mistake', before: { full_name: 'Asha Roa' }, after: { full_name: 'Asha Rao' } },
      },
    ]);
  });

  it.each(['', ' a ', 'x'.repeat(201), '<b>Asha</b>', 'A\u0007B', null])('does not keep %j', async (name) => {
    const id = await addPerson(db);
    expect(await as(ids.keeper).refusal(correct, [id, name, 'A reason'])).toMatchObject({ message: 'invalid_name' });
  });
});

describe('an identity document', () => {
  const review = 'select public.review_identity($1, $2, $3)';
  const handIn = async (userId: string, at = '2026-02-01') => {
    const path = `${userId}/${randomUUID()}.png`;
    await insert(db, 'storage.objects', {
      bucket_id: 'identity-documents',
      name: path,
      metadata: JSON.stringify({ mimetype: 'image/png' }),
    });
    return text(
      await insert(
        db,
        'public.identity_verifications',
        { user_id: userId, document_path: path, document_kind: 'passport', created_at: at },
        'id',
      ),
    );
  };
  const document = async (id: string) =>
    (await db.rows('select status, reviewed_by, note from public.identity_verifications where id = $1', [id]))[0];
  const told = (id: string) => db.rows('select kind, params from public.notifications where user_id = $1', [id]);

  it('is verified, and the person told', async () => {
    const userId = await addPerson(db);
    const id = await handIn(userId);
    await as(ids.reviewer).value(review, [id, true, 'Name and face match']);
    await as(ids.reviewer).value(review, [id, true, 'Again']);
    expect(await document(id)).toEqual({ status: 'verified', reviewed_by: ids.reviewer, note: null });
    expect(await told(userId)).toEqual([{ kind: 'identity_verified', params: {} }]);
    expect(await audited(userId)).toEqual([
      {
        action: 'identity.verified',
        actor: ids.reviewer,
        details: {
          reason: 'Name and face match',
          before: { identity: 'pending' },
          after: { identity: 'verified', document_id: id },
        },
      },
    ]);
  });

  it('is refused with a reason that the person reads, also after it was verified', async () => {
    const userId = await addPerson(db);
    const id = await handIn(userId);
    await as(ids.reviewer).value(review, [id, true, 'Looks right']);
    await as(ids.reviewer).value(review, [id, false, 'The photo is not readable']);
    expect(await document(id)).toMatchObject({ status: 'rejected', note: 'The photo is not readable' });
    expect((await told(userId)).at(-1)).toEqual({
      kind: 'identity_refused',
      params: { reason: 'The photo is not readable' },
    });
    expect(
      await db.value(`select private.exam_standing($1, $2, now()) -> 'identity_status'`, [userId, await addTrack(db)]),
    ).toBe('rejected');
  });

  it('is not decided on by its owner, nor after a newer one came', async () => {
    const own = await handIn(ids.reviewer);
    expect(await as(ids.reviewer).refusal(review, [own, true, 'It is me'])).toMatchObject({ message: 'not_yourself' });
    const userId = await addPerson(db);
    const old = await handIn(userId);
    await handIn(userId, '2026-03-01');
    expect(await as(ids.reviewer).refusal(review, [old, true, 'A reason'])).toMatchObject({
      message: 'document_replaced',
    });
    expect(await as(ids.reviewer).refusal(review, [randomUUID(), true, 'A reason'])).toMatchObject({
      message: 'document_not_found',
    });
    expect(await as(ids.reviewer).refusal(review, [old, true, ''])).toMatchObject({ message: 'reason_needed' });
  });

  it('counts when it is the newest of its person, whatever the order and however many at once', async () => {
    const newest = (userId: string) =>
      db.rows('select id from public.identity_verifications where user_id = $1 and newest', [userId]);
    const userId = await addPerson(db);
    const later = await handIn(userId, '2026-03-01');
    await handIn(userId, '2026-02-01');
    expect(await newest(userId)).toEqual([{ id: later }]);
    const last = await handIn(userId, '2026-04-01');
    expect(await newest(userId)).toEqual([{ id: last }]);
    await db.rows('delete from public.identity_verifications where id = $1', [last]);
    expect(await newest(userId)).toEqual([{ id: later }]);

    const [one, two] = [await db.connect(), await db.connect()];
    const add = 'insert into public.identity_verifications (user_id, document_path, document_kind) values ($1, $2, $3)';
    await one.query('begin');
    await one.query(add, [userId, `${userId}/one.png`, 'passport']);
    const second = two.query(add, [userId, `${userId}/two.png`, 'passport']);
    await one.query('commit');
    await second;
    expect(await newest(userId)).toHaveLength(1);
  });

  it('is opened, and the log says by whom', async () => {
    const userId = await addPerson(db);
    const id = await handIn(userId);
    expect(await as(ids.reviewer).value('select public.open_identity_document($1)', [id])).toEqual({
      path: expect.stringContaining(userId),
      type: 'image/png',
    });
    expect(await audited(userId)).toEqual([
      { action: 'identity.opened', actor: ids.reviewer, details: { document_id: id } },
    ]);
    await db.rows('delete from storage.objects where name like $1', [`${userId}/%`]);
    expect(await as(ids.reviewer).refusal('select public.open_identity_document($1)', [id])).toMatchObject({
      message: 'document_missing',
    });
  });
});

describe('enrolments by hand', () => {
  const granter = () => as(ids.granter);
  const grant = 'select public.grant_enrolment($1, $2, $4, $3)';
  const row = async (id: string) => (await db.rows('select * from public.enrolments where id = $1', [id]))[0] ?? {};

  it('are granted once, until the end of a day in India', async () => {
    const [userId, trackId] = [await addPerson(db), await addTrack(db)];
    const id = text(await granter().value(grant, [userId, trackId, '2031-05-10', 'A scholarship']));
    expect(await row(id)).toMatchObject({
      source: 'grant',
      status: 'active',
      expires_at: new Date('2031-05-10T18:29:59Z'),
    });
    expect(await granter().value(grant, [userId, trackId, '2033-01-01', 'Again'])).toBe(id);
    expect(await row(id)).toMatchObject({ expires_at: new Date('2031-05-10T18:29:59Z') });
    expect(await audited(id)).toMatchObject([
      {
        action: 'enrolment.granted',
        details: { reason: 'A scholarship', after: { track_id: trackId, user_id: userId } },
      },
    ]);
  });

  it('are granted once, also by two at once', async () => {
    const [userId, trackId] = [await addPerson(db), await addTrack(db)];
    const clients = [await db.connect(), await db.connect()];
    const [one, two] = await Promise.all(
      clients.map((client) => actingAs(client, ids.granter).value(grant, [userId, trackId, null, 'A reason'])),
    );
    expect(one).toBe(two);
    expect(await db.value('select count(*) from public.enrolments where user_id = $1', [userId])).toBe(1);
  });

  it('are for active learners, a track that there is, and a day to come', async () => {
    const trackId = await addTrack(db);
    for (const options of [{ kind: 'staff' }, { kind: 'institution' }, { status: 'suspended' }] as const) {
      const userId = await addPerson(db, options);
      expect(await granter().refusal(grant, [userId, trackId, null, 'A reason'])).toMatchObject({
        message: 'account_not_open',
      });
    }
    const userId = await addPerson(db);
    expect(await granter().refusal(grant, [userId, 'no-track', null, 'A reason'])).toMatchObject({
      message: 'track_not_found',
    });
    for (const day of ['2020-01-01', '2999-01-01']) {
      expect(await granter().refusal(grant, [userId, trackId, day, 'A reason'])).toMatchObject({
        message: 'invalid_day',
      });
    }
  });

  it('are extended, opened again when over, and never shortened', async () => {
    const [userId, trackId] = [await addPerson(db), await addTrack(db)];
    const extend = 'select public.extend_enrolment($1, $2, $3)';
    const id = await enrol(db, userId, trackId);
    await granter().value(extend, [id, '2031-05-10', 'Was ill']);
    expect(await row(id)).toMatchObject({ expires_at: new Date('2031-05-10T18:29:59Z') });
    expect(await granter().refusal(extend, [id, '2031-05-09', 'Sooner'])).toMatchObject({ message: 'not_later' });
    await db.rows(`update public.enrolments set status = 'expired', expires_at = '2026-01-01' where id = $1`, [id]);
    await granter().value(extend, [id, '2031-05-10', 'Was ill']);
    expect(await row(id)).toMatchObject({ status: 'active' });
    await db.rows(`update public.enrolments set status = 'expired', expires_at = '2026-01-01' where id = $1`, [id]);
    await enrol(db, userId, trackId);
    expect(await granter().refusal(extend, [id, '2031-05-10', 'Was ill'])).toMatchObject({
      message: 'already_enrolled',
    });
    await db.rows(`update public.enrolments set status = 'revoked' where id = $1`, [id]);
    expect(await granter().refusal(extend, [id, '2031-05-10', 'Was ill'])).toMatchObject({
      message: 'enrolment_revoked',
    });
  });

  it('are revoked at once, but not under a booked exam', async () => {
    const revoke = `select public.revoke_enrolment($1, 'Charged back')`;
    const learner = await readyLearner(db);
    await schedule(db.owner, learner.userId, learner.trackId, examStart);
    expect(await granter().refusal(revoke, [learner.enrolmentId])).toMatchObject({ message: 'exam_pending' });
    const userId = await addPerson(db);
    const id = await enrol(db, userId, await addTrack(db));
    const tracks = () =>
      asPerson(
        db.owner,
        { userId },
        async (session) => (await session.rows('select private.my_enrolled_tracks()')).length,
      );
    expect(await tracks()).toBe(1);
    await granter().value(revoke, [id]);
    await granter().value(revoke, [id]);
    expect(await tracks()).toBe(0);
    expect(await audited(id)).toMatchObject([
      { action: 'enrolment.revoked', details: { before: { state: 'active' }, after: { state: 'revoked' } } },
    ]);
  });

  it('get more exam attempts, once for each time that they were seen', async () => {
    const add = 'select public.add_exam_attempts($1, $2, $3, $4)';
    const id = await enrol(db, await addPerson(db), await addTrack(db));
    expect(await granter().value(add, [id, 2, 0, 'The proctor’s line broke'])).toBe(2);
    expect(await granter().refusal(add, [id, 2, 0, 'A second click'])).toMatchObject({ message: 'changed_meanwhile' });
    expect(await row(id)).toMatchObject({ attempts_added: 2 });
    for (const count of [0, 11, null]) {
      expect(await granter().refusal(add, [id, count, 2, 'A reason'])).toMatchObject({ message: 'invalid_count' });
    }
    await db.rows(`update public.enrolments set expires_at = '2026-01-01' where id = $1`, [id]);
    expect(await granter().refusal(add, [id, 1, 2, 'A reason'])).toMatchObject({ message: 'enrolment_closed' });
  });

  it('give more time from the next mock test on, and none to the one that is running', async () => {
    const set = 'select public.set_extra_time($1, $2, $3)';
    const [userId, trackId] = [await addPerson(db), await addTrack(db)];
    const id = await enrol(db, userId, trackId);
    const tests = [1, 2, 3].map(() => addTest(db, trackId, [{ correct: ['a'] }], { duration_minutes: 30 }));
    const start = async (test: Promise<{ id: string }>) =>
      as(userId).value('select public.start_attempt($1)', [(await test).id]);
    const minutes = (attempt: unknown) =>
      db.value(
        'select extract(epoch from deadline_at - started_at)::int / 60 || $2 || extra_seconds / 60 from public.test_attempts where id = $1',
        [attempt, ' with '],
      );
    const [one = tests[0], two = tests[1], three = tests[2]] = tests;
    if (!one || !two || !three) throw new Error('Three tests were to be there.');
    const running = await start(one);
    await granter().value(set, [id, 50, 'Dyslexia, certificate seen']);
    expect(await minutes(running)).toBe('30 with 0');
    expect(await minutes(await start(two))).toBe('45 with 15');
    await granter().value(set, [id, 0, 'A mistake']);
    expect(await minutes(await start(three))).toBe('30 with 0');
    expect(await audited(id)).toMatchObject([
      { details: { before: { extra_time_percent: 0 }, after: { extra_time_percent: 50 } } },
      { details: { before: { extra_time_percent: 50 }, after: { extra_time_percent: 0 } } },
    ]);
    for (const percent of [-1, 101, null]) {
      expect(await granter().refusal(set, [id, percent, 'A reason'])).toMatchObject({ message: 'invalid_percent' });
    }
  });
});

it('the timeline tells what was done to a person, by them and to what is theirs, page by page', async () => {
  const auditor = await addPerson(db, { roles: [await addRole(db, ['users.read', 'audit.read'])] });
  const userId = await addPerson(db);
  const id = text(
    await as(ids.granter).value(`select public.grant_enrolment($1, $2, 'A scholarship')`, [userId, await addTrack(db)]),
  );
  await as(ids.granter).value(`select public.add_exam_attempts($1, 1, 0, 'A reason')`, [id]);
  await as(ids.keeper).value(`select public.suspend_person($1, 'A reason')`, [userId]);
  const first = 'select public.user_timeline($1, null, 2)';
  expect(await as(auditor).value(first, [userId])).toMatchObject({
    source: 'audit',
    rows: [{ action: 'person.suspended', after: { status: 'suspended' } }, { action: 'enrolment.attempts_added' }],
  });
  const next = await as(auditor).value(`${first} -> 'next'`, [userId]);
  expect(await as(auditor).value('select public.user_timeline($1, $2, 2)', [userId, next])).toMatchObject({
    next: null,
    rows: [{ action: 'enrolment.granted', reason: 'A scholarship', actor: ids.granter }],
  });
});

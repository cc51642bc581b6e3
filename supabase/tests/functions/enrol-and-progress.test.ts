import { beforeAll, describe, expect, it } from 'vitest';
import { addModule, addPerson, addStaff, addTrack, enrol } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson } from '../support/people.ts';

const db = useDatabase();
let track = '';
let modules: string[] = [];

beforeAll(async () => {
  track = await addTrack(db, { access_months: 6, attempts_included: 2 });
  modules = [await addModule(db, track), await addModule(db, track), await addModule(db, track)];
});

async function enrolled() {
  const userId = await addPerson(db);
  return { userId, enrolment: await enrol(db, userId, track) };
}

describe('enrolling', () => {
  it('takes duration and attempts from the track', async () => {
    const { enrolment } = await enrolled();
    expect(
      await db.rows(
        `select status, source, attempts_included, attempts_added, expires_at = enrolled_at + interval '6 months' as half_a_year from public.enrolments where id = $1`,
        [enrolment],
      ),
    ).toEqual([{ status: 'active', source: 'grant', attempts_included: 2, attempts_added: 0, half_a_year: true }]);
  });

  it('twice gives the same enrolment', async () => {
    const { userId, enrolment } = await enrolled();
    expect(await enrol(db, userId, track)).toBe(enrolment);
  });

  it('by two payments at the same moment gives one enrolment', async () => {
    const userId = await addPerson(db);
    const connections = await Promise.all([db.connect(), db.connect(), db.connect()]);
    const results = await Promise.all(
      connections.map((c) => c.query<{ id: string }>(`select private.enrol($1, $2, 'payment') as id`, [userId, track])),
    );
    expect(new Set(results.map(({ rows }) => rows[0]?.id)).size).toBe(1);
  });

  it('after the time is over makes a new one and closes the old', async () => {
    const { userId, enrolment } = await enrolled();
    const again = await db.value(`select private.enrol($1, $2, 'payment', null, null, now() + interval '7 months')`, [
      userId,
      track,
    ]);
    expect(again).not.toBe(enrolment);
    expect(await db.value('select status from public.enrolments where id = $1', [enrolment])).toBe('expired');
  });

  it('in a track that does not exist is refused', async () => {
    await expect(enrol(db, await addPerson(db), 'no-such-track')).rejects.toMatchObject({
      code: 'P0001',
      message: 'track_not_found',
    });
  });

  it('is not for clients', async () => {
    const { userId } = await enrolled();
    await asPerson(db.owner, { userId }, async (s) => {
      expect((await s.refusal(`select private.enrol($1, $2, 'grant')`, [userId, track])).code).toBe('42501');
      expect(
        (
          await s.refusal(`insert into public.enrolments (user_id, track_id, source) values ($1, $2, 'grant')`, [
            userId,
            track,
          ])
        ).code,
      ).toBe('42501');
      expect((await s.refusal(`update public.enrolments set expires_at = null, attempts_added = 99`)).code).toBe(
        '42501',
      );
    });
  });
});

describe('progress', () => {
  it('moves when a module is marked complete, once, and reaches 100 per cent only with all', async () => {
    const { userId, enrolment } = await enrolled();
    await asPerson(db.owner, { userId }, async (s) => {
      const complete = (module: string | undefined) =>
        s.value('select public.complete_module($1, $2)', [enrolment, module]);
      expect(await complete(modules[0])).toEqual({ modules_total: 3, modules_completed: 1, percent: 33 });
      expect(await complete(modules[0])).toEqual({ modules_total: 3, modules_completed: 1, percent: 33 });
      expect(await complete(modules[1])).toEqual({ modules_total: 3, modules_completed: 2, percent: 66 });
      expect(await complete(modules[2])).toEqual({ modules_total: 3, modules_completed: 3, percent: 100 });
      expect(
        await s.rows(
          'select enrolment_id, user_id, track_id, modules_total, modules_completed, percent from public.enrolment_progress',
        ),
      ).toEqual([
        {
          enrolment_id: enrolment,
          user_id: userId,
          track_id: track,
          modules_total: 3,
          modules_completed: 3,
          percent: 100,
        },
      ]);
    });
  });

  it('is zero in a track without modules', async () => {
    const userId = await addPerson(db);
    await enrol(db, userId, await addTrack(db));
    expect(
      await asPerson(db.owner, { userId }, (s) =>
        s.rows('select modules_total, percent from public.enrolment_progress'),
      ),
    ).toEqual([{ modules_total: 0, percent: 0 }]);
  });

  it('counts the same for staff who may not open the material', async () => {
    const { userId, enrolment } = await enrolled();
    await asPerson(
      db.owner,
      { userId },
      (s) => s.value('select public.complete_module($1, $2)', [enrolment, modules[0]]),
      { keep: true },
    );
    const staff = await addStaff(db, ['users.read']);
    expect(
      await asPerson(db.owner, { userId: staff }, (s) =>
        s.rows('select modules_total, modules_completed from public.enrolment_progress where enrolment_id = $1', [
          enrolment,
        ]),
      ),
    ).toEqual([{ modules_total: 3, modules_completed: 1 }]);
  });

  it('keeps the place in a video, never loses watched time, and leaves a complete module complete', async () => {
    const { userId, enrolment } = await enrolled();
    await asPerson(db.owner, { userId }, async (s) => {
      const watch = (position: number, watched: number) =>
        s.rows('select public.save_video_position($1, $2, $3, $4)', [enrolment, modules[0], position, watched]);
      const row = () => s.rows('select status, position_seconds, watched_seconds from public.module_progress');
      await watch(90, 100);
      expect(await row()).toEqual([{ status: 'in_progress', position_seconds: 90, watched_seconds: 100 }]);
      await watch(30, 20);
      expect(await row()).toEqual([{ status: 'in_progress', position_seconds: 30, watched_seconds: 100 }]);
      await s.value('select public.complete_module($1, $2)', [enrolment, modules[0]]);
      await watch(5, 120);
      expect(await row()).toEqual([{ status: 'completed', position_seconds: 5, watched_seconds: 120 }]);
    });
  });

  it('refuses times that cannot be', async () => {
    const { userId, enrolment } = await enrolled();
    await asPerson(db.owner, { userId }, async (s) => {
      for (const [position, watched] of [
        [-1, 0],
        [0, -1],
        [86401, 0],
        [null, 0],
      ]) {
        expect(
          (
            await s.refusal('select public.save_video_position($1, $2, $3, $4)', [
              enrolment,
              modules[0],
              position,
              watched,
            ])
          ).message,
        ).toBe('invalid_position');
      }
    });
  });

  it('is written only in an open enrolment of one’s own and in a module of its track', async () => {
    const mine = await enrolled();
    const other = await enrolled();
    const elsewhere = await addModule(db, await addTrack(db));
    const hidden = await addModule(db, track, { active: false });
    const late = await enrolled();
    await db.rows(`update public.enrolments set expires_at = now() - interval '1 second' where id = $1`, [
      late.enrolment,
    ]);
    const call = (userId: string, enrolment: string, module: string | undefined) =>
      asPerson(db.owner, { userId }, (s) => s.refusal('select public.complete_module($1, $2)', [enrolment, module]));

    expect(await call(mine.userId, other.enrolment, modules[0])).toEqual({ code: 'P0001', message: 'not_enrolled' });
    expect(await call(late.userId, late.enrolment, modules[0])).toEqual({ code: 'P0001', message: 'not_enrolled' });
    expect(await call(mine.userId, mine.enrolment, elsewhere)).toEqual({ code: 'P0001', message: 'module_not_found' });
    expect(await call(mine.userId, mine.enrolment, hidden)).toEqual({ code: 'P0001', message: 'module_not_found' });
    await db.rows(`update public.profiles set status = 'suspended' where user_id = $1`, [mine.userId]);
    expect((await call(mine.userId, mine.enrolment, modules[0])).code).toBe('42501');
    expect(
      (
        await asPerson(db.owner, {}, (s) =>
          s.refusal('select public.complete_module($1, $2)', [mine.enrolment, modules[0]]),
        )
      ).code,
    ).toBe('42501');
  });

  it('cannot be written past the functions', async () => {
    const { userId } = await enrolled();
    await asPerson(db.owner, { userId }, async (s) => {
      for (const statement of [
        `update public.module_progress set status = 'completed'`,
        `delete from public.module_progress`,
        `insert into public.module_progress (user_id) values (null)`,
      ]) {
        expect((await s.refusal(statement)).code, statement).toBe('42501');
      }
    });
  });
});

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { addPerson, addStaff, addTrack, text } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { buy, codeOf, openOrder } from '../support/orders.ts';
import { asPerson } from '../support/people.ts';

const db = useDatabase();
let staff = '';
let track = '';
beforeAll(async () => {
  staff = await addStaff(db, ['coupons.manage']);
  track = await addTrack(db);
});

const reason = 'Spring campaign';
const wish = (more: Record<string, unknown> = {}) => ({
  code: `T${randomUUID().slice(0, 8).toUpperCase()}`,
  kind: 'percent',
  value: 20,
  max_discount: 100_000,
  track_id: null,
  valid_from: '2026-01-01T00:00:00+00:00',
  valid_until: null,
  max_redemptions: null,
  per_user: 1,
  ...more,
});
const call = (sql: string, values: unknown[]) =>
  asPerson(db.owner, { userId: staff }, (session) => session.value(sql, values), { keep: true });
const create = async (more: Record<string, unknown> = {}) =>
  text(await call('select public.create_coupon($1, $2)', [JSON.stringify(wish(more)), reason]));
const versionOf = (id: string) =>
  db.value(`select to_jsonb(updated_at) #>> '{}' from public.coupons where id = $1`, [id]);
const change = async (id: string, coupon: object, version?: unknown) =>
  call('select public.change_coupon($1, $2, $3, $4)', [
    id,
    version ?? (await versionOf(id)),
    JSON.stringify(coupon),
    reason,
  ]);
const get = (id: string) => call('select public.get_coupon($1)', [id]);
const lastEntry = async (id: string) =>
  (
    await db.rows(
      'select actor, action, details from public.audit_log where subject_id = $1 order by id desc limit 1',
      [id],
    )
  )[0];

describe('a coupon', () => {
  it('is made as the form says, its code in capitals', async () => {
    const id = await create({ code: 'spring-26', track_id: track });
    expect(await get(id)).toMatchObject({
      code: 'SPRING-26',
      kind: 'percent',
      value: 20,
      max_discount: 100_000,
      track_id: track,
      status: 'active',
      redemptions: 0,
      used: false,
    });
    expect(await lastEntry(id)).toMatchObject({
      actor: staff,
      action: 'coupon.created',
      details: { reason, before: {}, after: { code: 'SPRING-26', value: 20 } },
    });
    expect(await codeOf(create({ code: 'Spring-26' }))).toBe('code_taken');
  });

  it.each([
    [{ code: 'AB' }, 'invalid_code'],
    [{ code: 'A B C' }, 'invalid_code'],
    [{ kind: 'free' }, 'invalid_kind'],
    [{ value: 0 }, 'invalid_value'],
    [{ value: 101 }, 'invalid_value'],
    [{ value: 12.5 }, 'invalid_value'],
    [{ value: '20' }, 'invalid_value'],
    [{ kind: 'amount', value: 50_000 }, 'invalid_max_discount'],
    [{ max_discount: 0 }, 'invalid_max_discount'],
    [{ track_id: 'nothing' }, 'invalid_track_id'],
    [{ valid_from: null }, 'invalid_valid_from'],
    [{ valid_until: '2025-12-31T00:00:00Z' }, 'invalid_valid_until'],
    [{ max_redemptions: 0 }, 'invalid_max_redemptions'],
    [{ per_user: null }, 'invalid_per_user'],
    [{ active: true }, 'unknown_field'],
  ])('with %j is refused by the name of the field', async (more, code) => {
    expect(await codeOf(create(more))).toBe(code);
    const id = await create();
    expect(await codeOf(change(id, wish(more)))).toBe(code);
  });

  it('is changed by who saw the newest version, and the change is written down', async () => {
    const id = await create();
    const seen = await versionOf(id);
    const coupon = { ...wish(), value: 30 };
    await change(id, coupon);
    expect(await lastEntry(id)).toMatchObject({
      action: 'coupon.changed',
      details: { reason, before: { value: 20 }, after: { value: 30 } },
    });
    expect(await codeOf(change(id, { ...coupon, value: 40 }, seen))).toBe('changed_meanwhile');
    expect(await get(id)).toMatchObject({ value: 30 });
  });

  it('is switched off and on again', async () => {
    const id = await create();
    const set = async (active: boolean) =>
      call('select public.set_coupon_active($1, $2, $3, $4)', [id, await versionOf(id), active, reason]);
    await set(false);
    expect(await get(id)).toMatchObject({ status: 'off', active: false });
    expect(await lastEntry(id)).toMatchObject({ action: 'coupon.switched_off', details: { after: { active: false } } });
    await set(true);
    expect(await lastEntry(id)).toMatchObject({ action: 'coupon.switched_on' });
  });

  it('that no order names can be deleted', async () => {
    const id = await create();
    await call('select public.delete_coupon($1, $2, $3)', [id, await versionOf(id), reason]);
    expect(await codeOf(get(id))).toBe('coupon_not_found');
    expect(await lastEntry(id)).toMatchObject({ action: 'coupon.deleted', details: { reason, before: { value: 20 } } });
  });

  it('that an order names keeps its code and stays', async () => {
    const coupon = wish();
    const id = await create(coupon);
    await openOrder(db.owner, await addPerson(db), track, { coupon: coupon.code });
    expect(await codeOf(change(id, { ...coupon, code: 'OTHER-1' }))).toBe('code_fixed');
    await change(id, { ...coupon, value: 25 });
    expect(await codeOf(call('select public.delete_coupon($1, $2, $3)', [id, await versionOf(id), reason]))).toBe(
      'coupon_used',
    );
  });

  it('asks for a reason at every act', async () => {
    expect(await codeOf(call('select public.create_coupon($1, $2)', [JSON.stringify(wish()), '']))).toBe(
      'reason_needed',
    );
  });
});

describe('the list of coupons', () => {
  const list = (args: string, values: unknown[] = []) => call(`select public.list_coupons(${args})`, values);

  it('finds by part of the code, status and order, page after page', async () => {
    await create({ code: 'LIST-A', valid_until: '2026-02-01T00:00:00Z' });
    const usedUp = wish({ code: 'LIST-B', max_redemptions: 1 });
    await create(usedUp);
    await buy(db, await addPerson(db), track, { coupon: usedUp.code });
    await create({ code: 'LIST-C' });
    await create({ code: 'LIST-D', valid_from: '2099-01-01T00:00:00Z' });
    const codes = async (more: string) => {
      const answer = await list(`p_search => 'list-', p_sort => 'code', ${more}`);
      return JSON.stringify(answer).match(/LIST-[A-D]/g);
    };
    expect(await codes(`p_descending => false`)).toEqual(['LIST-A', 'LIST-B', 'LIST-C', 'LIST-D']);
    expect(await codes(`p_descending => true, p_limit => 2`)).toEqual(['LIST-D', 'LIST-C']);
    expect(await codes(`p_limit => 2, p_offset => 2`)).toEqual(['LIST-C', 'LIST-D']);
    expect(await codes(`p_status => 'ended'`)).toEqual(['LIST-A']);
    expect(await codes(`p_status => 'used_up'`)).toEqual(['LIST-B']);
    expect(await codes(`p_status => 'active'`)).toEqual(['LIST-C']);
    expect(await codes(`p_status => 'planned'`)).toEqual(['LIST-D']);
    expect(await list(`p_search => 'list-', p_limit => 1`)).toMatchObject({ total: 4 });
  });
});

it('tells the uses newest first, page after page, each once', async () => {
  const coupon = wish({ per_user: 1000 });
  const id = await create(coupon);
  for (let use = 0; use < 5; use += 1) await buy(db, await addPerson(db), track, { coupon: coupon.code });
  const seen: string[] = [];
  let after: unknown = null;
  for (let page = 0; page < 3; page += 1) {
    const answer = JSON.stringify(
      await call('select public.list_coupon_redemptions($1, $2, 2)', [id, after && JSON.stringify(after)]),
    );
    const { rows, next } = JSON.parse(answer);
    for (const row of rows) seen.push(row.id);
    after = next;
  }
  expect(after).toBeNull();
  expect(seen).toEqual(
    (
      await db.rows(
        'select id from public.coupon_redemptions where coupon_id = $1 order by redeemed_at desc, id desc',
        [id],
      )
    ).map((row) => row.id),
  );
});

it('stays quick with very many uses: a page of them, and whether a limit is reached, are read by index', async () => {
  const coupon = wish({ per_user: 1000, max_redemptions: 3 });
  const id = await create(coupon);
  const buyer = await addPerson(db);
  await db.rows(
    `with made as (
       insert into public.orders (user_id, kind, track_id, status, price, taxable, total, receipt, expires_at, request_key)
       select $1, 'enrolment', $2, 'paid', 0, 0, 0, 'many-' || n, now(), 'many-' || n from generate_series(1, 20000) n returning id)
     insert into public.coupon_redemptions (coupon_id, user_id, order_id) select c.id, $1, m.id
     from (select id, row_number() over () as place from made) m
     join (select id, row_number() over () - 1 as place from public.coupons where id <> $3) c
       on c.place = m.place % (select count(*) from public.coupons where id <> $3)`,
    [buyer, track, id],
  );
  await db.rows('analyze public.coupon_redemptions');
  const plans = [
    `select r.* from public.coupon_redemptions r where r.coupon_id = $1 and (r.redeemed_at, r.id) < (now(), $1)
      order by r.redeemed_at desc, r.id desc limit 26`,
    'select count(*) from (select from public.coupon_redemptions r where r.coupon_id = $1 limit 3) u',
    'select count(*) from public.coupon_redemptions r where r.coupon_id = $1',
  ];
  for (const sql of plans) {
    const plan = JSON.stringify(await db.rows(`explain ${sql}`, [id]));
    expect(plan).toContain('coupon_redemptions_');
    expect(plan).not.toContain('Seq Scan');
  }
});

import { beforeAll, describe, expect, it } from 'vitest';
import { addInstitution, addPerson, addStaff, addTrack } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { addCoupon, buy } from '../support/orders.ts';
import { asPerson, type Person } from '../support/people.ts';

const db = useDatabase();
const people: Record<'owner' | 'payments' | 'other' | 'learner' | 'manager' | 'suspended', string> = {
  owner: '',
  payments: '',
  other: '',
  learner: '',
  manager: '',
  suspended: '',
};
let couponId: unknown = '';

beforeAll(async () => {
  await addPerson(db, { roles: ['super-admin'] });
  Object.assign(people, {
    owner: await addStaff(db, ['coupons.manage']),
    payments: await addStaff(db, ['coupons.manage', 'payments.read']),
    other: await addStaff(db, ['settings.manage', 'payments.read']),
    learner: await addPerson(db, { name: 'Priya Sharma' }),
    manager: await addPerson(db, { kind: 'institution' }),
    suspended: await addStaff(db, ['coupons.manage']),
  });
  await addInstitution(db, [people.manager]);
  await db.rows(`update public.profiles set status = 'suspended' where user_id = $1`, [people.suspended]);
  const code = await addCoupon(db);
  couponId = await db.value('select id from public.coupons where code = $1', [code]);
  await buy(db, people.learner, await addTrack(db), { coupon: code });
});

const id = `'00000000-0000-4000-8000-000000000001'`;
const coupon = `'{"code": "WALL10", "kind": "percent", "value": 10, "valid_from": "2026-01-01T00:00:00Z", "per_user": 1}'`;
const calls: [name: string, sql: string, answer: string][] = [
  ['list_coupons', 'select public.list_coupons()', 'done'],
  ['get_coupon', `select public.get_coupon(${id})`, 'coupon_not_found'],
  ['list_coupon_redemptions', `select public.list_coupon_redemptions(${id})`, 'done'],
  ['create_coupon', `select public.create_coupon(${coupon}, 'A reason')`, 'done'],
  ['change_coupon', `select public.change_coupon(${id}, now(), ${coupon}, 'A reason')`, 'coupon_not_found'],
  ['set_coupon_active', `select public.set_coupon_active(${id}, now(), false, 'A reason')`, 'coupon_not_found'],
  ['delete_coupon', `select public.delete_coupon(${id}, now(), 'A reason')`, 'coupon_not_found'],
];

describe.each(calls)('%s', (_, sql, answer) => {
  it('is for active staff with coupons.manage alone', async () => {
    const strangers: Person[] = [
      {},
      { userId: people.other },
      { userId: people.learner },
      { userId: people.manager },
      { userId: people.suspended },
    ];
    for (const person of strangers) {
      expect(await asPerson(db.owner, person, (session) => session.refusal(sql))).toMatchObject({ code: '42501' });
    }
    const answered = await asPerson(db.owner, { userId: people.owner }, (session) => session.rows(sql)).then(
      () => 'done',
      (error: unknown) => (error instanceof Error ? error.message : ''),
    );
    expect(answered).toBe(answer);
  });
});

it('names who used a coupon only with payments.read', async () => {
  const read = (userId: string) =>
    asPerson(db.owner, { userId }, (session) => session.value('select public.list_coupon_redemptions($1)', [couponId]));
  expect(await read(people.owner)).toMatchObject({
    people: false,
    rows: [{ user_id: null, full_name: null, email: null }],
    next: null,
  });
  expect(await read(people.payments)).toMatchObject({
    people: true,
    rows: [{ user_id: people.learner, full_name: 'Priya Sharma', email: expect.stringContaining('@') }],
  });
});

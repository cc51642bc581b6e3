import { beforeAll, describe, expect, it } from 'vitest';
import { addPerson, addStaff, addTrack } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson, type Person } from '../support/people.ts';
import { addCoupon, buy } from '../support/orders.ts';

const db = useDatabase();
const people: Record<'buyer' | 'other' | 'suspended' | 'finance' | 'sales', string> = {
  buyer: '',
  other: '',
  suspended: '',
  finance: '',
  sales: '',
};
const service: Person = { role: 'service_role' };
const tables = {
  orders:
    'id, user_id, kind, track_id, status, price, discount, taxable, tax_lines, total, billing, razorpay_order_id, paid_at',
  payments: 'id, order_id, status, amount, method, error_code, error_description',
  refunds: 'id, payment_id, amount, status',
  invoices: 'id, number, issued_at, seller, buyer, lines, total',
};

beforeAll(async () => {
  Object.assign(people, {
    buyer: await addPerson(db),
    other: await addPerson(db),
    suspended: await addPerson(db),
    finance: await addStaff(db, ['payments.read']),
    sales: await addStaff(db, ['leads.manage']),
  });
  for (const userId of [people.buyer, people.suspended]) {
    const bought = await buy(db, userId, await addTrack(db), { coupon: await addCoupon(db) });
    await db.value(`select private.record_refund($1, $2, now())`, [
      bought.payment.id,
      JSON.stringify({ id: `rfnd_${userId}`, amount: 100, status: 'processed' }),
    ]);
  }
  await db.rows(`update public.profiles set status = 'suspended' where user_id = $1`, [people.suspended]);
});

describe.each(Object.entries(tables))('%s', (table, columns) => {
  const seen = (person: Person) =>
    asPerson(
      db.owner,
      person,
      async (session) => (await session.rows(`select ${columns} from public.${table}`)).length,
    );

  it('shows buyers their own rows, staff with payments.read all, others none', async () => {
    expect(await seen({ userId: people.buyer })).toBe(1);
    expect(await seen({ userId: people.other })).toBe(0);
    expect(await seen({ userId: people.suspended })).toBe(0);
    expect(await seen({ userId: people.sales })).toBe(0);
    expect(await seen({ userId: people.finance })).toBe(2);
    expect(await seen(service)).toBe(2);
  });

  it('is closed to visitors', async () => {
    expect(await asPerson(db.owner, {}, (session) => session.refusal(`select id from public.${table}`))).toMatchObject({
      code: '42501',
    });
  });

  it('is written by nobody directly, not even by the server', async () => {
    for (const person of [{}, { userId: people.buyer }, { userId: people.finance }, service]) {
      for (const sql of [
        `insert into public.${table} default values`,
        `update public.${table} set id = id`,
        `delete from public.${table}`,
        `truncate public.${table} cascade`,
      ]) {
        expect(await asPerson(db.owner, person, (session) => session.refusal(sql))).toMatchObject({ code: '42501' });
      }
    }
  });
});

describe('columns for us alone', () => {
  it.each([
    ['orders', 'request_key'],
    ['orders', 'next_reconcile_at'],
    ['refunds', 'reason'],
    ['refunds', 'created_by'],
  ])('%s.%s is not shown to people', async (table, column) => {
    const sql = `select ${column} from public.${table}`;
    expect(await asPerson(db.owner, { userId: people.buyer }, (session) => session.refusal(sql))).toMatchObject({
      code: '42501',
    });
    expect(await asPerson(db.owner, service, (session) => session.rows(sql))).toHaveLength(2);
  });
});

describe('coupons', () => {
  const sql = 'select code from public.coupons';
  const add = `insert into public.coupons (code, kind, value) values ('STAFF10', 'percent', 10)`;

  it('are seen by staff with coupons.manage only, and written directly by nobody', async () => {
    const staff = await addStaff(db, ['coupons.manage']);
    const seen = async (userId: string) =>
      (await asPerson(db.owner, { userId }, (session) => session.rows(sql))).length;
    expect([await seen(staff), await seen(people.buyer), await seen(people.finance)]).toEqual([2, 0, 0]);
    expect(await asPerson(db.owner, {}, (session) => session.refusal(sql))).toMatchObject({ code: '42501' });
    for (const person of [{}, { userId: people.buyer }, { userId: staff }, service]) {
      for (const change of [add, 'update public.coupons set active = false', 'delete from public.coupons']) {
        expect(await asPerson(db.owner, person, (session) => session.refusal(change))).toMatchObject({ code: '42501' });
      }
    }
  });

  it.each([
    ['lower case', `'abc', 'percent', 10`],
    ['more than 100 per cent', `'ABC', 'percent', 101`],
    ['nothing off', `'ABC', 'amount', 0`],
  ])('with %s are refused', async (_, values) => {
    await expect(db.rows(`insert into public.coupons (code, kind, value) values (${values})`)).rejects.toMatchObject({
      code: '23514',
    });
  });

  it('leave redemptions that staff with coupons.manage read', async () => {
    const seen = async (userId: string) =>
      (await asPerson(db.owner, { userId }, (session) => session.rows('select id from public.coupon_redemptions')))
        .length;
    expect([await seen(await addStaff(db, ['coupons.manage'])), await seen(people.buyer)]).toEqual([2, 0]);
    expect(
      await asPerson(db.owner, { userId: people.buyer }, (session) =>
        session.refusal('delete from public.coupon_redemptions'),
      ),
    ).toMatchObject({ code: '42501' });
  });
});

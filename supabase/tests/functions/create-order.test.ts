import { describe, expect, it } from 'vitest';
import { addPerson, addTrack } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson } from '../support/people.ts';
import { addCoupon, billing, buy, capture, codeOf, openOrder, openVendorOrder, payment } from '../support/orders.ts';

const db = useDatabase();

describe('system_create_order', () => {
  it('is for the server alone', async () => {
    const userId = await addPerson(db);
    const trackId = await addTrack(db);
    const sql = `select (public.system_create_order($1, 'enrolment', $2, null, $3, 'key')).total`;
    const values = [userId, trackId, billing()];
    expect(await asPerson(db.owner, { userId }, (session) => session.refusal(sql, values))).toMatchObject({
      code: '42501',
    });
    expect(await asPerson(db.owner, { role: 'service_role' }, (session) => session.value(sql, values))).toBe(589882);
  });

  it('answers the same request with the same order', async () => {
    const userId = await addPerson(db);
    const trackId = await addTrack(db);
    const first = await openOrder(db.owner, userId, trackId, { key: 'same' });
    expect((await openOrder(db.owner, userId, trackId, { key: 'same' })).id).toBe(first.id);
    expect(await db.value('select count(*) from public.orders where user_id = $1', [userId])).toBe(1);
  });

  it('answers a request that found an open order with it, also once it is paid', async () => {
    const userId = await addPerson(db);
    const trackId = await addTrack(db);
    const order = await openVendorOrder(db, userId, trackId, { key: 'first' });
    expect((await openOrder(db.owner, userId, trackId, { key: 'second', state: '27' })).id).toBe(order.id);
    await capture(db.owner, order.razorpayId, payment(order.total));
    expect(await openOrder(db.owner, userId, trackId, { key: 'second' })).toMatchObject({
      id: order.id,
      status: 'paid',
    });
    expect(await codeOf(openOrder(db.owner, userId, trackId, { key: 'third' }))).toBe('already_enrolled');
  });

  it('puts new billing details, and the tax of the new state, on the order it uses again', async () => {
    const userId = await addPerson(db);
    const trackId = await addTrack(db);
    const first = await openOrder(db.owner, userId, trackId, { state: '29' });
    const again = await openOrder(db.owner, userId, trackId, { state: '27' });
    expect(again).toMatchObject({
      id: first.id,
      total: first.total,
      tax_lines: [{ name: 'IGST' }],
      billing: { state: '27' },
    });
  });

  it('makes one order of a double click', async () => {
    const userId = await addPerson(db);
    const trackId = await addTrack(db);
    const clients = await Promise.all([db.connect(), db.connect(), db.connect()]);
    const orders = await Promise.all(
      clients.map((client, index) => openOrder(client, userId, trackId, { key: `click-${index % 2}` })),
    );
    expect(new Set(orders.map((order) => order.id)).size).toBe(1);
  });

  it('refuses billing details that no invoice can carry', async () => {
    const userId = await addPerson(db);
    const trackId = await addTrack(db);
    const attempt = (details: object) =>
      codeOf(
        db.rows(`select private.create_order($1, 'enrolment', $2, null, $3, gen_random_uuid()::text, now())`, [
          userId,
          trackId,
          JSON.stringify(details),
        ]),
      );
    expect(await attempt({})).toBe('billing_invalid');
    expect(await attempt({ name: ' ', state: '29' })).toBe('billing_invalid');
    expect(await attempt({ name: 'A', state: 'KA' })).toBe('billing_invalid');
    expect(await attempt({ name: 'A', state: '29', gstin: '27ABCDE1234F1Z5' })).toBe('gstin_invalid');
    expect(await attempt({ name: 'A', state: '29', gstin: 'nonsense' })).toBe('gstin_invalid');
    const good = await db.rows(
      `select billing from private.create_order($1, 'enrolment', $2, null, $3, 'good', now())`,
      [userId, trackId, JSON.stringify({ name: ' A ', state: '29', gstin: '29abcde1234f1z5', role: 'admin' })],
    );
    expect(good).toEqual([{ billing: { name: 'A', state: '29', gstin: '29ABCDE1234F1Z5' } }]);
  });

  it('sells nothing to an account that is not active', async () => {
    const userId = await addPerson(db, { status: 'suspended' });
    expect(await codeOf(openOrder(db.owner, userId, await addTrack(db)))).toBe('not_allowed');
  });
});

describe('a coupon with few places', () => {
  it('goes to one of two buyers who ask at once', async () => {
    const trackId = await addTrack(db);
    const coupon = await addCoupon(db, { max_redemptions: 1 });
    const buyers: string[] = [];
    while (buyers.length < 6) buyers.push(await addPerson(db));
    const clients = await Promise.all(buyers.map(() => db.connect()));
    const results = await Promise.allSettled(
      buyers.map((buyer, index) => {
        const client = clients[index];
        if (!client) throw new Error('No client.');
        return openOrder(client, buyer, trackId, { coupon });
      }),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []))).toEqual(
      Array(5).fill('error: coupon_used_up'),
    );
  });

  it('is free again when the order that held the place expires', async () => {
    const trackId = await addTrack(db);
    const coupon = await addCoupon(db, { max_redemptions: 1 });
    await openOrder(db.owner, await addPerson(db), trackId, { coupon, now: '2030-01-01T00:00:00Z' });
    const second = await addPerson(db);
    expect(await codeOf(openOrder(db.owner, second, trackId, { coupon, now: '2030-01-01T23:00:00Z' }))).toBe(
      'coupon_used_up',
    );
    expect(await openOrder(db.owner, second, trackId, { coupon, now: '2030-01-02T00:00:01Z' })).toMatchObject({
      status: 'created',
    });
  });

  it('used once per person is not held twice by one person at once', async () => {
    const userId = await addPerson(db);
    const tracks = [await addTrack(db), await addTrack(db)];
    const coupon = await addCoupon(db, { per_user: 1 });
    const clients = await Promise.all(tracks.map(() => db.connect()));
    await Promise.all(
      tracks.map((track, index) => {
        const client = clients[index];
        if (!client) throw new Error('No client.');
        return openOrder(client, userId, track, { coupon });
      }),
    );
    expect(
      await db.value(`select count(*) from public.orders where user_id = $1 and status = 'created'`, [userId]),
    ).toBe(1);
  });

  it('counts paid uses per person and in all', async () => {
    const [first, second] = [await addPerson(db), await addPerson(db)];
    const coupon = await addCoupon(db, { per_user: 2, max_redemptions: 3 });
    await buy(db, first, await addTrack(db), { coupon });
    await buy(db, first, await addTrack(db), { coupon });
    expect(await codeOf(openOrder(db.owner, first, await addTrack(db), { coupon }))).toBe('coupon_used_up');
    await buy(db, second, await addTrack(db), { coupon });
    expect(await codeOf(openOrder(db.owner, second, await addTrack(db), { coupon }))).toBe('coupon_used_up');
    expect(
      await db.value(
        'select count(*) from public.coupon_redemptions r join public.coupons c on c.id = r.coupon_id where c.code = $1',
        [coupon],
      ),
    ).toBe(3);
  });
});

describe('orders nobody paid', () => {
  it('expire, and are asked about at growing gaps until five days have gone', async () => {
    const start = '2031-01-01T00:00:00Z';
    const order = await openVendorOrder(db, await addPerson(db), await addTrack(db), { now: start });
    const due = async (now: string) =>
      (await db.rows('select order_id from private.due_reconciliations(100, $1)', [now])).some(
        (row) => row.order_id === order.id,
      );
    expect(await due('2031-01-01T00:01:59Z')).toBe(false);
    expect(await due('2031-01-01T00:02:00Z')).toBe(true);
    expect(await due('2031-01-01T00:03:59Z')).toBe(false);
    expect(await due('2031-01-01T01:00:00Z')).toBe(true);
    expect(await due('2031-01-01T01:29:00Z')).toBe(false);
    expect(await db.value('select private.expire_orders($1)', ['2031-01-02T00:00:00Z'])).toBeGreaterThan(0);
    expect(await db.value('select status from public.orders where id = $1', [order.id])).toBe('expired');
    expect(await due('2031-01-06T12:00:00Z')).toBe(true);
    expect(await due('2031-02-06T12:00:00Z')).toBe(false);
  });

  it('keep the first vendor order when two requests each made one', async () => {
    const order = await openOrder(db.owner, await addPerson(db), await addTrack(db));
    const attach = (id: string) =>
      db.value('select (private.attach_razorpay_order($1, $2, now())).razorpay_order_id', [order.id, id]);
    expect([await attach('order_first'), await attach('order_second')]).toEqual(['order_first', 'order_first']);
  });
});

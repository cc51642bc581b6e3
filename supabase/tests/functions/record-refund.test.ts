import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addPerson, addTrack, enrol } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { buy, capture, payment } from '../support/orders.ts';
import { certify, giveIdentity, passMockTest } from '../support/exams.ts';

const db = useDatabase();

const refund = (paymentId: string, amount: number, fields: Record<string, unknown> = {}) =>
  db.value('select private.record_refund($1, $2, now())', [
    paymentId,
    JSON.stringify({ id: `rfnd_${randomUUID()}`, amount, status: 'processed', ...fields }),
  ]);
const state = async (orderId: string) =>
  (
    await db.rows(
      `select o.status as order, p.status as payment, p.amount_refunded as refunded, e.status as enrolment
     from public.orders o join public.payments p on p.order_id = o.id and p.settles_order left join public.enrolments e on e.id = o.enrolment_id
     where o.id = $1`,
      [orderId],
    )
  )[0];

describe('a refund', () => {
  it('of everything revokes the enrolment that the payment bought', async () => {
    const bought = await buy(db, await addPerson(db), await addTrack(db));
    expect(await refund(bought.payment.id, bought.total)).toEqual({
      outcome: 'refunded',
      order_id: bought.id,
      order_status: 'refunded',
    });
    expect(await state(bought.id)).toEqual({
      order: 'refunded',
      payment: 'refunded',
      refunded: bought.total,
      enrolment: 'revoked',
    });
  });

  it('of a part leaves the enrolment, until the parts make the whole', async () => {
    const bought = await buy(db, await addPerson(db), await addTrack(db));
    await refund(bought.payment.id, 100);
    expect(await state(bought.id)).toEqual({
      order: 'partially_refunded',
      payment: 'captured',
      refunded: 100,
      enrolment: 'active',
    });
    await refund(bought.payment.id, bought.total - 100);
    expect(await state(bought.id)).toMatchObject({ order: 'refunded', enrolment: 'revoked' });
  });

  it('counts when it is processed, once, in whatever order the news comes', async () => {
    const bought = await buy(db, await addPerson(db), await addTrack(db));
    const id = `rfnd_${randomUUID()}`;
    expect(await refund(bought.payment.id, 100, { id, status: 'pending' })).toMatchObject({ outcome: 'recorded' });
    expect(await state(bought.id)).toMatchObject({ order: 'paid', refunded: 0 });
    expect(await refund(bought.payment.id, 100, { id })).toMatchObject({ outcome: 'refunded' });
    expect(await refund(bought.payment.id, 100, { id })).toMatchObject({ outcome: 'unchanged' });
    expect(await refund(bought.payment.id, 100, { id, status: 'pending' })).toMatchObject({ outcome: 'unchanged' });
    expect(await state(bought.id)).toMatchObject({ order: 'partially_refunded', refunded: 100 });
    expect(await db.value('select status from public.refunds where razorpay_refund_id = $1', [id])).toBe('processed');
  });

  it('that failed changes nothing', async () => {
    const bought = await buy(db, await addPerson(db), await addTrack(db));
    expect(await refund(bought.payment.id, bought.total, { status: 'failed' })).toMatchObject({ outcome: 'recorded' });
    expect(await state(bought.id)).toMatchObject({ order: 'paid', enrolment: 'active' });
  });

  it('of a second payment leaves the order that the first one paid', async () => {
    const bought = await buy(db, await addPerson(db), await addTrack(db));
    const second = payment(bought.total);
    await capture(db.owner, bought.razorpayId, second);
    expect(await refund(second.id, bought.total)).toMatchObject({ outcome: 'refunded', order_status: 'paid' });
    expect(await state(bought.id)).toMatchObject({ order: 'paid', enrolment: 'active', refunded: 0 });
  });

  it('leaves a certificate for staff to decide on', async () => {
    const userId = await addPerson(db);
    const trackId = await addTrack(db);
    const bought = await buy(db, userId, trackId);
    await giveIdentity(db, userId);
    await passMockTest(db, userId, trackId, String(bought.outcome.enrolment_id));
    const certificate = await certify(db, { userId, trackId }, new Date(Date.now() + 60_000).toISOString());
    await refund(bought.payment.id, bought.total);
    expect(await db.value('select status from public.certificates where id = $1', [certificate.id])).toBe('issued');
  });

  it('takes an added attempt back', async () => {
    const userId = await addPerson(db);
    const trackId = await addTrack(db, { addon_price: 5000 });
    const enrolmentId = await enrol(db, userId, trackId);
    const bought = await buy(db, userId, trackId, { kind: 'addon_attempt' });
    await refund(bought.payment.id, bought.total);
    expect(await db.rows('select attempts_added, status from public.enrolments where id = $1', [enrolmentId])).toEqual([
      { attempts_added: 0, status: 'active' },
    ]);
  });

  it('of a payment that we do not know says so', async () => {
    expect(await refund('pay_unknown', 1)).toMatchObject({ outcome: 'unknown_payment' });
  });
});

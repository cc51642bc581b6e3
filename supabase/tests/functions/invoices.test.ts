import { describe, expect, it } from 'vitest';
import { addPerson, addTrack } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { addCoupon, buy, capture, openVendorOrder, payment } from '../support/orders.ts';

const db = useDatabase();

const numbers = async (year: string) =>
  (await db.rows('select number from public.invoices where financial_year = $1 order by number', [year])).map(
    (row) => row.number,
  );
const inYear = (year: string, count: number) =>
  Array.from({ length: count }, (_, index) => `AIR/${year}/${String(index + 1).padStart(5, '0')}`);

describe('invoice numbers', () => {
  it.each([
    ['2027-03-31T18:29:59.999Z', '2026-27'],
    ['2027-03-31T18:30:00Z', '2027-28'],
    ['2027-12-31T23:59:59Z', '2027-28'],
    ['2028-01-01T00:00:00Z', '2027-28'],
    ['2099-04-01T00:00:00Z', '2099-00'],
  ])('at %s belong to the Indian financial year %s', async (at, year) => {
    expect(await db.value('select private.financial_year($1)', [at])).toBe(year);
  });

  it('begin anew on the first of April in India', async () => {
    const trackId = await addTrack(db);
    await buy(db, await addPerson(db), trackId, { now: '2031-03-31T18:29:00Z' });
    await buy(db, await addPerson(db), trackId, { now: '2031-03-31T18:29:59Z' });
    await buy(db, await addPerson(db), trackId, { now: '2031-03-31T18:30:00Z' });
    expect(await numbers('2030-31')).toEqual(inYear('30-31', 2));
    expect(await numbers('2031-32')).toEqual(inYear('31-32', 1));
  });

  it('have no gap and no double when many pay at once and some transactions fail', async () => {
    const trackId = await addTrack(db);
    const now = '2035-05-05T00:00:00Z';
    const orders: Awaited<ReturnType<typeof openVendorOrder>>[] = [];
    while (orders.length < 16) orders.push(await openVendorOrder(db, await addPerson(db), trackId, { now }));
    await Promise.all(
      orders.map(async (order, index) => {
        const client = await db.connect();
        await client.query('begin');
        await capture(client, order.razorpayId, payment(order.total), now);
        await client.query(index % 4 === 0 ? 'rollback' : 'commit');
      }),
    );
    expect(await numbers('2035-36')).toEqual(inYear('35-36', 12));
    // What was rolled back is paid later and takes the next numbers.
    for (const order of orders.filter((_, index) => index % 4 === 0))
      await capture(db.owner, order.razorpayId, payment(order.total), now);
    expect(await numbers('2035-36')).toEqual(inYear('35-36', 16));
  });

  it('stay within sixteen characters', async () => {
    await db.rows(`insert into private.invoice_counters values ('2040-41', 99998)`);
    const next = () => db.value(`select private.next_invoice_number('2040-41')`);
    expect([await next(), await next()]).toEqual(['AIR/40-41/99999', 'AIR/40-41/100000']);
  });
});

describe('an invoice', () => {
  it('keeps seller, buyer, line and tax as they stood', async () => {
    const trackId = await addTrack(db, { price: 100000, name: 'Foundations' });
    const userId = await addPerson(db, { email: 'buyer@example.com' });
    const bought = await buy(db, userId, trackId, { state: '27', coupon: await addCoupon(db, { value: 10 }) });
    await db.rows(`update public.tracks set name = 'Renamed' where id = $1`, [trackId]);
    expect(
      await db.rows(
        'select buyer, lines, taxable, tax_lines, total, seller->>$2 as state from public.invoices where order_id = $1',
        [bought.id, 'state_code'],
      ),
    ).toEqual([
      {
        buyer: {
          name: 'Asha Rao',
          address: '1 MG Road',
          state: '27',
          email: 'buyer@example.com',
          place_of_supply: '27',
        },
        lines: [
          {
            kind: 'enrolment',
            description: 'Foundations',
            sac: '999293',
            quantity: 1,
            price: 100000,
            discount: 10000,
            taxable: 90000,
            reverse_charge: false,
          },
        ],
        taxable: 90000,
        tax_lines: [{ name: 'IGST', rate: 18, amount: 16200 }],
        total: 106200,
        state: '29',
      },
    ]);
  });

  it('is never changed or removed, not even by the owner of the table', async () => {
    const bought = await buy(db, await addPerson(db), await addTrack(db));
    await expect(
      db.rows('update public.invoices set total = total + 1 where order_id = $1', [bought.id]),
    ).rejects.toThrow('invoice_is_final');
    await expect(db.rows('delete from public.invoices where order_id = $1', [bought.id])).rejects.toThrow(
      'invoice_is_final',
    );
  });
});

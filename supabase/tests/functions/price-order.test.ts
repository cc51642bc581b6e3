import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';

const db = useDatabase();

interface Price {
  price: number;
  discount: number;
  taxable: number;
  total: number;
  tax_lines: { name: string; rate: number; amount: number }[];
}
interface Wish {
  price: number;
  kind?: 'percent' | 'amount' | null;
  value?: number | null;
  max?: number | null;
  rate?: number;
  inclusive?: boolean;
  seller?: string | null;
  buyer?: string | null;
}

async function priceOf(wishes: Wish[]): Promise<Price[]> {
  const rows = await db.owner.query<{ result: Price }>(
    `select private.price_order(w.price, w.kind, w.value, w.max, coalesce(w.rate, 18), coalesce(w.inclusive, false), w.seller, w.buyer) as result
     from jsonb_to_recordset($1) as w(n int, price int, kind public.discount_kind, value int, max int, rate numeric, inclusive boolean, seller text, buyer text)
     order by w.n`,
    [JSON.stringify(wishes.map((wish, n) => ({ n, seller: '29', ...wish })))],
  );
  return rows.rows.map((row) => row.result);
}
const one = async (wish: Wish) => (await priceOf([wish]))[0];

/** The rules that a price does not keep, in words; whole-number arithmetic, as rates have at most two decimals. */
function brokenRules(wish: Wish & { rate: number }, price: Price | undefined): string[] {
  if (!price) return ['a price for every wish'];
  const amounts = price.tax_lines.map((line) => line.amount);
  const tax = amounts.reduce((sum, amount) => sum + amount, 0);
  const net = price.price - price.discount;
  const [first = 0, second = first] = amounts;
  const exactTax = Number((BigInt(price.taxable) * BigInt(wish.rate * 100) + 5000n) / 10000n);
  const rules: [string, boolean][] = [
    ['total is taxable and tax', price.total === price.taxable + tax],
    ['discount is at most the price', price.discount <= price.price],
    ['nothing is negative', [price.discount, price.taxable, ...amounts].every((amount) => amount >= 0)],
    [
      'all is whole paise',
      [price.price, price.discount, price.taxable, price.total, ...amounts].every(Number.isInteger),
    ],
    ['net is what is taxed', (wish.inclusive ? price.total : price.taxable) === net],
    [
      'tax is rounded half up',
      wish.inclusive ? Math.abs(price.taxable * (1 + wish.rate / 100) - net) < 1 : tax === exactTax,
    ],
    ['halves differ by a paisa at most', Math.abs(first - second) <= 1],
    ['no coupon, no discount', wish.kind !== null || price.discount === 0],
    ['what a coupon leaves can be charged', price.discount === 0 || price.total === 0 || price.total >= 100],
  ];
  return rules.flatMap(([rule, kept]) => (kept ? [] : [`${rule}: ${JSON.stringify({ wish, price })}`]));
}

describe('a price', () => {
  it('within the state has 9 % CGST and 9 % SGST on top', async () => {
    expect(await one({ price: 499900, buyer: '29' })).toEqual({
      price: 499900,
      discount: 0,
      taxable: 499900,
      total: 589882,
      tax_lines: [
        { name: 'CGST', rate: 9, amount: 44991 },
        { name: 'SGST', rate: 9, amount: 44991 },
      ],
    });
  });

  it('to another state has 18 % IGST on top', async () => {
    expect((await one({ price: 499900, buyer: '27' }))?.tax_lines).toEqual([{ name: 'IGST', rate: 18, amount: 89982 }]);
  });

  it('gives an odd paisa of tax to SGST, so that the halves add up', async () => {
    expect((await one({ price: 249950, buyer: '29' }))?.tax_lines).toEqual([
      { name: 'CGST', rate: 9, amount: 22495 },
      { name: 'SGST', rate: 9, amount: 22496 },
    ]);
  });

  it('rounds half a paisa up', async () => {
    // 18 % of 25 paise is 4.5.
    expect((await one({ price: 25, buyer: '27' }))?.total).toBe(30);
  });

  it('without a state is as within the state', async () => {
    expect((await one({ price: 1000, buyer: null }))?.tax_lines.map((line) => line.name)).toEqual(['CGST', 'SGST']);
  });

  it('that includes tax is not raised by it', async () => {
    expect(await one({ price: 118000, inclusive: true, buyer: '27' })).toMatchObject({
      taxable: 100000,
      total: 118000,
      tax_lines: [{ amount: 18000 }],
    });
  });

  it('caps a percentage at its largest discount', async () => {
    expect((await one({ price: 499900, kind: 'percent', value: 50, max: 100000 }))?.discount).toBe(100000);
  });

  it('never takes more off than the price', async () => {
    expect(await one({ price: 5000, kind: 'amount', value: 999999 })).toMatchObject({
      discount: 5000,
      taxable: 0,
      total: 0,
    });
  });

  it('becomes free where a coupon would leave less than the vendor can charge', async () => {
    expect((await one({ price: 10000, kind: 'amount', value: 9950 }))?.total).toBe(0);
    // 85 paise and their tax round to exactly one rupee, which can be charged.
    expect((await one({ price: 10000, kind: 'amount', value: 9915 }))?.total).toBe(100);
  });

  it('holds its sums for any input', async () => {
    const wishes = fc.array(
      fc.record({
        price: fc.oneof(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 50_000_000 })),
        kind: fc.constantFrom('percent' as const, 'amount' as const, null),
        value: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.constant(100)),
        max: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
        rate: fc.constantFrom(0, 5, 12, 18, 28, 0.25, 3),
        inclusive: fc.boolean(),
        buyer: fc.constantFrom('29', '27', null),
      }),
      { minLength: 200, maxLength: 400 },
    );
    await fc.assert(
      fc.asyncProperty(wishes, async (list) => {
        const prices = await priceOf(list);
        expect(list.flatMap((wish, index) => brokenRules(wish, prices[index]))).toEqual([]);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });
});

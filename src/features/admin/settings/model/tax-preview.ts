export type Tax = { ratePercent: number; inclusive: boolean };

/** What a price in paise comes to, rounded as the database does: half up, once, on the whole taxable value. */
export function priceWithTax(price: number, { ratePercent, inclusive }: Tax) {
  // In hundredths of a per cent, so that whole numbers are divided.
  const rate = Math.round(ratePercent * 100);
  const halfUp = (dividend: number, divisor: number) => Math.floor((2 * dividend + divisor) / (2 * divisor));
  const taxable = inclusive ? halfUp(price * 10_000, 10_000 + rate) : price;
  const tax = inclusive ? price - taxable : halfUp(price * rate, 10_000);
  return { taxable, tax, total: taxable + tax };
}

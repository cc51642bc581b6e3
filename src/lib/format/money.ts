const whole = new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR', maximumFractionDigits: 0 });
const withPaise = new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR', minimumFractionDigits: 2 });

/** Integer paise to rupees with lakh grouping: 1234500 → ₹12,345; 1234550 → ₹12,345.50. */
export function formatPaise(paise: number): string {
  if (!Number.isSafeInteger(paise)) throw new RangeError('Money is integer paise');
  return (paise % 100 === 0 ? whole : withPaise).format(paise / 100);
}

/** Always with paise, for invoices and totals that stand under each other. */
export function formatPaiseExact(paise: number): string {
  if (!Number.isSafeInteger(paise)) throw new RangeError('Money is integer paise');
  return withPaise.format(paise / 100);
}

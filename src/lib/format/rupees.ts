const shape = /^(\d+)(?:\.(\d{1,2}))?$/;
/** Far below the largest safe integer, far above any contract. */
const mostRupees = 10_000_000_000;

/** What a person typed in rupees, such as "1,25,000.50", in integer paise; null when it is no amount. */
export function rupeesToPaise(text: string): number | null {
  const match = shape.exec(text.replace(/[₹,\s]/g, ''));
  if (match === null) return null;
  const rupees = Number(match[1]);
  if (rupees > mostRupees) return null;
  return rupees * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** For a field: 12500050 → "1,25,000.50", 12500000 → "1,25,000". */
export function paiseToRupees(paise: number): string {
  const rest = paise % 100;
  const rupees = ((paise - rest) / 100).toLocaleString('en-IN');
  return rest === 0 ? rupees : `${rupees}.${String(rest).padStart(2, '0')}`;
}

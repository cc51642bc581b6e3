import type { ReceiptContext } from './context.ts';
import { formatMoment, formatPercent, formatRupees } from './formats.ts';
import type { MailContent } from './layout.ts';
import { mailTexts } from './texts.ts';

const texts = mailTexts.receipt;

export function paymentReceipt(context: ReceiptContext, appUrl: string): MailContent {
  const facts: MailContent['facts'] = [];
  if (context.invoice_number) facts.push({ label: texts.invoice, value: context.invoice_number });
  if (context.paid_at) facts.push({ label: texts.paidOn, value: formatMoment(context.paid_at) });
  facts.push({ label: texts.price, value: formatRupees(context.price) });
  if (context.discount > 0) {
    const label = context.coupon_code ? texts.coupon(context.coupon_code) : texts.discount;
    facts.push({ label, value: `−${formatRupees(context.discount)}` });
  }
  for (const { name, rate, amount } of context.tax_lines) {
    facts.push({ label: texts.tax(name, formatPercent(rate)), value: formatRupees(amount) });
  }
  facts.push({ label: texts.total, value: formatRupees(context.total), strong: true });
  return {
    subject: texts.subject(context.track_name),
    preview: texts.preview,
    name: context.to.name ?? '',
    productName: context.product_name,
    paragraphs: [texts.intro[context.kind](context.track_name)],
    facts,
    after: [],
    button: { label: texts.button, url: `${appUrl}/dashboard` },
    links: [],
  };
}

import { useTranslation } from 'react-i18next';
import type { OrderKind } from '@contracts/create-order.ts';
import { formatPaiseExact } from '~/lib/format/money';
import type { Quote } from '../schemas';
import classes from './price-summary.module.css';

/** The server's price, line by line. */
export function PriceSummary({
  kind,
  trackName,
  quote,
  stateKnown,
}: {
  kind: OrderKind;
  trackName: string;
  quote: Quote;
  stateKnown: boolean;
}) {
  const { t } = useTranslation('payments');
  const what = {
    enrolment: t('summary.enrolment'),
    addon_attempt: t('summary.addonAttempt'),
    renewal: t('summary.renewal'),
  }[kind];
  return (
    <div>
      <p className={classes.track}>{trackName}</p>
      <p className={classes.what}>{what}</p>
      <dl className={classes.lines}>
        <Line label={t('summary.price')} paise={quote.price} />
        {quote.discount > 0 && (
          <Line label={t('summary.discount', { code: quote.coupon?.code ?? '' })} paise={-quote.discount} good />
        )}
        {quote.discount > 0 && <Line label={t('summary.taxable')} paise={quote.taxable} />}
        {quote.tax_lines.map((line) => (
          <Line key={line.name} label={t('summary.tax', { name: line.name, rate: line.rate })} paise={line.amount} />
        ))}
        <Line label={t('summary.total')} paise={quote.total} total />
      </dl>
      {!stateKnown && <p className={classes.hint}>{t('summary.taxPending')}</p>}
    </div>
  );
}

function Line({ label, paise, good, total }: { label: string; paise: number; good?: boolean; total?: boolean }) {
  return (
    <div className={classes.line} data-total={total} data-good={good}>
      <dt>{label}</dt>
      <dd>{formatPaiseExact(paise)}</dd>
    </div>
  );
}

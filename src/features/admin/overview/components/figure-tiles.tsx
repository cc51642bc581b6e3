import { useTranslation } from 'react-i18next';
import { formatPaise } from '~/lib/format/money';
import { passRate } from '../model/change';
import type { Overview } from '../schemas';
import { FigureTile } from './figure-tile';
import classes from './figure-tile.module.css';
import { useQuestion } from './use-question';

/** What happened in the period, each figure beside that of the period before. */
export function FigureTiles({ overview: { now, before, expiring } }: { overview: Overview }) {
  const { t } = useTranslation('adminOverview');
  const { question } = useQuestion();
  const rate = { now: passRate(now), before: passRate(before) };
  const decided = now.exams_passed + now.exams_failed;
  const plain = (list: 'registrations' | 'paid' | 'enrolments' | 'completions' | 'certificates', note?: string) => (
    <FigureTile
      list={list}
      value={now[list].toLocaleString('en-IN')}
      now={now[list]}
      before={before[list]}
      note={note}
    />
  );
  return (
    <section aria-label={t('figures.label')}>
      <ul className={classes.tiles}>
        {plain('registrations', question.track === null ? undefined : t('figures.allTracks'))}
        {plain('paid')}
        <FigureTile
          list="paid"
          name="revenue"
          value={formatPaise(now.revenue)}
          now={now.revenue}
          before={before.revenue}
        />
        <FigureTile
          list="refunds"
          value={now.refunds.toLocaleString('en-IN')}
          now={now.refunds}
          before={before.refunds}
          note={now.refunds === 0 ? undefined : t('figures.refunded', { amount: formatPaise(now.refunded) })}
        />
        {plain('enrolments')}
        {plain('completions')}
        <FigureTile
          list="exams"
          value={rate.now === null ? t('figures.none') : `${rate.now}%`}
          now={rate.now ?? 0}
          before={rate.before ?? 0}
          compared={rate.now !== null && rate.before !== null}
          note={t('figures.exams', { count: decided, passed: now.exams_passed })}
        />
        {plain('certificates')}
        <FigureTile
          list="expiring"
          value={expiring.toLocaleString('en-IN')}
          now={expiring}
          before={0}
          compared={false}
          note={t('figures.today')}
        />
      </ul>
    </section>
  );
}

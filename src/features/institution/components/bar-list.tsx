import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './bar-list.module.css';

type Item = { key: string; label: string; count: number; tone?: 'brand' | 'good' | 'bad' | 'plain' };

/** How many are in each group: a bar beside each number, as long as its share of all. */
export function BarList({ title, bars }: { title: string; bars: Item[] }) {
  const { t } = useTranslation('institution');
  const titleId = useId();
  const whole = Math.max(
    bars.reduce((sum, { count }) => sum + count, 0),
    1,
  );
  return (
    <section aria-labelledby={titleId}>
      <h3 id={titleId} className={classes.title}>
        {title}
      </h3>
      <ul className={classes.list}>
        {bars.map(({ key, label, count, tone = 'brand' }) => (
          <li key={key}>
            <span>{label}</span>
            <strong>{t('import.numbers.figure', { count })}</strong>
            <span className={classes.track} aria-hidden="true">
              <span data-tone={tone} style={{ width: `${(100 * count) / whole}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

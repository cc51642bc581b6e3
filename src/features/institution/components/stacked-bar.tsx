import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './stacked-bar.module.css';

type Part = { key: string; label: string; count: number; /** The list of those whom the part counts. */ to: string };

/** Parts of a whole side by side; the list below, in the same order, says what the eye sees and leads on. */
export function StackedBar({ title, parts }: { title: string; parts: Part[] }) {
  const { t } = useTranslation('institution');
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <h3 id={titleId} className={classes.title}>
        {title}
      </h3>
      <div className={classes.bar} aria-hidden="true">
        {parts
          .filter(({ count }) => count > 0)
          .map(({ key, count }) => (
            <span key={key} data-part={key} style={{ flexGrow: count }} />
          ))}
      </div>
      <ul className={classes.legend}>
        {parts.map(({ key, label, count, to }) => (
          <li key={key}>
            <span className={classes.sign} data-part={key} aria-hidden="true" />
            {count > 0 ? <Link to={to}>{label}</Link> : label}
            <strong>{t('import.numbers.figure', { count })}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

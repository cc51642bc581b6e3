import { useTranslation } from 'react-i18next';
import site from '../site.module.css';
import classes from './trusted.module.css';

const marks = [
  'M2 18 11 3l9 15z',
  'M11 2a9 9 0 1 1 0 18 9 9 0 0 1 0-18',
  'M3 19V9l8-6 8 6v10z',
  'M2 11 11 2l9 9-9 9z',
  'M3 3h7v7H3zm9 9h7v7h-7z',
];

export function Trusted() {
  const { t } = useTranslation('site');
  return (
    <section className={`${site.wrap} ${classes.trusted}`} aria-labelledby="trusted">
      <h2 id="trusted" className={classes.title}>
        {t('landing.trusted.title')}
      </h2>
      <ul className={classes.names}>
        {t('landing.trusted.names', { returnObjects: true }).map((name, index) => (
          <li key={name}>
            <svg viewBox="0 0 22 22" width="22" height="22" aria-hidden="true">
              <path d={marks[index % marks.length]} fill="currentColor" />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <p className={classes.sample}>{t('landing.trusted.sample')}</p>
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import classes from './logo.module.css';

/** An A whose crossbar is a tick: ready, and checked. */
export function Logo({ mark = false }: { mark?: boolean }) {
  const { t } = useTranslation('common');
  return (
    <span className={classes.logo}>
      <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="9" className={classes.tile} />
        <path d="M9 22 16 8l7 14" className={classes.letter} />
        <path d="m12.6 19.2 3 2.8 6.2-6.4" className={classes.tick} />
      </svg>
      <span className={mark ? 'visually-hidden' : classes.name}>{t('product')}</span>
    </span>
  );
}

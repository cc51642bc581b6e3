import { useTranslation } from 'react-i18next';
import classes from './page-loader.module.css';

/** Appears after a moment, so that a fast page does not flicker. */
export function PageLoader() {
  const { t } = useTranslation('common');
  return (
    <div className={classes.loader} role="status">
      <span className={classes.ring} aria-hidden="true" />
      <span className="visually-hidden">{t('loading')}</span>
    </div>
  );
}

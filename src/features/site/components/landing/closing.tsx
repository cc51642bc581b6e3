import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '~/lib/paths';
import site from '../site.module.css';
import classes from './closing.module.css';

export function Closing() {
  const { t } = useTranslation('site');
  return (
    <section className={`${site.section} ${site.wrap}`}>
      <div className={classes.panel}>
        <h2 className={site.title}>{t('landing.closing.title')}</h2>
        <p>{t('landing.closing.body')}</p>
        <div className={site.actions}>
          <Link to={paths.register()} className={`${site.button} ${classes.light}`}>
            {t('landing.closing.primary')}
          </Link>
          <Link to={paths.landingSection('tracks')} className={`${site.quiet} ${classes.outline}`}>
            {t('landing.closing.secondary')}
          </Link>
          <Link to={paths.registerInstitution()} className={`${site.quiet} ${classes.outline}`}>
            {t('landing.closing.institutions')}
          </Link>
        </div>
      </div>
    </section>
  );
}

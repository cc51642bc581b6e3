import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '~/lib/paths';
import site from '../site.module.css';
import { CertificateArt } from './certificate-art';
import classes from './hero.module.css';

export function Hero() {
  const { t } = useTranslation('site');
  return (
    <section className={classes.hero}>
      <div className={`${site.wrap} ${classes.grid}`}>
        <div>
          <h1 className={classes.title}>{t('landing.hero.title')}</h1>
          <p className={classes.lead}>{t('landing.hero.lead')}</p>
          <div className={site.actions}>
            <Link to={paths.landingSection('tracks')} className={site.button}>
              {t('landing.hero.primary')}
            </Link>
            <Link to={paths.verify()} className={site.quiet}>
              {t('landing.hero.secondary')}
            </Link>
          </div>
          <ul className={classes.facts}>
            {t('landing.hero.facts', { returnObjects: true }).map((fact) => (
              <li key={fact}>
                <IconCheck size={18} stroke={2.4} aria-hidden="true" />
                {fact}
              </li>
            ))}
          </ul>
        </div>
        <CertificateArt />
      </div>
    </section>
  );
}

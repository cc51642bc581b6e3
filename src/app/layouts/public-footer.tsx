import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Logo } from '~/components/logo';
import { paths } from '~/lib/paths';
import classes from './public-footer.module.css';

const year = new Date().getFullYear();

export function PublicFooter() {
  const { t } = useTranslation('common');
  return (
    <footer className={`${classes.footer} no-print`}>
      <div className={classes.inner}>
        <div className={classes.about}>
          <Logo />
          <p>{t('footer.about')}</p>
        </div>
        <nav aria-label={t('footer.explore')}>
          <h2>{t('footer.explore')}</h2>
          <Link to={paths.landingSection('tracks')}>{t('nav.tracks')}</Link>
          <Link to={paths.landingSection('process')}>{t('nav.process')}</Link>
          <Link to={paths.landingSection('curriculum')}>{t('nav.curriculum')}</Link>
          <Link to={paths.verify()}>{t('nav.verify')}</Link>
          <Link to={paths.landingSection('faq')}>{t('nav.faq')}</Link>
        </nav>
        <nav aria-label={t('footer.account')}>
          <h2>{t('footer.account')}</h2>
          <Link to={paths.register()}>{t('nav.register')}</Link>
          <Link to={paths.login()}>{t('nav.signIn')}</Link>
          <Link to={paths.registerInstitution()}>{t('nav.institutions')}</Link>
        </nav>
        <nav aria-label={t('footer.legal')}>
          <h2>{t('footer.legal')}</h2>
          <Link to={paths.privacy()}>{t('nav.privacy')}</Link>
          <Link to={paths.terms()}>{t('nav.terms')}</Link>
          <Link to={paths.refundPolicy()}>{t('nav.refunds')}</Link>
        </nav>
      </div>
      <p className={classes.small}>{t('footer.rights', { year })}</p>
    </footer>
  );
}

import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation } from 'react-router';
import { ErrorBoundary } from '~/components/error-boundary';
import { Logo } from '~/components/logo';
import { PageLoader } from '~/components/page-loader';
import { mainContentId, SkipLink } from '~/components/skip-link';
import { ThemeToggle } from '~/components/theme-toggle';
import { paths } from '~/lib/paths';
import { hasStoredSession } from '~/lib/supabase/stored-session';
import { MobileNav } from './mobile-nav';
import { PublicFooter } from './public-footer';
import classes from './public-layout.module.css';

/** Header and footer of the public pages; plain elements, so that a visitor loads no component library. */
export function PublicLayout() {
  const { t } = useTranslation('common');
  const { pathname } = useLocation();
  const known = hasStoredSession();
  return (
    <div className={classes.page}>
      <SkipLink />
      <header className={`${classes.header} no-print`}>
        <div className={classes.bar}>
          <Link to={paths.landing()} className={classes.brand}>
            <Logo />
          </Link>
          <nav aria-label={t('nav.main')} className={classes.nav}>
            <Link to={paths.landingSection('tracks')}>{t('nav.tracks')}</Link>
            <Link to={paths.landingSection('process')}>{t('nav.process')}</Link>
            <Link to={paths.landingSection('faq')}>{t('nav.faq')}</Link>
            <Link to={paths.verify()}>{t('nav.verifyShort')}</Link>
          </nav>
          <div className={classes.tools}>
            <ThemeToggle />
            {known ? (
              <Link to={paths.dashboard()} className={classes.primary}>
                {t('nav.dashboard')}
              </Link>
            ) : (
              <>
                <Link to={paths.login()} className={classes.secondary}>
                  {t('nav.signIn')}
                </Link>
                <Link to={paths.register()} className={classes.primary}>
                  {t('nav.register')}
                </Link>
              </>
            )}
            <MobileNav />
          </div>
        </div>
      </header>
      <main id={mainContentId} tabIndex={-1} className={classes.main}>
        <ErrorBoundary resetKey={pathname}>
          <Suspense fallback={<PageLoader />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
      <PublicFooter />
    </div>
  );
}

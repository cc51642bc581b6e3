import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation } from 'react-router';
import { Logo } from '~/components/logo';
import { mainContentId, SkipLink } from '~/components/skip-link';
import { ThemeToggle } from '~/components/theme-toggle';
import { paths } from '~/lib/paths';
import classes from './auth-layout.module.css';

/** A form on one side; on the other, where room allows, what waits behind it. */
export default function AuthLayout() {
  const { t } = useTranslation('auth');
  // Who is invited has not left anything here yet.
  const panel = useLocation().pathname === paths.acceptInvite() ? 'invitedPanel' : 'panel';
  return (
    <div className={classes.split}>
      <SkipLink />
      <div className={classes.side}>
        <header className={classes.header}>
          <Link to={paths.landing()} className={classes.brand}>
            <Logo />
          </Link>
          <ThemeToggle />
        </header>
        <main id={mainContentId} tabIndex={-1} className={classes.main}>
          <div className={classes.form}>
            <Outlet />
          </div>
        </main>
      </div>
      <aside className={classes.panel}>
        <div>
          <p className={classes.title}>{t(`${panel}.title`)}</p>
          <ul>
            {t(`${panel}.points`, { returnObjects: true }).map((point) => (
              <li key={point}>
                <IconCheck size={22} stroke={2.2} aria-hidden="true" />
                {point}
              </li>
            ))}
          </ul>
        </div>
      </aside>
    </div>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet } from 'react-router';
import { Logo } from '~/components/logo';
import { mainContentId, SkipLink } from '~/components/skip-link';
import { ThemeToggle } from '~/components/theme-toggle';
import { NotificationBell } from '~/features/notifications/components/notification-bell';
import classes from './shell.module.css';
import { UserMenu } from './user-menu';

export type ShellLink = { to: string; label: string; end?: boolean };

/** Header and main of every signed-in area. */
export function Shell(props: { home: string; area?: string; links?: ShellLink[]; children?: ReactNode }) {
  const { t } = useTranslation('common');
  return (
    <>
      <SkipLink />
      <header className={`${classes.header} no-print`}>
        <div className={classes.bar}>
          <Link to={props.home} className={classes.brand}>
            <Logo />
            {props.area !== undefined && <span className={classes.area}>{props.area}</span>}
          </Link>
          {props.links !== undefined && (
            <nav aria-label={t('nav.main')} className={classes.nav}>
              {props.links.map((link) => (
                <NavLink key={link.to} to={link.to} end={link.end} className={classes.link}>
                  {link.label}
                </NavLink>
              ))}
            </nav>
          )}
          <div className={classes.tools}>
            <ThemeToggle />
            <NotificationBell />
            <UserMenu />
          </div>
        </div>
      </header>
      <main id={mainContentId} tabIndex={-1} className={classes.main}>
        {props.children ?? <Outlet />}
      </main>
    </>
  );
}

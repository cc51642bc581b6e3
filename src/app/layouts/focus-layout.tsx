import { Link, Outlet } from 'react-router';
import { Logo } from '~/components/logo';
import { mainContentId, SkipLink } from '~/components/skip-link';
import { ThemeToggle } from '~/components/theme-toggle';
import { paths } from '~/lib/paths';
import classes from './shell.module.css';
import { UserMenu } from './user-menu';

/** For one task at a time (registration, a test): no navigation that leads away from it. */
export default function FocusLayout() {
  return (
    <>
      <SkipLink />
      <header className={`${classes.header} no-print`}>
        <div className={classes.bar}>
          <Link to={paths.landing()} className={classes.brand}>
            <Logo />
          </Link>
          <div className={classes.tools}>
            <ThemeToggle />
            <UserMenu />
          </div>
        </div>
      </header>
      <main id={mainContentId} tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
    </>
  );
}

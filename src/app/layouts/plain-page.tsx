import type { ReactNode } from 'react';
import { Logo } from '~/components/logo';
import { mainContentId } from '~/components/skip-link';
import { ThemeToggle } from '~/components/theme-toggle';
import classes from './shell.module.css';

/** For a message instead of an area: no navigation, since nothing behind it is open. */
export function PlainPage({ children }: { children: ReactNode }) {
  return (
    <>
      <header className={classes.header}>
        <div className={classes.bar}>
          <a href="/" className={classes.brand}>
            <Logo />
          </a>
          <div className={classes.tools}>
            <ThemeToggle />
          </div>
        </div>
      </header>
      <main id={mainContentId} tabIndex={-1} className={classes.main}>
        {children}
      </main>
    </>
  );
}

import type { TablerIcon } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import classes from './area-nav.module.css';

/** `end`: current only at its own address, not at those below it. */
export type AreaLink = { to: string; label: string; Icon: TablerIcon; end?: boolean };

/** The pages of an area. On a phone the row scrolls, with the current page in view. */
export function AreaNav({ label, links }: { label: string; links: readonly AreaLink[] }) {
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (nav.current && current) nav.current.scrollLeft = current.offsetLeft - nav.current.clientWidth / 3;
  }, [pathname]);
  return (
    <nav ref={nav} aria-label={label} className={`${classes.nav} no-print`}>
      {links.map(({ to, label: text, Icon, end }) => (
        <NavLink key={to} to={to} end={end} className={classes.link}>
          <Icon size={18} stroke={1.75} aria-hidden="true" />
          {text}
        </NavLink>
      ))}
    </nav>
  );
}

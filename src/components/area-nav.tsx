import type { TablerIcon } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import classes from './area-nav.module.css';

/** `end`: current only at its own address, not at those below it. */
export type AreaLink = { to: string; label: string; Icon: TablerIcon; end?: boolean };

/** The link to this page; of two that lead here, such as /programs and /programs/tests, the nearer one. */
function currentOf(links: readonly AreaLink[], pathname: string): string | undefined {
  const leading = links.filter(({ to, end }) => pathname === to || (end !== true && pathname.startsWith(`${to}/`)));
  return leading.toSorted((one, other) => other.to.length - one.to.length)[0]?.to;
}

type Props = {
  label: string;
  links: readonly AreaLink[];
  /** For more pages than a row holds: beside them where there is room, in a column. */
  side?: boolean;
};

/** The pages of an area. On a phone the row scrolls, with the current page in view. */
export function AreaNav({ label, links, side = false }: Props) {
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  const current = currentOf(links, pathname);
  useEffect(() => {
    const shown = nav.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (nav.current && shown) nav.current.scrollLeft = shown.offsetLeft - nav.current.clientWidth / 3;
  }, [pathname]);
  return (
    <nav ref={nav} aria-label={label} className={`${classes.nav} no-print`} data-side={side || undefined}>
      {links.map(({ to, label: text, Icon }) => (
        <Link key={to} to={to} aria-current={to === current ? 'page' : undefined} className={classes.link}>
          <Icon size={18} stroke={1.75} aria-hidden="true" />
          {text}
        </Link>
      ))}
    </nav>
  );
}

import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './drawer-link.module.css';

/** The element that has the focus again once the drawer at this address is closed. */
export const drawerLinkId = (pathname: string) => `opens-${pathname}`;

/** Opens a drawer with an address of its own over the list; `search` keeps the list's filters. */
export function DrawerLink(props: { to: string; search?: string; className?: string; children: ReactNode }) {
  return (
    <Link
      id={drawerLinkId(props.to)}
      to={{ pathname: props.to, search: props.search }}
      state={{ over: true }}
      draggable={false}
      className={props.className ?? classes.link}
    >
      {props.children}
    </Link>
  );
}

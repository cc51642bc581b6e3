import type { ReactNode } from 'react';
import { Facts } from '~/components/facts';
import classes from './drawer.module.css';

type Props = {
  title: string;
  badge?: ReactNode;
  facts: readonly { name: string; value: ReactNode }[];
  acts?: ReactNode;
  children?: ReactNode;
};

/** One of several things that a person has. */
export function Entry({ title, badge, facts, acts, children }: Props) {
  return (
    <li className={classes.entry}>
      <div className={classes.entryHead}>
        <p className={classes.entryTitle}>{title}</p>
        {badge}
      </div>
      <Facts facts={facts} />
      {children}
      {acts}
    </li>
  );
}

export function Entries({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={classes.entries} aria-label={label}>
      {children}
    </ul>
  );
}

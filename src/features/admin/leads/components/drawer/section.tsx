import { useId, type ReactNode } from 'react';
import classes from './drawer.module.css';

/** A part of the drawer, named by its heading. */
export function Section({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId}>
      <header className={classes.sectionHead}>
        <h3 id={headingId} className={classes.sectionTitle}>
          {title}
        </h3>
        {action}
      </header>
      {children}
    </section>
  );
}

import { useId, type ReactNode } from 'react';
import classes from './section.module.css';

/** A part of a drawer, named by its heading. */
export function Section({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId}>
      <header className={classes.head}>
        <h3 id={headingId} className={classes.title}>
          {title}
        </h3>
        {action}
      </header>
      {children}
    </section>
  );
}

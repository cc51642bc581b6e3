import { useId, type ReactNode } from 'react';
import classes from './panel.module.css';

type Props = { title: string; note?: ReactNode; id?: string; children: ReactNode };

/** A part of a page with its own heading, which is also its name as a region. `id` lets links point at it. */
export function Panel({ title, note, id, children }: Props) {
  const headingId = useId();
  return (
    <section id={id} aria-labelledby={headingId} className={classes.panel}>
      <header className={classes.head}>
        <h2 id={headingId} className={classes.title}>
          {title}
        </h2>
        {note !== undefined && <div className={classes.note}>{note}</div>}
      </header>
      {children}
    </section>
  );
}

import type { ReactNode } from 'react';
import classes from './full-message.module.css';

/** A page that is only a message (404, crash, no access). Its children are its actions: the first is the main one. */
export function FullMessage(props: {
  title: string;
  body: string;
  role?: 'alert';
  figure?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={classes.message} role={props.role}>
      {props.figure}
      <h1>{props.title}</h1>
      <p>{props.body}</p>
      <div className={classes.actions}>{props.children}</div>
    </section>
  );
}

import { Stack } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './form-section.module.css';

/** Fields that belong together, beside what they are for. */
export function FormSection({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={classes.section}>
      <div className={classes.head}>
        <h2 id={id}>{title}</h2>
        {hint !== undefined && <p>{hint}</p>}
      </div>
      <Stack className={classes.fields}>{children}</Stack>
    </div>
  );
}

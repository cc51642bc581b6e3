import classes from './figures.module.css';

export type Figure = { label: string; count: number; tone?: 'good' | 'bad' | 'warning' | 'plain' };

/** A few numbers, large. A nought has no tone: there is nothing to be glad or sorry about. */
export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <dl className={classes.figures}>
      {figures.map(({ label, count, tone = 'plain' }) => (
        <div key={label} data-tone={count === 0 ? 'plain' : tone}>
          <dt>{label}</dt>
          <dd>{count.toLocaleString('en-IN')}</dd>
        </div>
      ))}
    </dl>
  );
}

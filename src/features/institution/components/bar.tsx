import classes from './bar.module.css';

/** A thin bar, per cent 0–100, beside words that say the same. */
export function Bar({ percent, full = false }: { percent: number; full?: boolean }) {
  return (
    <div className={classes.bar} aria-hidden="true">
      <span style={{ width: `${percent}%` }} data-full={full || undefined} />
    </div>
  );
}

import classes from './progress-bar.module.css';

type Props = {
  label: string;
  /** What stands under the bar, also said by it. */
  text: string;
  done: number;
  /** Null while nobody knows how much there is to do: then the bar only shows that something goes on. */
  total: number | null;
};

export function ProgressBar({ label, text, done, total }: Props) {
  const share = total === null || total === 0 ? 0 : Math.min(done / total, 1);
  return (
    <div className={classes.box}>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={total === null ? undefined : 0}
        aria-valuemax={total ?? undefined}
        aria-valuenow={total === null ? undefined : done}
        aria-valuetext={text}
        className={classes.track}
        data-endless={total === null || undefined}
      >
        <span style={total === null ? undefined : { width: `${share * 100}%` }} />
      </div>
      <p>{text}</p>
    </div>
  );
}

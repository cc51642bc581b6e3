import { formatPercent } from '~/lib/format/percent';
import classes from './progress-ring.module.css';

const radius = 44;
const circumference = 2 * Math.PI * radius;

/** Per cent 0–100 as a ring with the number inside. `label` says what it measures. */
export function ProgressRing({ percent, label, size = 104 }: { percent: number; label: string; size?: number }) {
  return (
    <div
      className={classes.ring}
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <svg width={size} height={size} viewBox="0 0 100 100" fill="none" strokeWidth="9" aria-hidden="true">
        <circle cx="50" cy="50" r={radius} className={classes.track} />
        {percent > 0 && (
          <circle
            cx="50"
            cy="50"
            r={radius}
            className={classes.arc}
            strokeDasharray={circumference}
            strokeDashoffset={circumference * (1 - percent / 100)}
          />
        )}
      </svg>
      <span className={classes.label} aria-hidden="true">
        {formatPercent(percent)}
      </span>
    </div>
  );
}

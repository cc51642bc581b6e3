import { useTranslation } from 'react-i18next';
import classes from './figure-bar.module.css';

type Props = {
  /** As it is read; the bar only repeats it. */
  text: string;
  /** From 0 to 1; null when it cannot be told. */
  share: number | null;
  low?: boolean;
};

export function FigureBar({ text, share, low = false }: Props) {
  const { t } = useTranslation('adminTests');
  return (
    <span className={classes.bar}>
      <span className={classes.value}>{share === null ? t('analysis.unknown') : text}</span>
      <span className={classes.track} aria-hidden="true">
        <span
          className={classes.fill}
          data-low={low || undefined}
          style={{ width: `${Math.round(Math.min(Math.max(share ?? 0, 0), 1) * 100)}%` }}
        />
      </span>
    </span>
  );
}

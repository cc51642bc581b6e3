import { useTranslation } from 'react-i18next';
import type { TrackSeats } from '../model/seats';
import { Bar } from './bar';
import classes from './seat-meter.module.css';

/** The seats of one track: the words say it, the bar shows it. */
export function SeatMeter({ seats }: { seats: TrackSeats }) {
  const { t } = useTranslation('institution');
  const total = seats.used + seats.left;
  return (
    <div className={classes.meter}>
      <p className={classes.words}>
        <strong>{seats.trackName}</strong>
        <span className={classes.count}>
          <span>{t('header.used', { count: seats.used })}</span>
          <b data-none={seats.left === 0 || undefined}>{t('header.left', { count: seats.left })}</b>
        </span>
      </p>
      <Bar percent={total === 0 ? 0 : (seats.used / total) * 100} full={seats.left === 0} />
    </div>
  );
}

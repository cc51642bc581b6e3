import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '~/components/status-badge';
import type { SeatPlan as Plan } from '../model/seats-needed';
import classes from './seat-plan.module.css';

/** For each track: seats needed and left, and whom that leaves out. */
export function SeatPlan({ plan }: { plan: Plan[] }) {
  const { t } = useTranslation('institution');
  const short = plan.filter(({ refused }) => refused > 0);
  return (
    <div className={classes.box}>
      <ul className={classes.tracks} aria-label={t('import.seats.title')}>
        {plan.map((track) => (
          <li key={track.track_id}>
            <strong>{track.track_name}</strong>
            <span className={classes.counts}>
              <span>{t('import.seats.needed', { count: track.needed })}</span>
              <span>{t('import.seats.left', { count: track.left })}</span>
            </span>
            <StatusBadge
              tone={track.refused > 0 ? 'warning' : 'good'}
              label={track.refused > 0 ? t('import.seats.short', { count: track.refused }) : t('import.seats.enough')}
            />
          </li>
        ))}
      </ul>
      {short.length > 0 && (
        <Alert color="accent" icon={<IconAlertTriangle aria-hidden="true" />} title={t('import.seats.warningTitle')}>
          {short.map((track) => (
            <p key={track.track_id}>
              {t(track.enrolled === 0 ? 'import.seats.warningNone' : 'import.seats.warning', {
                track: track.track_name,
                needed: track.needed,
                left: track.left,
                enrolled: track.enrolled,
                refused: track.refused,
              })}
            </p>
          ))}
        </Alert>
      )}
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { tracksQueryOptions } from '~/entities/track/get-tracks';
import classes from './dashboard.module.css';

/** Shown when there is something to switch between. */
export function TrackSwitch({ trackIds, currentId }: { trackIds: string[]; currentId: string }) {
  const { t } = useTranslation('dashboard');
  const tracks = useQuery({ ...tracksQueryOptions(), enabled: trackIds.length > 1 }).data;
  if (trackIds.length < 2) return null;
  return (
    <nav aria-label={t('switch')} className={classes.switch}>
      {trackIds.map((trackId) => (
        <Link
          key={trackId}
          to={`?track=${encodeURIComponent(trackId)}`}
          className={classes.choice}
          aria-current={trackId === currentId ? 'page' : undefined}
        >
          {tracks?.find((track) => track.id === trackId)?.name ?? trackId}
        </Link>
      ))}
    </nav>
  );
}

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDateTime } from '~/lib/format/dates';
import { formatPaise } from '~/lib/format/money';
import { paths } from '~/lib/paths';
import type { TrackRow } from '../../schemas';
import classes from '../programs.module.css';
import { StateBadge } from '../state-badge';
import { TrackMenu } from './track-menu';

export function TrackListRow({ row }: { row: TrackRow }) {
  const { t } = useTranslation('programs');
  return (
    <div className={classes.row}>
      <span className={classes.swatch} data-color={row.color} aria-hidden="true" />
      <div>
        <Link to={paths.adminTrack(row.id)} className={classes.name}>
          {row.name}
        </Link>
        <p className={classes.facts}>
          <span>{t('tracks.modules', { count: row.modules })}</span>
          <span>{t('tracks.price', { price: formatPaise(row.price) })}</span>
          {row.edited_at !== null && (
            <span>{t('tracks.edited', { at: formatDateTime(row.edited_at), by: row.edited_by ?? t('somebody') })}</span>
          )}
        </p>
      </div>
      <StateBadge state={row.state} />
      <TrackMenu track={row} />
    </div>
  );
}

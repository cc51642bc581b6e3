import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Track } from '~/entities/track/track-schema';
import { formatPaise } from '~/lib/format/money';
import { paths } from '~/lib/paths';
import type { useLoad } from '~/lib/use-load';
import site from '../site.module.css';
import { TrackIcon } from '../track-icon';
import classes from './track-cards.module.css';

export function TrackCards({ tracks }: { tracks: ReturnType<typeof useLoad<Track[]>> }) {
  const { t } = useTranslation('site');
  return (
    <section id="tracks" className={`${site.section} ${site.wrap}`}>
      <div className={site.head}>
        <h2>{t('landing.tracks.title')}</h2>
        <p>{t('landing.tracks.lead')}</p>
      </div>
      {tracks.status === 'loading' && (
        <div className={classes.cards} role="status">
          <span className="visually-hidden">{t('landing.tracks.loading')}</span>
          {[1, 2, 3].map((key) => (
            <div key={key} className={`${site.skeleton} ${classes.waiting}`} aria-hidden="true" />
          ))}
        </div>
      )}
      {tracks.status === 'error' && (
        <div className={site.notice} role="alert">
          <p>{t('landing.tracks.error')}</p>
          <button type="button" className={site.quiet} onClick={tracks.retry}>
            {t('landing.tracks.retry')}
          </button>
        </div>
      )}
      {tracks.status === 'ready' && tracks.data.length === 0 && (
        <div className={site.notice}>
          <p>{t('landing.tracks.empty')}</p>
        </div>
      )}
      {tracks.status === 'ready' && (
        <ul className={classes.cards}>
          {tracks.data.map((track) => (
            <TrackCard key={track.id} track={track} />
          ))}
        </ul>
      )}
    </section>
  );
}

function TrackCard({ track }: { track: Track }) {
  const { t } = useTranslation('site');
  return (
    <li className={`${site.card} ${classes.card}`}>
      <TrackIcon track={track} />
      <h3>{track.name}</h3>
      <p className={classes.tagline}>{track.tagline}</p>
      <ul className={classes.facts}>
        <li>{t('landing.tracks.hours', { count: track.duration_hours })}</li>
        <li>{t('landing.tracks.pass', { score: track.passing_score })}</li>
        <li>{t('landing.tracks.valid', { count: track.validity_months })}</li>
      </ul>
      <p className={classes.price}>
        <strong>{formatPaise(track.price)}</strong> <span>{t('landing.tracks.beforeTax')}</span>
      </p>
      <Link
        to={paths.track(track.id)}
        className={`${site.quiet} ${classes.link}`}
        aria-label={t('landing.tracks.details', { name: track.name })}
      >
        {t('landing.tracks.detailsShort')}
      </Link>
    </li>
  );
}

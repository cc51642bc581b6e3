import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Track } from '~/entities/track/track-schema';
import { formatPaise } from '~/lib/format/money';
import { paths } from '~/lib/paths';
import { withGst } from '../model/with-tax';
import site from './site.module.css';
import classes from './track-offer.module.css';

/** What it costs, what that includes, and the one button. */
export function TrackOffer({ track }: { track: Track }) {
  const { t } = useTranslation('site');
  const facts: [string, string][] = [
    [t('track.facts.duration'), t('track.facts.durationValue', { count: track.duration_hours })],
    [t('track.facts.access'), t('track.facts.accessValue', { count: track.access_months })],
    [t('track.facts.exam'), t('track.facts.examValue', { minutes: track.exam_minutes, score: track.passing_score })],
    [t('track.facts.attempts'), String(track.attempts_included)],
    [t('track.facts.validity'), t('track.facts.validityValue', { count: track.validity_months })],
  ];
  return (
    <aside className={`${site.card} ${classes.offer}`} aria-label={track.name}>
      <p className={classes.price}>
        <strong>{formatPaise(track.price)}</strong> <span>{t('track.beforeTax')}</span>
      </p>
      <p className={classes.total}>{t('track.withTax', { total: formatPaise(withGst(track.price)) })}</p>
      <Link to={paths.register(track.id)} className={`${site.button} ${classes.button}`}>
        {t('track.register')}
      </Link>
      <p className={classes.hint}>{t('track.registerHint')}</p>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}

import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LazyRichText } from '~/components/rich-text/lazy-rich-text';
import type { TrackDetail } from '~/entities/track/get-track';
import { formatMinutes } from '~/lib/format/durations';
import { formatPaise } from '~/lib/format/money';
import { paths } from '~/lib/paths';
import { OutlineList } from './outline-list';
import site from './site.module.css';
import { TrackIcon } from './track-icon';
import { TrackOffer } from './track-offer';
import classes from './track-view.module.css';

export function TrackView({ track }: { track: TrackDetail }) {
  const { t } = useTranslation('site');
  const minutes = track.modules.reduce((sum, module) => sum + module.duration_minutes, 0);
  return (
    <article>
      <header className={classes.head}>
        <div className={site.wrap}>
          <TrackIcon track={track} large />
          <h1>{track.name}</h1>
          <p className={classes.tagline}>{track.tagline}</p>
        </div>
      </header>
      <div className={`${site.wrap} ${classes.grid}`}>
        <TrackOffer track={track} />
        <div className={classes.content}>
          <Description track={track} />
          <Points title={t('track.competencies')} items={track.competencies} checked />
          <section>
            <h2>{t('track.curriculum')}</h2>
            {track.modules.length === 0 ? (
              <p className={classes.muted}>{t('track.curriculumEmpty')}</p>
            ) : (
              <>
                <p className={classes.muted}>
                  {t('track.curriculumLead', { count: track.modules.length, time: formatMinutes(minutes) })}
                </p>
                <OutlineList modules={track.modules} />
              </>
            )}
          </section>
          <div className={classes.pair}>
            <Points title={t('track.audience')} items={track.target_audience} />
            <Points title={t('track.prerequisites')} items={track.prerequisites} />
          </div>
          <section>
            <h2>{t('track.certificate')}</h2>
            <p>{t('track.certificateBody', { name: track.name })}</p>
            <Link to={paths.verify()}>{t('track.verifyLink')}</Link>
          </section>
          <section>
            <h2>{t('track.further')}</h2>
            <dl className={classes.costs}>
              <Cost label={t('track.addon')} paise={track.addon_price} />
              <Cost label={t('track.renewal')} paise={track.renewal_price} />
            </dl>
          </section>
        </div>
      </div>
    </article>
  );
}

function Description({ track }: { track: TrackDetail }) {
  const words = <p className={classes.description}>{track.description}</p>;
  return track.content === null || track.content === undefined ? (
    words
  ) : (
    <LazyRichText content={track.content} fallback={words} />
  );
}

function Points({ title, items, checked = false }: { title: string; items: string[]; checked?: boolean }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className={checked ? classes.checks : classes.points}>
        {items.map((item) => (
          <li key={item}>
            {checked && <IconCheck size={20} stroke={2.4} aria-hidden="true" />}
            {item}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Cost({ label, paise }: { label: string; paise: number }) {
  const { t } = useTranslation('site');
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {formatPaise(paise)} {t('track.beforeTax')}
      </dd>
    </div>
  );
}

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { getOutline } from '~/entities/track/get-track';
import type { Track } from '~/entities/track/track-schema';
import { formatMinutes } from '~/lib/format/durations';
import { paths } from '~/lib/paths';
import { useLoad } from '~/lib/use-load';
import { OutlineList } from '../outline-list';
import site from '../site.module.css';
import classes from './curriculum.module.css';

/** The first track's modules. A visitor loses nothing when they cannot be read: the section is left out. */
export function Curriculum({ track }: { track: Track }) {
  const { t } = useTranslation('site');
  const load = useCallback((signal: AbortSignal) => getOutline(track.id, signal), [track.id]);
  const outline = useLoad(load);
  if (outline.status !== 'ready' || outline.data.length === 0) return null;
  const minutes = outline.data.reduce((sum, module) => sum + module.duration_minutes, 0);
  return (
    <section id="curriculum" className={`${site.section} ${site.sunken}`}>
      <div className={`${site.wrap} ${classes.grid}`}>
        <div className={classes.side}>
          <h2 className={site.title}>{t('landing.curriculum.title', { name: track.name })}</h2>
          <p className={site.lead}>
            {t('landing.curriculum.lead', { count: outline.data.length, time: formatMinutes(minutes) })}
          </p>
          <div className={site.actions}>
            <Link to={paths.track(track.id)} className={site.quiet}>
              {t('landing.curriculum.all')}
            </Link>
          </div>
        </div>
        <OutlineList modules={outline.data} />
      </div>
    </section>
  );
}

import { IconArrowRight } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProgressRing } from '~/components/progress-ring';
import { formatDate } from '~/lib/format/dates';
import { formatMinutes } from '~/lib/format/durations';
import { paths } from '~/lib/paths';
import { type CourseModule, courseProgress, nextModule } from '../model/course';
import { modulePath } from '../model/module-path';
import classes from './track-hero.module.css';

type Props = {
  track: { id: string; name: string; tagline: string };
  modules: CourseModule[];
  /** ISO 8601, null when access does not end. */
  accessUntil: string | null;
  ended: boolean;
  /** Where to go once every module is done. */
  afterModules: ReactNode;
};

export function TrackHero({ track, modules, accessUntil, ended, afterModules }: Props) {
  const { t } = useTranslation('learning');
  const headingId = useId();
  const progress = courseProgress(modules);
  const next = nextModule(modules);
  const begun = modules.some((module) => module.status !== 'not_started');
  return (
    <section className={classes.hero} aria-labelledby={headingId}>
      <div>
        <p className={classes.eyebrow}>{t('hero.eyebrow')}</p>
        <h2 id={headingId} className={classes.title}>
          {track.name}
        </h2>
        <p className={classes.tagline}>{track.tagline}</p>
        <dl className={classes.facts}>
          <div>
            <dt>{t('hero.modules')}</dt>
            <dd>{t('hero.modulesDone', { completed: progress.completed, total: progress.total })}</dd>
          </div>
          <div>
            <dt>{t('hero.timeLeft')}</dt>
            <dd>{formatMinutes(progress.minutesLeft)}</dd>
          </div>
          {accessUntil !== null && !ended && (
            <div>
              <dt>{t('hero.accessUntil')}</dt>
              <dd>{formatDate(accessUntil)}</dd>
            </div>
          )}
        </dl>
        {ended && accessUntil !== null ? (
          <p className={classes.ended}>
            {t('hero.ended', { date: formatDate(accessUntil) })}{' '}
            <Link to={paths.track(track.id)}>{t('hero.enrolAgain')}</Link>
          </p>
        ) : next === null ? (
          afterModules
        ) : (
          <Link to={modulePath(next.id, track.id)} className={classes.next}>
            {t(begun ? 'hero.continue' : 'hero.begin', { number: next.number, title: next.title })}
            <IconArrowRight size={20} aria-hidden="true" />
          </Link>
        )}
      </div>
      <div className={classes.ring}>
        <ProgressRing percent={progress.percent} label={t('hero.progress')} size={132} />
      </div>
    </section>
  );
}

/** The hero's own look for a link that follows the modules. */
export function HeroLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className={classes.next}>
      {children}
      <IconArrowRight size={20} aria-hidden="true" />
    </Link>
  );
}

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '~/lib/paths';
import type { Neighbours } from '../model/course';
import { modulePath } from '../model/module-path';
import classes from './module-nav.module.css';

export function ModuleNav({ previous, next, trackId }: Neighbours & { trackId: string }) {
  const { t } = useTranslation('learning');
  return (
    <nav aria-label={t('nav.label')} className={classes.nav}>
      {previous !== null && (
        <Link to={modulePath(previous.id, trackId)} className={classes.link}>
          <span>{t('nav.previous')}</span>
          {previous.title}
        </Link>
      )}
      {next === null ? (
        <Link
          to={`${paths.dashboard()}?track=${encodeURIComponent(trackId)}`}
          className={`${classes.link} ${classes.next}`}
        >
          <span>{t('nav.last')}</span>
          {t('nav.toDashboard')}
        </Link>
      ) : (
        <Link to={modulePath(next.id, trackId)} className={`${classes.link} ${classes.next}`}>
          <span>{t('nav.next')}</span>
          {next.title}
        </Link>
      )}
    </nav>
  );
}

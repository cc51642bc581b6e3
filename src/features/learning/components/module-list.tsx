import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatusBadge } from '~/components/status-badge';
import { formatMinutes } from '~/lib/format/durations';
import type { CourseModule } from '../model/course';
import { modulePath } from '../model/module-path';
import classes from './module-list.module.css';

export function ModuleList({ modules, trackId }: { modules: CourseModule[]; trackId: string }) {
  const { t } = useTranslation('learning');
  return (
    <ol className={classes.list}>
      {modules.map((module) => (
        <li key={module.id} className={classes.item}>
          <span className={classes.number} data-status={module.status} aria-hidden="true">
            {module.status === 'completed' ? <IconCheck size={18} stroke={2.4} /> : module.number}
          </span>
          <div>
            <Link to={modulePath(module.id, trackId)} className={classes.link}>
              {module.title}
            </Link>
            <div className={classes.meta}>
              <span>{t(`difficulty.${module.difficulty}`)}</span>
              <span>{formatMinutes(module.durationMinutes)}</span>
            </div>
          </div>
          <div className={classes.badge} data-status={module.status}>
            {module.status === 'not_started' ? (
              <span className={classes.plain}>{t('status.not_started')}</span>
            ) : (
              <StatusBadge
                tone={module.status === 'completed' ? 'good' : 'waiting'}
                label={t(`status.${module.status}`)}
              />
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

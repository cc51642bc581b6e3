import { IconCircle, IconCircleCheckFilled, IconProgress } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CourseModule } from '../model/course';
import { modulePath } from '../model/module-path';
import classes from './course-outline.module.css';

const signs = { not_started: IconCircle, in_progress: IconProgress, completed: IconCircleCheckFilled };

export function CourseOutline({
  modules,
  currentId,
  trackId,
}: {
  modules: CourseModule[];
  currentId: string;
  trackId: string;
}) {
  const { t } = useTranslation('learning');
  return (
    <ol className={classes.list}>
      {modules.map((module) => {
        const Sign = signs[module.status];
        return (
          <li key={module.id}>
            <Link
              to={modulePath(module.id, trackId)}
              className={classes.link}
              aria-current={module.id === currentId ? 'page' : undefined}
            >
              <span className={classes.sign} data-status={module.status}>
                <Sign size={18} aria-hidden="true" />
              </span>
              <span>
                {module.title}
                <span className="visually-hidden">{`, ${t(`status.${module.status}`)}`}</span>
              </span>
            </Link>
          </li>
        );
      })}
    </ol>
  );
}

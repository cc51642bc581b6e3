import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutlineModule } from '~/entities/track/get-track';
import { formatMinutes } from '~/lib/format/durations';
import classes from './outline-list.module.css';

/** A track's modules in order; each opens to what it is about. */
export function OutlineList({ modules }: { modules: OutlineModule[] }) {
  const { t } = useTranslation('site');
  return (
    <ol className={classes.list}>
      {modules.map((module) => (
        <li key={module.id}>
          <details className={classes.module}>
            <summary>
              <span className={classes.title}>{module.title}</span>
              <span className={classes.time}>{formatMinutes(module.duration_minutes)}</span>
              <IconChevronDown size={20} aria-hidden="true" />
            </summary>
            <div className={classes.body}>
              <p>{module.description}</p>
              <p className={classes.meta}>{t(`track.difficulty.${module.difficulty}`)}</p>
              {module.topics.length > 0 && (
                <ul className={classes.topics} aria-label={t('track.topics')}>
                  {module.topics.map((topic) => (
                    <li key={topic}>{topic}</li>
                  ))}
                </ul>
              )}
            </div>
          </details>
        </li>
      ))}
    </ol>
  );
}

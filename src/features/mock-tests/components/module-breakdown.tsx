import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '~/components/panel';
import { resultsByModule, sharePercent } from '../model/results';
import type { ReviewedQuestion } from '../schemas';
import classes from './module-breakdown.module.css';

/** Where to learn again. Questions that belong to no module are left out; without modules there is nothing to show. */
export function ModuleBreakdown({ questions }: { questions: ReviewedQuestion[] }) {
  const { t } = useTranslation('tests');
  const results = resultsByModule(questions).flatMap((result) =>
    result.title === null ? [] : [{ ...result, title: result.title }],
  );
  if (results.length === 0) return null;
  return (
    <Panel title={t('breakdown.title')}>
      <ul className={classes.list}>
        {results.map(({ moduleId, title, correct, total }) => (
          <li key={moduleId}>
            <div className={classes.row}>
              <span className={classes.name}>{title}</span>
              <span>{t('breakdown.right', { correct, total })}</span>
            </div>
            <Progress
              value={sharePercent(correct, total)}
              color={correct === total ? 'green' : 'brand'}
              aria-label={t('breakdown.label', { title })}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

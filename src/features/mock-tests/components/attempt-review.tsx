import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { Panel } from '~/components/panel';
import { reviewQueryOptions } from '../api/get-review';
import type { ReviewedQuestion } from '../schemas';
import classes from './attempt-review.module.css';
import { ModuleBreakdown } from './module-breakdown';
import { ReviewedAnswer } from './reviewed-answer';

export function AttemptReviewSection({ attemptId, allowed }: { attemptId: string; allowed: boolean }) {
  const { t } = useTranslation('tests');
  const review = useQuery({ ...reviewQueryOptions(attemptId), enabled: allowed });
  return (
    <>
      {review.data !== undefined && <ModuleBreakdown questions={review.data.questions} />}
      <Panel title={t('review.title')}>
        {allowed ? (
          <DataState query={review}>{({ questions }) => <ReviewList questions={questions} />}</DataState>
        ) : (
          <p>{t('review.notAllowed')}</p>
        )}
      </Panel>
    </>
  );
}

function ReviewList({ questions }: { questions: ReviewedQuestion[] }) {
  const { t } = useTranslation('tests');
  const [onlyWrong, setOnlyWrong] = useState(false);
  const numbered = questions.map((question, index) => ({ question, number: index + 1 }));
  const wrong = numbered.filter(({ question }) => question.is_correct !== true);
  return (
    <>
      <div className={classes.filter} role="group" aria-label={t('review.filter')}>
        <Button
          size="sm"
          variant={onlyWrong ? 'default' : 'light'}
          aria-pressed={!onlyWrong}
          onClick={() => setOnlyWrong(false)}
        >
          {t('review.all', { count: numbered.length })}
        </Button>
        <Button
          size="sm"
          variant={onlyWrong ? 'light' : 'default'}
          aria-pressed={onlyWrong}
          onClick={() => setOnlyWrong(true)}
        >
          {t('review.wrong', { count: wrong.length })}
        </Button>
      </div>
      {onlyWrong && wrong.length === 0 ? (
        <p>{t('review.noneWrong')}</p>
      ) : (
        <ol className={classes.list}>
          {(onlyWrong ? wrong : numbered).map(({ question, number }) => (
            <li key={question.id} className={classes.item}>
              <ReviewedAnswer question={question} number={number} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

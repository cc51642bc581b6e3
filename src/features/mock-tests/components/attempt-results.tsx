import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProgressRing } from '~/components/progress-ring';
import { StatusBadge } from '~/components/status-badge';
import { formatPercent } from '~/lib/format/percent';
import { paths } from '~/lib/paths';
import { usePageTitle } from '~/lib/use-page-title';
import type { ReadAttempt } from '../api/get-attempt';
import classes from './attempt-results.module.css';
import { AttemptReviewSection } from './attempt-review';

/** `attemptsLeft` is null when there is no limit. */
export function AttemptResults({ attempt, attemptsLeft }: { attempt: ReadAttempt; attemptsLeft: number | null }) {
  const { t } = useTranslation('tests');
  const passed = attempt.passed === true;
  const score = Math.floor(attempt.score ?? 0);
  usePageTitle(t('result.pageTitle', { title: attempt.mock_test.title }));
  return (
    <div className={classes.page}>
      <section className={classes.verdict} data-passed={passed}>
        <ProgressRing percent={score} label={t('result.score')} size={140} />
        <div>
          <StatusBadge tone={passed ? 'good' : 'warning'} label={t(passed ? 'result.passed' : 'result.notPassed')} />
          <h1>{t(passed ? 'result.passedTitle' : 'result.notPassedTitle', { title: attempt.mock_test.title })}</h1>
          <p>
            {t(
              attempt.status === 'expired' ? 'result.expired' : passed ? 'result.passedBody' : 'result.notPassedBody',
              {
                passing: attempt.mock_test.passing_score,
              },
            )}
          </p>
          <dl className={classes.facts}>
            <div>
              <dt>{t('result.points')}</dt>
              <dd>{t('result.pointsOf', { points: attempt.points ?? 0, max: attempt.max_points ?? 0 })}</dd>
            </div>
            <div>
              <dt>{t('result.needed')}</dt>
              <dd>{formatPercent(attempt.mock_test.passing_score)}</dd>
            </div>
            <div>
              <dt>{t('result.attemptsLeft')}</dt>
              <dd>{attemptsLeft ?? t('rules.unlimited')}</dd>
            </div>
          </dl>
        </div>
      </section>
      <div className={classes.actions}>
        <Button
          component={Link}
          variant={passed || attemptsLeft === 0 ? 'filled' : 'default'}
          to={`${paths.dashboard()}?track=${encodeURIComponent(attempt.mock_test.track_id)}`}
        >
          {t('toDashboard')}
        </Button>
        <Button
          component={Link}
          to={paths.mockTest(attempt.mock_test.id)}
          variant={passed || attemptsLeft === 0 ? 'default' : 'filled'}
        >
          {t(attemptsLeft === 0 ? 'result.toTest' : 'result.again')}
        </Button>
      </div>
      <AttemptReviewSection attemptId={attempt.id} allowed={attempt.review_allowed} />
    </div>
  );
}

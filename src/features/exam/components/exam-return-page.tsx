import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataState } from '~/components/data-state';
import { ErrorState } from '~/components/error-state';
import { LoadingState } from '~/components/loading-state';
import { PageHeader } from '~/components/page-header';
import { Panel } from '~/components/panel';
import { useCurrentUser } from '~/entities/session/use-session';
import { trackQueryOptions } from '~/entities/track/get-track';
import { formatDateTime } from '~/lib/format/dates';
import { paths } from '~/lib/paths';
import { eligibilityQueryOptions } from '../api/get-eligibility';
import { examHistoryQueryOptions } from '../api/get-exam-history';
import { pollInterval } from '../model/poll-interval';
import type { Eligibility } from '../schemas';
import classes from './exam-page.module.css';
import open from './open-exam.module.css';

/** Where the exam room sends people back to. The result comes by another way and may take its time. */
export function ExamReturnPage({ trackId, certificate }: { trackId: string; certificate: ReactNode }) {
  const { t } = useTranslation('exam');
  const track = useQuery(trackQueryOptions(trackId));
  const eligibility = useQuery({
    ...eligibilityQueryOptions(trackId),
    refetchInterval: ({ state }) => {
      const session = state.data?.open_session;
      return session && session.status !== 'review'
        ? pollInterval(state.dataUpdateCount + state.errorUpdateCount)
        : false;
    },
  });
  return (
    <div className={classes.narrow}>
      <PageHeader title={t('return.title')} description={track.data?.name} />
      <DataState query={eligibility}>
        {(standing) =>
          standing.open_session ? (
            <Waiting inReview={standing.open_session.status === 'review'} trackId={trackId} />
          ) : (
            <Result trackId={trackId} eligibility={standing} certificate={certificate} />
          )
        }
      </DataState>
    </div>
  );
}

function Waiting({ inReview, trackId }: { inReview: boolean; trackId: string }) {
  const { t } = useTranslation('exam');
  return (
    <Panel title={t(inReview ? 'stage.review' : 'return.waitingTitle')}>
      <div className={open.box}>
        {inReview ? (
          <p>{t('open.review')}</p>
        ) : (
          <div className={open.waiting} role="status">
            <Loader size="sm" aria-hidden="true" />
            <p>{t('return.waiting')}</p>
          </div>
        )}
        <p className={open.muted}>{t('return.mayLeave')}</p>
        <div className={open.actions}>
          <Button component={Link} to={paths.dashboard()} variant="default">
            {t('toDashboard')}
          </Button>
          {!inReview && (
            <Button component={Link} to={paths.exam(trackId)} variant="subtle">
              {t('return.notDone')}
            </Button>
          )}
        </div>
      </div>
    </Panel>
  );
}

function Result({
  trackId,
  eligibility,
  certificate,
}: {
  trackId: string;
  eligibility: Eligibility;
  certificate: ReactNode;
}) {
  const { t } = useTranslation('exam');
  const user = useCurrentUser();
  const history = useQuery(examHistoryQueryOptions(trackId, user.id, 0));
  const exam = history.data?.exams[0];
  // An older answer in the cache knows nothing of the exam that just ended.
  if (!history.isFetchedAfterMount) return <LoadingState />;
  if (history.isError) return <ErrorState error={history.error} onRetry={() => void history.refetch()} />;
  const passed = exam?.status === 'passed';
  const failed = exam?.status === 'failed';
  return (
    <Panel title={t(passed ? 'return.passed' : failed ? 'return.failed' : 'return.none')}>
      <div className={open.box}>
        {exam !== undefined && exam.score !== null && (passed || failed) && (
          <p className={open.score}>{t('return.score', { percent: Math.floor(exam.score) })}</p>
        )}
        {passed && certificate}
        {failed && <p>{t('return.attemptsLeft', { count: eligibility.attempts_left })}</p>}
        {failed && eligibility.cooldown_until && (
          <p>{t('conditions.cooldown.detail', { time: formatDateTime(eligibility.cooldown_until) })}</p>
        )}
        {!passed && !failed && <p>{t('return.noneBody')}</p>}
        {!passed && (
          <div className={open.actions}>
            <Button component={Link} to={paths.exam(trackId)}>
              {t('return.toExam')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}

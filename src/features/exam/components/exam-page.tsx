import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataState } from '~/components/data-state';
import { PageHeader } from '~/components/page-header';
import { Panel } from '~/components/panel';
import { trackQueryOptions, type TrackDetail } from '~/entities/track/get-track';
import { paths } from '~/lib/paths';
import { watchedEligibilityQueryOptions } from '../api/get-eligibility';
import { examStage } from '../model/exam-stage';
import type { Eligibility } from '../schemas';
import { ConditionList } from './condition-list';
import { ExamPanel } from './exam-panel';
import classes from './exam-page.module.css';
import { IdentityPanel } from './identity-panel';
import { PastExams } from './past-exams';

/** `certificate` is what stands here once the exam is passed. */
export function ExamPage({ trackId, certificate }: { trackId: string; certificate: ReactNode }) {
  const { t } = useTranslation('exam');
  const track = useQuery(trackQueryOptions(trackId));
  const eligibility = useQuery(watchedEligibilityQueryOptions(trackId));
  return (
    <>
      <Link to={`${paths.dashboard()}?track=${encodeURIComponent(trackId)}`} className={classes.back}>
        <IconArrowLeft size={18} aria-hidden="true" />
        {t('toDashboard')}
      </Link>
      <DataState query={track}>
        {(data) => (
          <>
            <PageHeader
              title={t('title', { track: data.name })}
              description={t('description', { minutes: data.exam_minutes, percent: data.passing_score })}
            />
            <DataState query={eligibility}>
              {(standing) => <ExamParts track={data} eligibility={standing} certificate={certificate} />}
            </DataState>
          </>
        )}
      </DataState>
    </>
  );
}

function ExamParts({
  track,
  eligibility,
  certificate,
}: {
  track: TrackDetail;
  eligibility: Eligibility;
  certificate: ReactNode;
}) {
  const { t } = useTranslation('exam');
  const stage = examStage(eligibility);
  return (
    <div className={classes.layout}>
      <div className={classes.stack}>
        <ExamPanel track={track} eligibility={eligibility} certificate={certificate} />
        {stage !== 'outside' && <IdentityPanel />}
        <PastExams key={stage} trackId={track.id} />
      </div>
      <aside className={classes.stack}>
        {(stage === 'schedulable' || eligibility.open_session) && (
          <Panel title={t('conditions.title')}>
            <ConditionList eligibility={eligibility} trackId={track.id} />
          </Panel>
        )}
        <Panel title={t('rules.title')}>
          <ul className={classes.rules}>
            <li>{t('rules.time', { minutes: track.exam_minutes })}</li>
            <li>{t('rules.proctored')}</li>
            <li>{t('rules.identity')}</li>
            <li>{t('rules.pass', { percent: track.passing_score })}</li>
            {track.cooldown_hours > 0 && <li>{t('rules.cooldown', { count: track.cooldown_hours })}</li>}
          </ul>
        </Panel>
      </aside>
    </div>
  );
}

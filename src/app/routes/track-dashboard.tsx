import { IconBooks } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { EmptyState } from '~/components/empty-state';
import { ErrorState } from '~/components/error-state';
import { LoadingState } from '~/components/loading-state';
import { Panel } from '~/components/panel';
import { trackQueryOptions } from '~/entities/track/get-track';
import { CertificateCard } from '~/features/certificates/components/certificate-card';
import { eligibilityQueryOptions } from '~/features/exam/api/get-eligibility';
import { ExamCard } from '~/features/exam/components/exam-card';
import { modulesQueryOptions } from '~/features/learning/api/get-modules';
import { progressQueryOptions } from '~/features/learning/api/get-progress';
import { ModuleList } from '~/features/learning/components/module-list';
import { HeroLink, TrackHero } from '~/features/learning/components/track-hero';
import { courseModules, courseProgress } from '~/features/learning/model/course';
import { TestList } from '~/features/mock-tests/components/test-list';
import { paths } from '~/lib/paths';
import classes from './dashboard.module.css';

type Enrolment = { id: string; track_id: string; expires_at: string | null };

/** Everything about one enrolment, in the order in which a learner goes: learn, practise, exam, certificate. */
export function TrackDashboard({ enrolment }: { enrolment: Enrolment }) {
  const { t } = useTranslation('dashboard');
  const trackId = enrolment.track_id;
  const track = useQuery(trackQueryOptions(trackId));
  const modules = useQuery(modulesQueryOptions(trackId));
  const progress = useQuery(progressQueryOptions(enrolment.id));
  const certified = useQuery(eligibilityQueryOptions(trackId)).data?.reasons.includes('already_certified');
  const [now] = useState(() => Date.now());
  const { hash } = useLocation();
  const ready = track.data !== undefined && modules.data !== undefined && progress.data !== undefined;

  // A link may point at a part that was not there yet when the page opened.
  useEffect(() => {
    if (ready && hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [ready, hash]);

  const error = track.error ?? modules.error ?? progress.error;
  if (!ready) {
    return error === null ? (
      <LoadingState lines={3} height={160} />
    ) : (
      <ErrorState
        error={error}
        onRetry={() => void Promise.all([track.refetch(), modules.refetch(), progress.refetch()])}
      />
    );
  }
  const course = courseModules(modules.data, progress.data);
  const done = courseProgress(course);
  return (
    <>
      <TrackHero
        track={track.data}
        modules={course}
        accessUntil={enrolment.expires_at}
        ended={enrolment.expires_at !== null && Date.parse(enrolment.expires_at) <= now}
        afterModules={done.total > 0 && <AfterModules trackId={trackId} />}
      />
      <div className={classes.layout}>
        <div className={classes.stack}>
          <Panel
            title={t('modules')}
            id="modules"
            note={t('modulesDone', { completed: done.completed, total: done.total })}
          >
            {course.length === 0 ? (
              <EmptyState icon={IconBooks} title={t('noModules')} />
            ) : (
              <ModuleList modules={course} trackId={trackId} />
            )}
          </Panel>
          <TestList trackId={trackId} id="mock-tests" />
        </div>
        <div className={classes.stack}>
          <ExamCard trackId={trackId} id="exam" />
          {/* The exam's card hears of a pass first; the certificate is looked for again then. */}
          <CertificateCard key={certified ? 'certified' : 'open'} trackId={trackId} />
        </div>
      </div>
    </>
  );
}

/** Modules are done: a mock test comes next, then the exam; with a certificate in hand there is nothing to press for. */
function AfterModules({ trackId }: { trackId: string }) {
  const { t } = useTranslation('dashboard');
  const eligibility = useQuery(eligibilityQueryOptions(trackId)).data;
  if (eligibility === undefined || eligibility.reasons.includes('already_certified')) return null;
  if (eligibility.mock_test_passed) return <HeroLink to={paths.exam(trackId)}>{t('toExam')}</HeroLink>;
  return (
    <HeroLink to={`${paths.dashboard()}?track=${encodeURIComponent(trackId)}#mock-tests`}>{t('toTests')}</HeroLink>
  );
}

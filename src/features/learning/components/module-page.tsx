import { Button } from '@mantine/core';
import { IconArrowLeft, IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { ErrorState } from '~/components/error-state';
import { LoadingState } from '~/components/loading-state';
import { enrolmentsQueryOptions } from '~/entities/enrolment/get-enrolments';
import { useCurrentUser } from '~/entities/session/use-session';
import { paths } from '~/lib/paths';
import { isAppError } from '~/lib/supabase/app-error';
import { type LearningModule, moduleQueryOptions } from '../api/get-module';
import { moduleTracksQueryOptions } from '../api/get-module-tracks';
import { pickEnrolment } from '../model/pick-enrolment';
import { ModuleContent } from './module-content';
import classes from './module-page.module.css';

export default function ModulePage() {
  const { t } = useTranslation('learning');
  const { moduleId = '' } = useParams();
  const [search] = useSearchParams();
  const user = useCurrentUser();
  const enrolments = useQuery(enrolmentsQueryOptions(user.id));
  const tracks = useQuery(moduleTracksQueryOptions(moduleId));
  const module = useQuery(moduleQueryOptions(moduleId));
  const enrolment =
    enrolments.data && tracks.data ? pickEnrolment(enrolments.data, search.get('track'), tracks.data) : undefined;

  const dashboard = enrolment
    ? `${paths.dashboard()}?track=${encodeURIComponent(enrolment.track_id)}`
    : paths.dashboard();
  const failed = enrolments.error ?? tracks.error;
  return (
    <>
      <Link to={dashboard} className={classes.back}>
        <IconArrowLeft size={18} aria-hidden="true" />
        {t('nav.toDashboard')}
      </Link>
      {failed !== null ? (
        <ErrorState error={failed} onRetry={() => void Promise.all([enrolments.refetch(), tracks.refetch()])} />
      ) : enrolment === null || isAppError(module.error, 'not_found') ? (
        <NotOpen />
      ) : enrolment === undefined ? (
        <LoadingState lines={4} height={80} />
      ) : (
        <DataState query={module} loading={<LoadingState lines={4} height={80} />}>
          {(data: LearningModule) => (
            <ModuleContent
              key={`${enrolment.id}:${data.id}`}
              module={data}
              enrolmentId={enrolment.id}
              trackId={enrolment.track_id}
            />
          )}
        </DataState>
      )}
    </>
  );
}

function NotOpen() {
  const { t } = useTranslation('learning');
  return (
    <EmptyState
      icon={IconLock}
      level={1}
      title={t('notOpen.title')}
      body={t('notOpen.body')}
      action={
        <Button component={Link} to={paths.dashboard()} mt="sm">
          {t('nav.toDashboard')}
        </Button>
      }
    />
  );
}

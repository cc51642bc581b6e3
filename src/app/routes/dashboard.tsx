import { Button } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { LoadingState } from '~/components/loading-state';
import { PageHeader } from '~/components/page-header';
import { enrolmentsQueryOptions } from '~/entities/enrolment/get-enrolments';
import { profileQueryOptions } from '~/entities/profile/get-profile';
import { useCurrentUser } from '~/entities/session/use-session';
import { openEnrolments, pickEnrolment } from '~/features/learning/model/pick-enrolment';
import { paths } from '~/lib/paths';
import { TrackDashboard } from './track-dashboard';
import { TrackSwitch } from './track-switch';

export default function DashboardPage() {
  const { t } = useTranslation('dashboard');
  const user = useCurrentUser();
  const [search] = useSearchParams();
  const enrolments = useQuery(enrolmentsQueryOptions(user.id));
  const name = useQuery(profileQueryOptions(user.id)).data?.full_name?.trim();
  const chosen = enrolments.data === undefined ? null : pickEnrolment(enrolments.data, search.get('track'));
  return (
    <>
      <PageHeader
        title={name ? t('welcome', { name }) : t('welcomePlain')}
        description={chosen === null ? undefined : t('subtitle')}
      />
      <DataState query={enrolments} loading={<LoadingState lines={3} height={160} />}>
        {(data) =>
          chosen === null ? (
            <NoTrack />
          ) : (
            <>
              <TrackSwitch trackIds={openEnrolments(data).map((each) => each.track_id)} currentId={chosen.track_id} />
              <TrackDashboard key={chosen.id} enrolment={chosen} />
            </>
          )
        }
      </DataState>
    </>
  );
}

function NoTrack() {
  const { t } = useTranslation('dashboard');
  return (
    <EmptyState
      icon={IconSchool}
      title={t('empty.title')}
      body={t('empty.body')}
      action={
        <Button component={Link} to={paths.landingSection('tracks')} mt="sm">
          {t('empty.action')}
        </Button>
      }
    />
  );
}

import { IconChartBar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { LoadingState } from '~/components/loading-state';
import { PageHeader } from '~/components/page-header';
import { paths } from '~/lib/paths';
import { overviewQueryOptions } from '../api/get-overview';
import { AtRisk } from './at-risk';
import { Figures } from '~/components/figures';
import classes from './progress-page.module.css';
import { ProgressList } from './progress-list';
import { TrackPicture } from './track-picture';
import { useInstitution } from './use-institution';

/** How far the students are: pictures for each track, who may need help, and everybody one by one. */
export default function ProgressPage() {
  const { t } = useTranslation('institution');
  const { id } = useInstitution();
  const overview = useQuery(overviewQueryOptions(id));
  return (
    <>
      <PageHeader title={t('progress.title')} description={t('progress.description')} />
      <DataState
        query={overview}
        loading={<LoadingState lines={4} height={120} />}
        isEmpty={({ students }) => students === 0}
        empty={
          <EmptyState
            icon={IconChartBar}
            title={t('progress.none.title')}
            body={t('progress.none.body')}
            action={<Link to={paths.institutionStudents()}>{t('progress.none.action')}</Link>}
          />
        }
      >
        {(data) => (
          <div className={classes.page}>
            <Figures
              figures={[
                { label: t('progress.figures.students'), count: data.students },
                { label: t('progress.figures.joined'), count: data.joined },
                { label: t('progress.figures.certified'), count: data.certified, tone: 'good' },
                { label: t('progress.figures.atRisk'), count: data.at_risk, tone: 'warning' },
              ]}
            />
            {data.tracks
              .filter(({ students }) => students > 0)
              .map((track) => (
                <TrackPicture key={track.track_id} track={track} />
              ))}
            {data.at_risk > 0 && <AtRisk />}
            <ProgressList tracks={data.tracks} />
          </div>
        )}
      </DataState>
    </>
  );
}

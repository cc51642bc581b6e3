import { IconRoute } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { LoadingState } from '~/components/loading-state';
import { isAppError } from '~/lib/supabase/app-error';
import { trackDetailQueryOptions } from '../../api/get-track';
import { ProgramsNav } from '../programs-nav';
import { TrackEditor } from './track-editor';

export default function TrackPage() {
  const { t } = useTranslation('programs');
  const { trackId = '' } = useParams();
  const track = useQuery(trackDetailQueryOptions(trackId));
  return (
    <>
      <ProgramsNav />
      {isAppError(track.error, 'track_not_found') ? (
        <EmptyState icon={IconRoute} level={1} title={t('refused.track_not_found')} body={t('tracks.goneBody')} />
      ) : (
        <DataState query={track} loading={<LoadingState lines={6} height={72} />}>
          {(detail) => (
            <TrackEditor
              key={`${detail.id}:${detail.version}:${detail.state}`}
              track={detail}
              onReload={() => void track.refetch()}
            />
          )}
        </DataState>
      )}
    </>
  );
}

import { NativeSelect, SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SearchField } from '~/components/search-field';
import { tracksQueryOptions } from '~/entities/track/get-tracks';
import { type TestFilters, testStatuses } from '../../model/filters';
import { OrderTests } from './order-tests';

type Props = {
  filters: TestFilters;
  filter: (changes: Record<string, string | null>, how?: { replace?: boolean }) => void;
};

export function TestsToolbar({ filters, filter }: Props) {
  const { t } = useTranslation('adminTests');
  const tracks = useQuery(tracksQueryOptions()).data ?? [];
  const track = tracks.find(({ id }) => id === filters.trackId);
  return (
    <SimpleGrid role="group" aria-label={t('filters.label')} cols={{ base: 1, xs: 2, md: 4 }} mb="md">
      <SearchField
        label={t('filters.search')}
        value={filters.search}
        onSearch={(search) => filter({ q: search }, { replace: true })}
      />
      <NativeSelect
        label={t('filters.track')}
        data={[
          { value: '', label: t('filters.allTracks') },
          ...tracks.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={filters.trackId ?? ''}
        onChange={({ currentTarget }) => filter({ track: currentTarget.value })}
      />
      <NativeSelect
        label={t('filters.status')}
        data={[
          { value: '', label: t('filters.current') },
          ...testStatuses.map((status) => ({ value: status, label: t(`status.${status}`) })),
        ]}
        value={filters.status ?? ''}
        onChange={({ currentTarget }) => filter({ status: currentTarget.value })}
      />
      {track !== undefined && <OrderTests trackId={track.id} trackName={track.name} />}
    </SimpleGrid>
  );
}

import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SearchField } from '~/components/search-field';
import { stateFilters, type StudentFilters } from '../model/student-filters';
import { studentProgress, studentSorts, type Overview } from '../schemas';
import { FilterFields } from './filter-fields';
import type { useListAddress } from '~/lib/use-list-address';

type Props = {
  filters: StudentFilters;
  tracks: Overview['tracks'];
  /** Where the table's headings are missing, the order is chosen here. */
  withSort: boolean;
  onFilter: ReturnType<typeof useListAddress>['filter'];
};

export function StudentFilterFields({ filters, tracks, withSort, onFilter }: Props) {
  const { t } = useTranslation('institution');
  const select = (name: 'track' | 'state' | 'progress', value: string | null, options: [string, string][]) => (
    <NativeSelect
      label={t(`students.filters.${name}`)}
      value={value ?? ''}
      data={[
        { value: '', label: t(`students.filters.any.${name}`) },
        ...options.map(([each, label]) => ({ value: each, label })),
      ]}
      onChange={(event) => onFilter({ [name]: event.currentTarget.value })}
    />
  );
  const set = [filters.trackId, filters.state, filters.progress].filter((each) => each !== null).length;
  return (
    <FilterFields
      search={
        <SearchField
          label={t('students.filters.search')}
          placeholder={t('students.filters.searchHint')}
          value={filters.search}
          onSearch={(q) => onFilter({ q }, { replace: true })}
        />
      }
      set={set}
      withSort={withSort}
    >
      {select(
        'track',
        filters.trackId,
        tracks.map(({ track_id: id, track_name: name }) => [id, name]),
      )}
      {select(
        'state',
        filters.state,
        stateFilters.map((state) => [state, t(`students.states.${state}`)]),
      )}
      {select(
        'progress',
        filters.progress,
        studentProgress.map((progress) => [progress, t(`students.progress.${progress}`)]),
      )}
      {withSort && (
        <NativeSelect
          label={t('students.filters.sort')}
          value={`${filters.descending ? '-' : ''}${filters.sort}`}
          data={studentSorts.flatMap((sort) =>
            [sort, `-${sort}` as const].map((value) => ({ value, label: t(`students.sorts.${value}`) })),
          )}
          onChange={(event) => onFilter({ sort: event.currentTarget.value })}
        />
      )}
    </FilterFields>
  );
}

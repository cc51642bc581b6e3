import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconUserSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { ListPages } from '~/components/list-pages';
import { LoadingState } from '~/components/loading-state';
import { Panel } from '~/components/panel';
import { studentsPerPage, studentsQueryOptions } from '../api/list-students';
import { isFiltered, readStudentFilters, sortAddress } from '../model/student-filters';
import type { Overview } from '../schemas';
import { ListDownload } from '~/entities/exported-list/list-download';
import { ProgressTable } from './progress-table';
import { StudentFilterFields } from './student-filter-fields';
import { useInstitution } from './use-institution';
import { useListAddress } from '~/lib/use-list-address';

const place = 'students';

/** Everybody one by one: how far, how well, since when. The filters stand in the address; the pictures above set them. */
export function ProgressList({ tracks }: { tracks: Overview['tracks'] }) {
  const { t } = useTranslation('institution');
  const { id } = useInstitution();
  const { address, filter, turnTo, clear } = useListAddress();
  const filters = readStudentFilters(address);
  const query = useQuery(studentsQueryOptions(id, filters));
  // The table's headings order the list; where there are none, a field does.
  const wide = useMediaQuery('(min-width: 60.01em)', undefined, { getInitialValueInEffect: false });
  return (
    <Panel
      id={place}
      title={t('progress.list.title')}
      note={
        <ListDownload
          what={t('progress.list.title')}
          request={(format) => ({
            list: 'students',
            format,
            params: {
              institutionId: id,
              search: filters.search || undefined,
              trackId: filters.trackId ?? undefined,
              state: filters.state ?? undefined,
              progress: filters.progress ?? undefined,
              sort: filters.sort,
              descending: filters.descending,
            },
          })}
        />
      }
    >
      <StudentFilterFields filters={filters} tracks={tracks} withSort={!wide} onFilter={filter} />
      <DataState
        query={query}
        loading={<LoadingState lines={6} height={48} />}
        isEmpty={({ rows }) => rows.length === 0}
        empty={
          <EmptyState
            icon={IconUserSearch}
            title={t('students.noMatch.title')}
            body={t(isFiltered(filters) ? 'students.noMatch.body' : 'students.noMatch.beyond')}
            action={
              <Button variant="default" mt="sm" onClick={clear}>
                {t('students.noMatch.clear')}
              </Button>
            }
          />
        }
      >
        {({ rows, total }) => (
          <>
            <ProgressTable
              students={rows}
              filters={filters}
              stale={query.isPlaceholderData}
              onSort={(sort) => filter({ sort: sortAddress(sort, filters) })}
            />
            <ListPages page={filters.page} perPage={studentsPerPage} total={total} onPage={turnTo} />
          </>
        )}
      </DataState>
    </Panel>
  );
}

import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconUserSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { ListPages } from '~/components/list-pages';
import { LoadingState } from '~/components/loading-state';
import { studentsPerPage, studentsQueryOptions } from '../api/list-students';
import { isFiltered, readStudentFilters, sortAddress } from '../model/student-filters';
import type { Overview, StudentRow } from '../schemas';
import { ListDownload } from '~/entities/exported-list/list-download';
import classes from './list-frame.module.css';
import { RemoveStudent } from './remove-student';
import { StudentCards } from './student-cards';
import { StudentFilterFields } from './student-filter-fields';
import { StudentTable } from './student-table';
import { useInstitution } from './use-institution';
import { useListAddress } from '~/lib/use-list-address';

export function StudentList({ tracks }: { tracks: Overview['tracks'] }) {
  const { t } = useTranslation('institution');
  const institution = useInstitution();
  const { address, filter, turnTo, clear } = useListAddress();
  const filters = readStudentFilters(address);
  const query = useQuery(studentsQueryOptions(institution.id, filters));
  const wide = useMediaQuery('(min-width: 72em)', undefined, { getInitialValueInEffect: false });
  const [leaving, setLeaving] = useState<StudentRow | null>(null);
  return (
    <>
      <StudentFilterFields filters={filters} tracks={tracks} withSort={!wide} onFilter={filter} />
      <DataState
        query={query}
        loading={<LoadingState lines={6} height={64} />}
        isEmpty={({ rows }) => rows.length === 0}
        empty={
          <EmptyState
            icon={IconUserSearch}
            title={t('students.noMatch.title')}
            body={isFiltered(filters) ? t('students.noMatch.body') : t('students.noMatch.beyond')}
            action={
              <Button variant="default" mt="sm" onClick={clear}>
                {t('students.noMatch.clear')}
              </Button>
            }
          />
        }
      >
        {({ rows, total }) => (
          <div className={classes.frame} data-stale={query.isPlaceholderData || undefined}>
            {wide ? (
              <StudentTable
                students={rows}
                filters={filters}
                onSort={(sort) => filter({ sort: sortAddress(sort, filters) })}
                onRemove={setLeaving}
              />
            ) : (
              <StudentCards students={rows} onRemove={setLeaving} />
            )}
            <ListPages page={filters.page} perPage={studentsPerPage} total={total} onPage={turnTo} />
            <div className={classes.download}>
              <span>{t('students.download')}</span>
              <ListDownload
                what={t('students.title')}
                request={(format) => ({
                  list: 'students',
                  format,
                  params: {
                    institutionId: institution.id,
                    search: filters.search || undefined,
                    trackId: filters.trackId ?? undefined,
                    state: filters.state ?? undefined,
                    progress: filters.progress ?? undefined,
                    sort: filters.sort,
                    descending: filters.descending,
                  },
                })}
              />
            </div>
          </div>
        )}
      </DataState>
      <RemoveStudent student={leaving} onClose={() => setLeaving(null)} />
    </>
  );
}

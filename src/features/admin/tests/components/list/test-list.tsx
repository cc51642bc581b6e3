import { Button } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { ListPages } from '~/components/list-pages';
import { testListQueryOptions, testsPerPage } from '../../api/list-tests';
import { isFiltered, type TestFilters } from '../../model/filters';
import { TestRows } from './test-rows';

type Props = { filters: TestFilters; turnTo: (page: number) => void; clear: () => void };

export function TestList({ filters, turnTo, clear }: Props) {
  const list = useQuery(testListQueryOptions(filters));
  return (
    <DataState query={list} isEmpty={({ total }) => total === 0} empty={<NoTests filters={filters} clear={clear} />}>
      {({ rows, total }) => (
        <>
          <TestRows rows={rows} />
          <ListPages page={filters.page} perPage={testsPerPage} total={total} onPage={turnTo} />
        </>
      )}
    </DataState>
  );
}

function NoTests({ filters, clear }: Pick<Props, 'filters' | 'clear'>) {
  const { t } = useTranslation('adminTests');
  if (!isFiltered(filters)) return <EmptyState icon={IconListCheck} title={t('none.title')} body={t('none.body')} />;
  return (
    <EmptyState
      icon={IconListCheck}
      title={t('none.filtered')}
      action={
        <Button variant="default" onClick={clear}>
          {t('none.clear')}
        </Button>
      }
    />
  );
}

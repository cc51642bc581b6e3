import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { overviewQueryOptions } from '../api/get-overview';
import { ageOf } from '../model/age';
import { ListTable } from './list-table';
import { useOperationWords } from './use-operation-words';

const number = (count: number) => count.toLocaleString('en-IN');

export function ProviderCounts() {
  const { t } = useTranslation('adminOperations');
  const words = useOperationWords();
  const overview = useQuery(overviewQueryOptions());
  return (
    <DataState query={overview}>
      {({ providers }) => (
        <ListTable
          label={t('counts.inboxLabel')}
          minWidth={560}
          headings={[
            t('filters.vendor'),
            t('state.open'),
            t('state.failed'),
            t('counts.doneToday'),
            t('counts.oldest'),
          ]}
        >
          {providers.map((count) => (
            <Table.Tr key={count.provider}>
              <Table.Th scope="row">{words.vendor(count.provider)}</Table.Th>
              <Table.Td>{number(count.open)}</Table.Td>
              <Table.Td>{number(count.failed)}</Table.Td>
              <Table.Td>{number(count.done_today)}</Table.Td>
              <Table.Td>{count.oldest_open !== null && ageOf(count.oldest_open, overview.dataUpdatedAt)}</Table.Td>
            </Table.Tr>
          ))}
        </ListTable>
      )}
    </DataState>
  );
}

import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SearchField } from '~/components/search-field';
import { useListAddress } from '~/lib/use-list-address';
import { overviewQueryOptions } from '../api/get-overview';
import type { JobFilters } from '../model/filters';
import { jobStatuses } from '../model/kinds';
import { ClearFilters } from './clear-filters';
import classes from './operations.module.css';
import { useOperationWords } from './use-operation-words';

/** Whatever is changed, the list begins at its newest job again. */
export function JobFilterFields({ filters }: { filters: JobFilters }) {
  const { t } = useTranslation('adminOperations');
  const words = useOperationWords();
  const { filter } = useListAddress();
  const known = useQuery(overviewQueryOptions()).data?.kinds.map(({ kind }) => kind) ?? [];
  const kinds = filters.kind === '' || known.includes(filters.kind) ? known : [...known, filters.kind];
  return (
    <div className={classes.filters} role="group" aria-label={t('filters.label')}>
      <NativeSelect
        label={t('filters.status')}
        data={[
          { value: '', label: t('filters.allStatuses') },
          ...jobStatuses.map((status) => ({ value: status, label: t(`status.${status}`) })),
        ]}
        value={filters.status ?? ''}
        onChange={({ currentTarget }) => filter({ status: currentTarget.value, cursor: null })}
      />
      <NativeSelect
        label={t('filters.kind')}
        data={[
          { value: '', label: t('filters.allKinds') },
          ...kinds.map((kind) => ({ value: kind, label: words.kind(kind) })),
        ]}
        value={filters.kind}
        onChange={({ currentTarget }) => filter({ kind: currentTarget.value, cursor: null })}
      />
      <SearchField
        label={t('filters.error')}
        value={filters.error}
        onSearch={(error) => filter({ error, cursor: null }, { replace: true })}
      />
      {(filters.status !== null || filters.kind !== '' || filters.error !== '') && <ClearFilters />}
    </div>
  );
}

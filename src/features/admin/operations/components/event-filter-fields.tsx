import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SearchField } from '~/components/search-field';
import { useListAddress } from '~/lib/use-list-address';
import type { EventFilters } from '../model/filters';
import { callers, eventStates } from '../model/kinds';
import { ClearFilters } from './clear-filters';
import classes from './operations.module.css';

export function EventFilterFields({ filters }: { filters: EventFilters }) {
  const { t } = useTranslation('adminOperations');
  const { filter } = useListAddress();
  return (
    <div className={classes.filters} role="group" aria-label={t('filters.label')}>
      <NativeSelect
        label={t('filters.vendor')}
        data={[
          { value: '', label: t('filters.allVendors') },
          ...callers.map((vendor) => ({ value: vendor, label: t(`vendor.${vendor}`) })),
        ]}
        value={filters.provider}
        onChange={({ currentTarget }) => filter({ provider: currentTarget.value, cursor: null })}
      />
      <NativeSelect
        label={t('events.state')}
        data={[
          { value: '', label: t('filters.allStatuses') },
          ...eventStates.map((state) => ({ value: state, label: t(`state.${state}`) })),
        ]}
        value={filters.state ?? ''}
        onChange={({ currentTarget }) => filter({ state: currentTarget.value, cursor: null })}
      />
      <SearchField
        label={t('filters.error')}
        value={filters.error}
        onSearch={(error) => filter({ error, cursor: null }, { replace: true })}
      />
      {(filters.provider !== '' || filters.state !== null || filters.error !== '') && <ClearFilters />}
    </div>
  );
}

import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SearchField } from '~/components/search-field';
import type { InstitutionFilters } from '../../model/filters';
import { institutionKinds, institutionStatuses, seatStandings } from '../../schemas';
import type { ChangeFilters } from '../use-institution-filters';
import classes from './list.module.css';

type Props = { filters: InstitutionFilters; change: ChangeFilters };

export function InstitutionsToolbar({ filters, change }: Props) {
  const { t } = useTranslation('adminInstitutions');
  const all = { value: '', label: t('filters.all') };
  return (
    <div className={classes.toolbar} role="group" aria-label={t('filters.label')}>
      <SearchField
        label={t('filters.search')}
        placeholder={t('filters.searchHint')}
        value={filters.search}
        onSearch={(search) => change({ search }, { replace: true })}
      />
      <NativeSelect
        label={t('filters.kind')}
        data={[all, ...institutionKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))]}
        value={filters.kind ?? ''}
        onChange={({ currentTarget }) =>
          change({ kind: institutionKinds.find((kind) => kind === currentTarget.value) ?? null })
        }
      />
      <NativeSelect
        label={t('filters.status')}
        data={[all, ...institutionStatuses.map((status) => ({ value: status, label: t(`status.${status}`) }))]}
        value={filters.status ?? ''}
        onChange={({ currentTarget }) =>
          change({ status: institutionStatuses.find((status) => status === currentTarget.value) ?? null })
        }
      />
      <NativeSelect
        label={t('filters.seats')}
        data={[all, ...seatStandings.map((standing) => ({ value: standing, label: t(`seats.${standing}`) }))]}
        value={filters.seats ?? ''}
        onChange={({ currentTarget }) =>
          change({ seats: seatStandings.find((standing) => standing === currentTarget.value) ?? null })
        }
      />
    </div>
  );
}

import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SearchField } from '~/components/search-field';
import { overviewQueryOptions } from '../api/get-overview';
import { validities, type CertificateFilters } from '../model/certificate-filters';
import { FilterFields } from './filter-fields';
import { useInstitution } from './use-institution';
import type { useListAddress } from '~/lib/use-list-address';

type Props = { filters: CertificateFilters; onFilter: ReturnType<typeof useListAddress>['filter'] };

export function CertificateFilterFields({ filters, onFilter }: Props) {
  const { t } = useTranslation('institution');
  const tracks = useQuery(overviewQueryOptions(useInstitution().id)).data?.tracks ?? [];
  return (
    <FilterFields
      set={[filters.trackId, filters.status].filter((each) => each !== null).length}
      search={
        <SearchField
          label={t('certificates.filters.search')}
          placeholder={t('certificates.filters.searchHint')}
          value={filters.search}
          onSearch={(q) => onFilter({ q }, { replace: true })}
        />
      }
    >
      <NativeSelect
        label={t('certificates.filters.track')}
        value={filters.trackId ?? ''}
        data={[
          { value: '', label: t('certificates.filters.anyTrack') },
          ...tracks.map((track) => ({ value: track.track_id, label: track.track_name })),
        ]}
        onChange={(event) => onFilter({ track: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('certificates.filters.status')}
        value={filters.status ?? ''}
        data={[
          { value: '', label: t('certificates.filters.anyStatus') },
          ...validities.map((value) => ({ value, label: t(`certificates.validity.${value}`) })),
        ]}
        onChange={(event) => onFilter({ status: event.currentTarget.value })}
      />
    </FilterFields>
  );
}

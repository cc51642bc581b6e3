import { IconCertificate } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { LoadingState } from '~/components/loading-state';
import { PageHeader } from '~/components/page-header';
import { certificatesQueryOptions } from '../api/list-certificates';
import { isNarrowed, readCertificateFilters } from '../model/certificate-filters';
import { CertificateFilterFields } from './certificate-filter-fields';
import { CertificateList } from './certificate-list';
import { useInstitution } from './use-institution';
import { useListAddress } from '~/lib/use-list-address';
import { ZipDownload } from './zip-download';

export default function CertificatesPage() {
  const { t } = useTranslation('institution');
  const institution = useInstitution();
  const { address, filter, turnTo, clear } = useListAddress();
  const filters = readCertificateFilters(address);
  const query = useQuery(certificatesQueryOptions(institution.id, filters));
  // Before the first one there is nothing to search in.
  const none = query.data?.total === 0 && !query.isPlaceholderData && !isNarrowed(filters);
  return (
    <>
      <PageHeader
        title={t('certificates.title')}
        description={t('certificates.description')}
        actions={<ZipDownload trackId={filters.trackId} />}
      />
      {!none && <CertificateFilterFields filters={filters} onFilter={filter} />}
      <DataState
        query={query}
        loading={<LoadingState lines={6} height={56} />}
        isEmpty={() => none}
        empty={
          <EmptyState icon={IconCertificate} title={t('certificates.none.title')} body={t('certificates.none.body')} />
        }
      >
        {(data) => (
          <CertificateList
            {...data}
            filters={filters}
            stale={query.isPlaceholderData}
            onPage={turnTo}
            onClear={clear}
          />
        )}
      </DataState>
    </>
  );
}

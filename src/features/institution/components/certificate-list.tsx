import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconZoomQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '~/components/empty-state';
import { ListPages } from '~/components/list-pages';
import { certificatesPerPage, type ListedCertificate } from '../api/list-certificates';
import { isNarrowed, validityOf, type CertificateFilters } from '../model/certificate-filters';
import { CertificateCards } from './certificate-cards';
import { CertificateTable } from './certificate-table';
import { ListDownload } from '~/entities/exported-list/list-download';
import classes from './list-frame.module.css';
import { useInstitution } from './use-institution';

type Props = {
  certificates: ListedCertificate[];
  total: number;
  filters: CertificateFilters;
  stale: boolean;
  onPage: (page: number) => void;
  onClear: () => void;
};

export function CertificateList({ certificates, total, filters, stale, onPage, onClear }: Props) {
  const { t } = useTranslation('institution');
  const institution = useInstitution();
  const wide = useMediaQuery('(min-width: 60em)', undefined, { getInitialValueInEffect: false });
  const [now] = useState(() => Date.now());
  if (certificates.length === 0) {
    return (
      <EmptyState
        icon={IconZoomQuestion}
        title={t('certificates.noMatch.title')}
        body={t(isNarrowed(filters) ? 'certificates.noMatch.body' : 'certificates.noMatch.beyond')}
        action={
          <Button variant="default" mt="sm" onClick={onClear}>
            {t('certificates.noMatch.clear')}
          </Button>
        }
      />
    );
  }
  const listed = certificates.map((each) => ({ ...each, validity: validityOf(each, now) }));
  const List = wide ? CertificateTable : CertificateCards;
  return (
    <div className={classes.frame} data-stale={stale || undefined}>
      <List certificates={listed} />
      <ListPages page={filters.page} perPage={certificatesPerPage} total={total} onPage={onPage} />
      <div className={classes.download}>
        <span>{t(filters.trackId === null ? 'certificates.download' : 'certificates.downloadTrack')}</span>
        <ListDownload
          what={t('certificates.title')}
          request={(format) => ({
            list: 'certificates',
            format,
            params: { institutionId: institution.id, trackId: filters.trackId ?? undefined },
          })}
        />
      </div>
    </div>
  );
}

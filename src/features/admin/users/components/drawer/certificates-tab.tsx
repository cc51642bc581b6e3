import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { StatusBadge, type StatusTone } from '~/components/status-badge';
import { formatDate } from '~/lib/format/dates';
import { paths } from '~/lib/paths';
import { certificatesQueryOptions } from '../../api/get-certificates';
import type { Certificate, PersonDetail } from '../../schemas';
import { Entries, Entry } from './entry';

const tones: Record<Certificate['state'], StatusTone> = {
  issued: 'good',
  expired: 'neutral',
  revoked: 'bad',
  superseded: 'neutral',
};

export function CertificatesTab({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('adminUsers');
  const certificates = useQuery(certificatesQueryOptions(person.id));
  return (
    <DataState query={certificates} empty={<EmptyState title={t('certificates.empty')} />}>
      {(list) => (
        <Entries label={t('tab.certificates')}>
          {list.map((certificate) => (
            <Entry
              key={certificate.id}
              title={certificate.track_name}
              badge={
                <StatusBadge tone={tones[certificate.state]} label={t(`certificates.state.${certificate.state}`)} />
              }
              facts={[
                {
                  name: t('certificates.number'),
                  value: (
                    <Anchor component={Link} to={paths.verify(certificate.number)} className="tap">
                      {certificate.number}
                    </Anchor>
                  ),
                },
                { name: t('certificates.holder'), value: certificate.holder_name },
                { name: t('certificates.issued'), value: formatDate(certificate.issued_at) },
                { name: t('certificates.expires'), value: formatDate(certificate.expires_at) },
                {
                  name: t('certificates.revoked'),
                  value: certificate.revoked_at && formatDate(certificate.revoked_at),
                },
                { name: t('certificates.reason'), value: certificate.revoked_reason },
              ]}
            />
          ))}
        </Entries>
      )}
    </DataState>
  );
}

import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '~/lib/format/dates';
import {
  CertificateDownload,
  CertificateNumber,
  CertificateValidity,
  type ShownCertificate,
} from './certificate-facts';
import classes from './student-list.module.css';

const columns = ['holder', 'number', 'track', 'issued', 'until', 'status'] as const;

export function CertificateTable({ certificates }: { certificates: ShownCertificate[] }) {
  const { t } = useTranslation('institution');
  return (
    <div className={classes.frame}>
      <Table verticalSpacing="sm" horizontalSpacing="md" aria-label={t('certificates.title')}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column}>{t(`certificates.columns.${column}`)}</Table.Th>
            ))}
            <Table.Th>
              <span className="visually-hidden">{t('certificates.columns.actions')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {certificates.map((certificate) => (
            <Table.Tr key={certificate.id}>
              <Table.Th scope="row" className={classes.person}>
                <strong>{certificate.holder_name}</strong>
              </Table.Th>
              <Table.Td>
                <CertificateNumber certificate={certificate} />
              </Table.Td>
              <Table.Td>{certificate.track_name}</Table.Td>
              <Table.Td>{formatDate(certificate.issued_at)}</Table.Td>
              <Table.Td>{formatDate(certificate.expires_at)}</Table.Td>
              <Table.Td>
                <CertificateValidity certificate={certificate} />
              </Table.Td>
              <Table.Td ta="right">
                <CertificateDownload certificate={certificate} compact />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '~/lib/format/dates';
import type { AuditEntry } from '../schemas';
import classes from './audit.module.css';
import { EntryLink, EntrySubject } from './entry-parts';
import { useAuditWords } from './use-audit-words';

export function AuditTable({ rows }: { rows: AuditEntry[] }) {
  const { t } = useTranslation('adminAudit');
  const words = useAuditWords();
  return (
    <Table.ScrollContainer
      type="native"
      minWidth={980}
      tabIndex={0}
      role="region"
      aria-label={t('table.label')}
      className={classes.frame}
    >
      <Table verticalSpacing="xs" highlightOnHover aria-label={t('table.label')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('table.action')}</Table.Th>
            <Table.Th>{t('table.at')}</Table.Th>
            <Table.Th>{t('table.actor')}</Table.Th>
            <Table.Th>{t('table.subject')}</Table.Th>
            <Table.Th>{t('table.reason')}</Table.Th>
            <Table.Th>{t('table.address')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((entry) => (
            <Table.Tr key={entry.id}>
              <Table.Th scope="row" fw={400}>
                <EntryLink entry={entry} />
              </Table.Th>
              <Table.Td className={classes.nowrap}>{formatDateTime(entry.at)}</Table.Td>
              <Table.Td>{words.actor(entry)}</Table.Td>
              <Table.Td>
                <EntrySubject entry={entry} />
              </Table.Td>
              <Table.Td className={classes.reason}>{entry.reason}</Table.Td>
              <Table.Td className={classes.nowrap}>{entry.origin.address}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

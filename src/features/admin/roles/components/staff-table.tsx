import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '~/lib/format/dates';
import type { Staff } from '../schemas';
import classes from './staff-list.module.css';
import { StaffName, StaffRoles, StaffStatus } from './staff-parts';

export function StaffTable({ rows }: { rows: Staff[] }) {
  const { t } = useTranslation('adminRoles');
  return (
    <Table.ScrollContainer
      type="native"
      minWidth={760}
      tabIndex={0}
      role="region"
      aria-label={t('staff.label')}
      className={classes.frame}
    >
      <Table verticalSpacing="xs" highlightOnHover aria-label={t('staff.label')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('staff.name')}</Table.Th>
            <Table.Th>{t('staff.roles')}</Table.Th>
            <Table.Th>{t('staff.status')}</Table.Th>
            <Table.Th>{t('staff.since')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((person) => (
            <Table.Tr key={person.id}>
              <Table.Th scope="row" fw={400}>
                <StaffName person={person} />
              </Table.Th>
              <Table.Td>
                <StaffRoles person={person} />
              </Table.Td>
              <Table.Td>
                <StaffStatus person={person} />
              </Table.Td>
              <Table.Td>{formatDate(person.since)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

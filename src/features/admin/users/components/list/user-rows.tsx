import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SortHeader } from '~/components/sort-header';
import { formatDate } from '~/lib/format/dates';
import { sortBy, type UserFilters, type UserSort } from '../../model/filters';
import type { Person } from '../../schemas';
import { AccountBadge, IdentityBadge } from '../person-badges';
import type { ChangeFilters } from '../use-user-filters';
import { Enrolments } from './enrolments';
import classes from './list.module.css';
import { PersonLink } from './person-link';

export function UserRows(props: { rows: Person[]; filters: UserFilters; change: ChangeFilters }) {
  const { t } = useTranslation('adminUsers');
  const { rows, filters, change } = props;
  const header = (by: UserSort) => (
    <SortHeader
      label={t(`sort.${by}`)}
      sorted={filters.sort === by ? (filters.descending ? 'descending' : 'ascending') : null}
      onSort={() => change(sortBy(filters, by))}
    />
  );
  return (
    <Table.ScrollContainer
      type="native"
      minWidth={1000}
      tabIndex={0}
      role="region"
      aria-label={t('table.label')}
      className={classes.frame}
    >
      <Table verticalSpacing="xs" highlightOnHover aria-label={t('table.label')} className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            {header('name')}
            {header('email')}
            <Table.Th>{t('table.account')}</Table.Th>
            <Table.Th>{t('table.enrolments')}</Table.Th>
            <Table.Th>{t('table.identity')}</Table.Th>
            {header('joined')}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((person) => (
            <Table.Tr key={person.id}>
              <Table.Th scope="row">
                <PersonLink person={person} filters={filters} />
                <Text size="sm" c="dimmed">
                  {t(`kind.${person.kind}`)}
                </Text>
              </Table.Th>
              <Table.Td>
                {person.email}
                {person.phone !== null && (
                  <Text size="sm" c="dimmed">
                    {person.phone}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <AccountBadge status={person.status} />
              </Table.Td>
              <Table.Td>
                <Enrolments person={person} />
              </Table.Td>
              <Table.Td>
                <IdentityBadge state={person.identity} />
              </Table.Td>
              <Table.Td>{formatDate(person.joined_at)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

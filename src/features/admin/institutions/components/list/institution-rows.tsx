import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SortHeader } from '~/components/sort-header';
import { formatDate } from '~/lib/format/dates';
import { type InstitutionFilters, type InstitutionSort, sortBy } from '../../model/filters';
import type { Institution } from '../../schemas';
import { InstitutionBadge } from '../institution-badge';
import type { ChangeFilters } from '../use-institution-filters';
import { InstitutionLink } from './institution-link';
import classes from './list.module.css';
import { SeatsLeft } from './seats-left';

export function InstitutionRows(props: { rows: Institution[]; filters: InstitutionFilters; change: ChangeFilters }) {
  const { t } = useTranslation('adminInstitutions');
  const { rows, filters, change } = props;
  const header = (by: InstitutionSort) => (
    <SortHeader
      label={t(`sort.${by}`)}
      sorted={filters.sort === by ? (filters.descending ? 'descending' : 'ascending') : null}
      onSort={() => change(sortBy(filters, by))}
    />
  );
  return (
    <Table.ScrollContainer
      type="native"
      minWidth={960}
      tabIndex={0}
      role="region"
      aria-label={t('table.label')}
      className={classes.frame}
    >
      <Table verticalSpacing="xs" highlightOnHover aria-label={t('table.label')} className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            {header('name')}
            <Table.Th>{t('table.contact')}</Table.Th>
            <Table.Th>{t('table.status')}</Table.Th>
            <Table.Th>{t('table.seats')}</Table.Th>
            <Table.Th ta="right">{t('table.students')}</Table.Th>
            <Table.Th ta="right">{t('table.managers')}</Table.Th>
            {header('created')}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((institution) => (
            <Table.Tr key={institution.id}>
              <Table.Th scope="row">
                <InstitutionLink institution={institution} filters={filters} />
                <Text size="sm" c="dimmed">
                  {t(`kind.${institution.kind}`)}
                </Text>
              </Table.Th>
              <Table.Td>
                {institution.contact_name}
                <Text size="sm" c="dimmed">
                  {institution.contact_email}
                </Text>
              </Table.Td>
              <Table.Td>
                <InstitutionBadge status={institution.status} />
              </Table.Td>
              <Table.Td>
                <SeatsLeft institution={institution} />
              </Table.Td>
              <Table.Td ta="right">{institution.students.toLocaleString('en-IN')}</Table.Td>
              <Table.Td ta="right">{institution.managers.toLocaleString('en-IN')}</Table.Td>
              <Table.Td>{formatDate(institution.created_at)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

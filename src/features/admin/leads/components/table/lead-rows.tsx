import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Price } from '~/components/price';
import { SortHeader } from '~/components/sort-header';
import { formatDate } from '~/lib/format/dates';
import type { LeadFilters, LeadSort } from '../../model/filters';
import type { Lead } from '../../schemas';
import { FollowUp } from '../follow-up';
import { LeadLink } from '../lead-link';
import { LeadStatusBadge } from '../lead-status';
import { MoveMenu } from '../move-menu';
import type { ChangeFilters } from '../use-lead-filters';
import classes from './lead-table.module.css';

export function LeadRows(props: { rows: Lead[]; filters: LeadFilters; change: ChangeFilters }) {
  const { t } = useTranslation('leads');
  const { rows, filters, change } = props;
  const header = (by: LeadSort, numbers = false) => (
    <SortHeader
      label={t(`table.${by}`)}
      sorted={filters.sort === by ? (filters.descending ? 'descending' : 'ascending') : null}
      onSort={() => change({ sort: by, descending: filters.sort === by && !filters.descending })}
      numbers={numbers}
    />
  );
  return (
    <Table.ScrollContainer
      type="native"
      minWidth={1040}
      tabIndex={0}
      role="region"
      aria-label={t('table.label')}
      className={classes.frame}
    >
      <Table verticalSpacing="xs" highlightOnHover aria-label={t('table.label')} className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            {header('institution')}
            {header('contact')}
            {header('status')}
            {header('follow_up')}
            {header('value', true)}
            {header('assignee')}
            {header('created')}
            <Table.Th>
              <span className="visually-hidden">{t('table.actions')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((lead) => (
            <LeadRow key={lead.id} lead={lead} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function LeadRow({ lead }: { lead: Lead }) {
  const { t } = useTranslation('leads');
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <LeadLink lead={lead} />
        <Text size="sm" c="dimmed">
          {t('table.kind', { kind: t(`kind.${lead.kind}`), reference: lead.reference })}
        </Text>
      </Table.Th>
      <Table.Td>
        {lead.contact_name}
        {lead.city !== null && (
          <Text size="sm" c="dimmed">
            {lead.city}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <LeadStatusBadge status={lead.status} />
      </Table.Td>
      <Table.Td>
        <FollowUp lead={lead} bare />
      </Table.Td>
      <Table.Td ta="right">{lead.estimated_value !== null && <Price paise={lead.estimated_value} fw={600} />}</Table.Td>
      <Table.Td>
        {lead.assignee_name ?? (
          <Text inherit c="dimmed">
            {t('assignee.nobody')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{formatDate(lead.created_at)}</Table.Td>
      <Table.Td>
        <MoveMenu lead={lead} />
      </Table.Td>
    </Table.Tr>
  );
}

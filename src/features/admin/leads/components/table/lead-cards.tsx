import { ActionIcon, Group, NativeSelect } from '@mantine/core';
import { IconSortAscending, IconSortDescending } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { leadSorts, type LeadFilters } from '../../model/filters';
import type { Lead } from '../../schemas';
import { LeadCard } from '../lead-card';
import { LeadStatusBadge } from '../lead-status';
import { MoveMenu } from '../move-menu';
import type { ChangeFilters } from '../use-lead-filters';
import classes from './lead-table.module.css';

/** The same list where a table has no room: a card for each lead, and the order in a field. */
export function LeadCards(props: { rows: Lead[]; filters: LeadFilters; change: ChangeFilters }) {
  const { t } = useTranslation('leads');
  const { rows, filters, change } = props;
  const Icon = filters.descending ? IconSortDescending : IconSortAscending;
  return (
    <>
      <Group gap="xs" align="flex-end" mb="sm" wrap="nowrap">
        <NativeSelect
          label={t('table.sortBy')}
          flex={1}
          data={leadSorts.map((sort) => ({ value: sort, label: t(`table.${sort}`) }))}
          value={filters.sort}
          onChange={({ currentTarget }) =>
            change({ sort: leadSorts.find((sort) => sort === currentTarget.value) ?? 'follow_up' })
          }
        />
        <ActionIcon
          variant="default"
          size={42}
          aria-label={t(filters.descending ? 'table.toAscending' : 'table.toDescending')}
          onClick={() => change({ descending: !filters.descending })}
        >
          <Icon size={20} aria-hidden="true" />
        </ActionIcon>
      </Group>
      <ul className={classes.cards}>
        {rows.map((lead) => (
          <li key={lead.id}>
            <LeadCard
              lead={lead}
              menu={<MoveMenu lead={lead} thumb />}
              status={<LeadStatusBadge status={lead.status} />}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

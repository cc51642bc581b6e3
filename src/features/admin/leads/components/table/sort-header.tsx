import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LeadFilters, LeadSort } from '../../model/filters';
import type { ChangeFilters } from '../use-lead-filters';
import classes from './lead-table.module.css';

/** A head that sorts by its column, and the other way round when it does already. */
export function SortHeader(props: { by: LeadSort; filters: LeadFilters; change: ChangeFilters; numbers?: boolean }) {
  const { t } = useTranslation('leads');
  const { by, filters, change } = props;
  const active = filters.sort === by;
  const Icon = active ? (filters.descending ? IconArrowDown : IconArrowUp) : IconArrowsSort;
  return (
    <Table.Th
      aria-sort={active ? (filters.descending ? 'descending' : 'ascending') : undefined}
      ta={props.numbers === true ? 'right' : undefined}
    >
      <UnstyledButton
        className={classes.sort}
        data-active={active || undefined}
        onClick={() => change({ sort: by, descending: active && !filters.descending })}
      >
        {t(`table.${by}`)}
        <Icon size={15} stroke={2} aria-hidden="true" />
      </UnstyledButton>
    </Table.Th>
  );
}

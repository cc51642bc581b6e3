import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import classes from './sort-header.module.css';

type Props = {
  label: string;
  sorted: 'ascending' | 'descending' | null;
  onSort: () => void;
  /** A column of numbers stands to the right. */
  numbers?: boolean;
};

/** A column's heading that orders the list by it. */
export function SortHeader({ label, sorted, onSort, numbers = false }: Props) {
  const Icon = sorted === null ? IconArrowsSort : sorted === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <Table.Th aria-sort={sorted ?? undefined} ta={numbers ? 'right' : undefined}>
      <UnstyledButton className={classes.button} data-sorted={sorted !== null || undefined} onClick={onSort}>
        {label}
        <Icon size={16} aria-hidden="true" />
      </UnstyledButton>
    </Table.Th>
  );
}

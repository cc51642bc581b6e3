import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './operations.module.css';

type Props = { label: string; headings: string[]; minWidth: number; children: ReactNode };

/** A table that scrolls by itself where it has no room. */
export function ListTable({ label, headings, minWidth, children }: Props) {
  return (
    <Table.ScrollContainer
      type="native"
      minWidth={minWidth}
      tabIndex={0}
      role="region"
      aria-label={label}
      className={classes.frame}
    >
      <Table verticalSpacing="xs" highlightOnHover aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {headings.map((heading) => (
              <Table.Th key={heading}>{heading}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

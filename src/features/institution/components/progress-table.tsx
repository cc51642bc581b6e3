import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StudentFilters, StudentSort } from '../model/student-filters';
import type { StudentRow } from '../schemas';
import classes from './progress-table.module.css';
import { SortHeader } from '~/components/sort-header';
import { BestTest, ExamResult, LastActivity, StudentProgress, StudentState } from './student-facts';

type Props = {
  students: StudentRow[];
  filters: StudentFilters;
  stale: boolean;
  onSort: (sort: StudentSort) => void;
};

/** A row for each seat; on a phone a card, whose cells name themselves. */
export function ProgressTable({ students, filters, stale, onSort }: Props) {
  const { t } = useTranslation('institution');
  const header = (sort: StudentSort) => (
    <SortHeader
      label={t(`students.columns.${sort}`)}
      sorted={filters.sort === sort ? (filters.descending ? 'descending' : 'ascending') : null}
      onSort={() => onSort(sort)}
    />
  );
  const label = (column: 'score' | 'exam' | 'activity') => (
    <span className={classes.label} aria-hidden="true">
      {t(`students.columns.${column}`)}
    </span>
  );
  return (
    <Table
      verticalSpacing="sm"
      horizontalSpacing="xs"
      className={classes.table}
      aria-label={t('progress.list.title')}
      aria-busy={stale}
    >
      <Table.Thead>
        <Table.Tr>
          {header('name')}
          {header('percent')}
          {header('score')}
          <Table.Th>{t('students.columns.exam')}</Table.Th>
          {header('activity')}
          <Table.Th>{t('students.columns.state')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {students.map((student) => (
          <Table.Tr key={student.seat_id}>
            <Table.Th scope="row" className={classes.person}>
              <strong>{student.full_name}</strong>
              <span>{student.track_name}</span>
            </Table.Th>
            <Table.Td className={classes.progress}>
              <StudentProgress student={student} />
            </Table.Td>
            <Table.Td>
              {label('score')}
              <span>
                <BestTest student={student} />
              </span>
            </Table.Td>
            <Table.Td>
              {label('exam')}
              <span>
                <ExamResult student={student} />
              </span>
            </Table.Td>
            <Table.Td>
              {label('activity')}
              <span>
                <LastActivity student={student} />
              </span>
            </Table.Td>
            <Table.Td className={classes.state}>
              <StudentState student={student} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

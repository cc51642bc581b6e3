import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StudentFilters, StudentSort } from '../model/student-filters';
import type { StudentRow } from '../schemas';
import { SortHeader } from '~/components/sort-header';
import { StudentActions } from './student-actions';
import { BestTest, ExamResult, LastActivity, StudentProgress, StudentState } from './student-facts';
import classes from './student-list.module.css';

type Props = {
  students: StudentRow[];
  filters: StudentFilters;
  onSort: (sort: StudentSort) => void;
  onRemove: (student: StudentRow) => void;
};

export function StudentTable({ students, filters, onSort, onRemove }: Props) {
  const { t } = useTranslation('institution');
  const header = (sort: StudentSort) => (
    <SortHeader
      label={t(`students.columns.${sort}`)}
      sorted={filters.sort === sort ? (filters.descending ? 'descending' : 'ascending') : null}
      onSort={() => onSort(sort)}
    />
  );
  return (
    <div className={classes.frame}>
      <Table verticalSpacing="sm" horizontalSpacing={10} className={classes.table} aria-label={t('students.title')}>
        <Table.Thead>
          <Table.Tr>
            {header('name')}
            {header('track')}
            <Table.Th>{t('students.columns.state')}</Table.Th>
            {header('percent')}
            {header('score')}
            <Table.Th>{t('students.columns.exam')}</Table.Th>
            {header('activity')}
            <Table.Th>
              <span className="visually-hidden">{t('students.columns.actions')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {students.map((student) => (
            <Table.Tr key={student.seat_id}>
              <Table.Th scope="row" className={classes.person}>
                <strong>{student.full_name}</strong>
                <span>{student.email}</span>
                {student.roll_no !== null && <span>{t('students.rollNo', { number: student.roll_no })}</span>}
              </Table.Th>
              <Table.Td>{student.track_name}</Table.Td>
              <Table.Td>
                <StudentState student={student} />
              </Table.Td>
              <Table.Td>
                <StudentProgress student={student} />
              </Table.Td>
              <Table.Td>
                <BestTest student={student} />
              </Table.Td>
              <Table.Td>
                <ExamResult student={student} />
              </Table.Td>
              <Table.Td>
                <LastActivity student={student} />
              </Table.Td>
              <Table.Td>
                <StudentActions student={student} compact onRemove={() => onRemove(student)} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

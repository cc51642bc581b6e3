import { useTranslation } from 'react-i18next';
import type { StudentRow } from '../schemas';
import { StudentActions } from './student-actions';
import { BestTest, ExamResult, LastActivity, StudentProgress, StudentState } from './student-facts';
import classes from './student-list.module.css';

/** The same as the table where there is no room for one. */
export function StudentCards({
  students,
  onRemove,
}: {
  students: StudentRow[];
  onRemove: (student: StudentRow) => void;
}) {
  const { t } = useTranslation('institution');
  return (
    <ul className={classes.cards} aria-label={t('students.title')}>
      {students.map((student) => (
        <li key={student.seat_id} className={classes.card}>
          <div className={classes.top}>
            <div className={classes.person}>
              <strong>{student.full_name}</strong>
              <span>{student.email}</span>
              {student.roll_no !== null && <span>{t('students.rollNo', { number: student.roll_no })}</span>}
            </div>
            <StudentState student={student} />
          </div>
          <div>
            <p className={classes.track}>{student.track_name}</p>
            <StudentProgress student={student} />
          </div>
          <dl className={classes.facts}>
            {student.best_test_score !== null && (
              <div>
                <dt>{t('students.columns.score')}</dt>
                <dd>
                  <BestTest student={student} />
                </dd>
              </div>
            )}
            {(student.exam_status !== null || student.certificate_number !== null) && (
              <div>
                <dt>{t('students.columns.exam')}</dt>
                <dd>
                  <ExamResult student={student} />
                </dd>
              </div>
            )}
            <div>
              <dt>{t('students.columns.activity')}</dt>
              <dd>
                <LastActivity student={student} />
              </dd>
            </div>
          </dl>
          <StudentActions student={student} onRemove={() => onRemove(student)} />
        </li>
      ))}
    </ul>
  );
}

import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatusBadge, type StatusTone } from '~/components/status-badge';
import { formatDate } from '~/lib/format/dates';
import { formatPercent } from '~/lib/format/percent';
import { paths } from '~/lib/paths';
import type { StudentRow } from '../schemas';
import { Bar } from './bar';
import classes from './student-facts.module.css';

const tones: Record<StudentRow['state'], StatusTone> = {
  invited: 'neutral',
  not_started: 'neutral',
  learning: 'waiting',
  completed: 'good',
  certified: 'good',
};

export function StudentState({ student }: { student: StudentRow }) {
  const { t } = useTranslation('institution');
  return (
    <div className={classes.state}>
      <StatusBadge tone={tones[student.state]} label={t(`students.states.${student.state}`)} />
      {student.risk !== null && (
        <span className={classes.risk}>
          <IconAlertTriangle size={16} aria-hidden="true" />
          {t(`students.risks.${student.risk}`)}
        </span>
      )}
    </div>
  );
}

export function StudentProgress({ student }: { student: StudentRow }) {
  const { t } = useTranslation('institution');
  return (
    <div className={classes.progress}>
      <Bar percent={student.percent} />
      <span className={classes.words}>
        {t('students.modules', { done: student.modules_completed, count: student.modules_total })}
      </span>
    </div>
  );
}

export function BestTest({ student }: { student: StudentRow }) {
  const { t } = useTranslation('institution');
  if (student.best_test_score === null) return <Nothing />;
  return (
    <>
      <span className={classes.figure}>{formatPercent(student.best_test_score)}</span>{' '}
      {student.tests_passed > 0 && <span className={classes.words}>{t('students.passed')}</span>}
    </>
  );
}

/** Where the exam stands; a certificate says it all and leads to its public page. */
export function ExamResult({ student }: { student: StudentRow }) {
  const { t } = useTranslation('institution');
  const { exam_status: status, exam_score: score, certificate_number: number } = student;
  if (status === null && number === null) return <Nothing />;
  return (
    <>
      {status !== null && (
        <span>
          {t(`students.exams.${status}`)}
          {score !== null && <span className={classes.figure}> {formatPercent(score)}</span>}
        </span>
      )}
      {status !== null && number !== null && <br />}
      {number !== null && (
        <Link to={paths.verify(number)} className={classes.number}>
          {number}
        </Link>
      )}
    </>
  );
}

/** The last thing that the student did, or when the invitation went out. */
export function LastActivity({ student }: { student: StudentRow }) {
  const { t } = useTranslation('institution');
  if (student.last_active_at !== null)
    return <span className={classes.date}>{formatDate(student.last_active_at)}</span>;
  const date = student.joined_at ?? student.invitation_sent_at;
  if (date === null) return <span className={classes.words}>{t('students.sending')}</span>;
  return (
    <span className={classes.words}>
      {t(student.joined_at === null ? 'students.invitedOn' : 'students.joinedOn')}{' '}
      <span className={classes.date}>{formatDate(date)}</span>
    </span>
  );
}

function Nothing() {
  const { t } = useTranslation('institution');
  return (
    <>
      <span className={classes.dash} aria-hidden="true" />
      <span className="visually-hidden">{t('students.nothing')}</span>
    </>
  );
}

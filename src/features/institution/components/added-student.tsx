import { Alert } from '@mantine/core';
import { IconCheck, IconInfoCircle, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { refusalReasons, type AddedStudent as Answer, type NewStudent } from '../api/add-student';
import type { TrackSeats } from '../model/seats';

const looks = {
  enrolled: { color: 'green', Icon: IconCheck },
  already_enrolled: { color: 'brand', Icon: IconInfoCircle },
  refused: { color: 'red', Icon: IconX },
};

/** What came of it, in words. */
export function AddedStudent(props: { answer: Answer; student: NewStudent; seats: TrackSeats[] }) {
  const { t } = useTranslation('institution');
  const { answer, student } = props;
  const { color, Icon } = looks[answer.outcome];
  const track = props.seats.find(({ trackId }) => trackId === student.trackId);
  const reason = refusalReasons.find((each) => each === answer.reason) ?? 'other';
  const words = { name: student.fullName, email: student.email, track: track?.trackName ?? student.trackId };
  return (
    <Alert
      color={color}
      icon={<Icon aria-hidden="true" />}
      title={t(`students.add.outcomes.${answer.outcome}`, words)}
      role={answer.outcome === 'refused' ? 'alert' : 'status'}
    >
      {answer.outcome === 'enrolled' && (
        <>
          {t('students.add.mailed', words)}{' '}
          {track !== undefined && t('students.add.left', { ...words, count: track.left })}
        </>
      )}
      {answer.outcome === 'already_enrolled' && t('students.add.alreadyBody', words)}
      {answer.outcome === 'refused' && t(`students.add.reasons.${reason}`, words)}
    </Alert>
  );
}

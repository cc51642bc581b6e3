import { List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '~/components/confirm-modal';
import { DataState } from '~/components/data-state';
import { LoadingState } from '~/components/loading-state';
import { notify } from '~/components/notify';
import { errorText } from '~/lib/i18n/error-text';
import { studentSeatsQueryOptions } from '../api/get-student-seats';
import { useRemoveStudent } from '../api/remove-student';
import { fateOfSeat } from '../model/removal';
import type { StudentRow } from '../schemas';
import { useInstitution } from './use-institution';

type Props = { student: StudentRow | null; onClose: () => void };

/** Asks before a student is removed, and says for each track what becomes of the seat. */
export function RemoveStudent({ student, onClose }: Props) {
  const { t } = useTranslation('institution');
  const { t: common } = useTranslation('common');
  // Kept while the dialog fades out.
  const [last, setLast] = useState(student);
  if (student !== null && student !== last) setLast(student);
  const institution = useInstitution();
  const remove = useRemoveStudent(institution.id);
  if (last === null) return null;
  const who = { name: last.full_name };
  const onConfirm = () =>
    remove.mutate(last.student_id, {
      onSuccess: ({ seats_released: released }) =>
        void notify(
          'success',
          released === 0
            ? t('students.removal.done', who)
            : t('students.removal.doneFreed', { ...who, count: released }),
        ),
      onError: (error) => void notify('error', errorText(common, error)),
      onSettled: onClose,
    });
  return (
    <ConfirmModal
      opened={student !== null}
      title={t('students.removal.title', who)}
      confirmLabel={t('students.removal.confirm', who)}
      destructive
      warning={t('students.removal.warning')}
      busy={remove.isPending}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <SeatsOf student={last} />
    </ConfirmModal>
  );
}

function SeatsOf({ student }: { student: StudentRow }) {
  const { t } = useTranslation('institution');
  const institution = useInstitution();
  const seats = useQuery(studentSeatsQueryOptions(institution.id, student));
  return (
    <DataState query={seats} loading={<LoadingState lines={2} height={24} />}>
      {(rows) => (
        <Stack gap="sm">
          <Text>{t('students.removal.body', { count: rows.length })}</Text>
          <List spacing="xs">
            {rows.map((row) => (
              <List.Item key={row.seat_id}>
                <strong>{t('students.removal.track', { track: row.track_name })}</strong>{' '}
                {t(`students.removal.${fateOfSeat(row)}`, { state: t(`students.states.${row.state}`) })}
              </List.Item>
            ))}
          </List>
          <Text>{t('students.removal.again')}</Text>
        </Stack>
      )}
    </DataState>
  );
}

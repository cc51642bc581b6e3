import '@mantine/core/styles/Modal.layer.css';
import '@mantine/core/styles/ModalBase.layer.css';
import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { overviewQueryOptions } from '../api/get-overview';
import { seatsByTrack } from '../model/seats';
import { AddStudentForm } from './add-student-form';
import { useInstitution } from './use-institution';

export default function AddStudent({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('institution');
  const { t: common } = useTranslation('common');
  const overview = useQuery(overviewQueryOptions(useInstitution().id));
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('students.add.title')}
      closeButtonProps={{ 'aria-label': common('close') }}
      // Mantine's header element would count as a second banner of the page.
      attributes={{ header: { role: 'presentation' } }}
    >
      <DataState query={overview}>
        {({ seats }) => <AddStudentForm seats={seatsByTrack(seats)} onClose={onClose} />}
      </DataState>
    </Modal>
  );
}

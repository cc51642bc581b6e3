import '@mantine/core/styles/ModalBase.layer.css';
import { Alert, Modal } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './preview.module.css';

/** The draft as people will see it, over the whole window. */
export function PreviewModal(props: { opened: boolean; title: string; onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation('programs');
  const { t: common } = useTranslation('common');
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('preview.title', { name: props.title })}
      fullScreen
      closeButtonProps={{ 'aria-label': common('close') }}
      attributes={{ header: { role: 'presentation' } }}
    >
      <div className={classes.page}>
        <Alert icon={<IconEye aria-hidden="true" />} mb="lg">
          {t('preview.note')}
        </Alert>
        {props.children}
      </div>
    </Modal>
  );
}

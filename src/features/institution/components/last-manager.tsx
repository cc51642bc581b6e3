import '@mantine/core/styles/Modal.layer.css';
import '@mantine/core/styles/ModalBase.layer.css';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The only manager cannot go: nobody would be left to open the door for another. */
export function LastManager({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('institution');
  const { t: common } = useTranslation('common');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('team.last.title')}
      closeButtonProps={{ 'aria-label': common('close') }}
      // Mantine's header element would count as a second banner of the page.
      attributes={{ header: { role: 'presentation' } }}
    >
      <Stack>
        <Text>{t('team.last.body')}</Text>
        <Group justify="flex-end">
          <Button onClick={onClose} data-autofocus>
            {common('close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

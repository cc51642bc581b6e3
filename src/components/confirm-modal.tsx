import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Modal.layer.css';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  opened: boolean;
  title: string;
  children: ReactNode;
  /** Names the act, such as "Cancel the exam", never just "OK". */
  confirmLabel: string;
  destructive?: boolean;
  /** Stands for "This cannot be undone" where something else must be known. */
  warning?: string;
  busy?: boolean;
  /** As Mantine names sizes; a form needs more room than a question. */
  size?: string;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks once. A destructive act has a warning sign and words, not only red; the safe way out has the first focus. */
export function ConfirmModal({ destructive = false, busy = false, ...props }: Props) {
  const { t } = useTranslation('common');
  return (
    <Modal
      opened={props.opened}
      onClose={busy ? () => {} : props.onClose}
      title={props.title}
      size={props.size}
      closeButtonProps={{ 'aria-label': t('close') }}
      // Mantine's header element would count as a second banner of the page.
      attributes={{ header: { role: 'presentation' } }}
    >
      <Stack>
        <div>{props.children}</div>
        {destructive && (
          <Group gap="xs" wrap="nowrap" c="var(--bad-ink)">
            <IconAlertTriangle size={20} aria-hidden="true" />
            <Text size="sm" fw={650}>
              {props.warning ?? t('confirmModal.warning')}
            </Text>
          </Group>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose} disabled={busy} data-autofocus>
            {t('cancel')}
          </Button>
          <Button
            color={destructive ? 'red' : undefined}
            leftSection={destructive ? <IconAlertTriangle size={18} aria-hidden="true" /> : undefined}
            loading={busy}
            onClick={props.onConfirm}
          >
            {props.confirmLabel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

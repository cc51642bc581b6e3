import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from './confirm-modal';

type Props = {
  opened: boolean;
  title: string;
  children?: ReactNode;
  confirmLabel: string;
  destructive?: boolean;
  warning?: string;
  busy?: boolean;
  size?: string;
  /** Of 3 to 500 characters, trimmed. */
  onConfirm: (reason: string) => void;
  onClose: () => void;
};

const shortest = 3;

/** Asks once, and for a reason that the audit log keeps. */
export function ReasonModal({ onConfirm, children, ...modal }: Props) {
  const { t } = useTranslation('admin');
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState(false);
  const given = reason.trim();
  const [wasOpened, setWasOpened] = useState(modal.opened);
  if (wasOpened !== modal.opened) {
    setWasOpened(modal.opened);
    setReason('');
    setRefused(false);
  }
  return (
    <ConfirmModal
      {...modal}
      onConfirm={() => {
        if (given.length < shortest) setRefused(true);
        else onConfirm(given);
      }}
    >
      {children}
      <Textarea
        mt="sm"
        label={t('reasonModal.label')}
        description={t('reasonModal.hint')}
        error={refused && given.length < shortest ? t('reasonModal.tooShort') : undefined}
        maxLength={500}
        autosize
        minRows={2}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmModal>
  );
}

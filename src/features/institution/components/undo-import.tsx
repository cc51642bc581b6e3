import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '~/components/confirm-modal';
import { notify } from '~/components/notify';
import { useActOnImport } from '../api/act-on-import';
import type { Import } from '../api/get-import';
import { useActionText } from './use-action-text';

/** Takes out those of the list who have not started. */
export function UndoImport({ item }: { item: Import }) {
  const { t } = useTranslation('institution');
  const actionText = useActionText();
  const act = useActOnImport(item.institution_id, item.id);
  const [asking, setAsking] = useState(false);
  const undo = () =>
    act.mutate('undo', {
      onSuccess: ({ undone = 0, kept = 0 }) =>
        void notify(
          'success',
          [t('import.undo.result', { count: undone }), kept > 0 ? t('import.undo.kept', { count: kept }) : '']
            .filter((sentence) => sentence !== '')
            .join(' '),
        ),
      onError: (error) => void notify('error', actionText(error)),
      onSettled: () => setAsking(false),
    });
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        leftSection={<IconArrowBackUp size={18} aria-hidden="true" />}
        onClick={() => setAsking(true)}
      >
        {t('import.undo.open')}
      </Button>
      <ConfirmModal
        opened={asking}
        title={t('import.undo.title')}
        confirmLabel={t('import.undo.confirm')}
        destructive
        busy={act.isPending}
        onConfirm={undo}
        onClose={() => setAsking(false)}
      >
        {t('import.undo.body')}
      </ConfirmModal>
    </>
  );
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '~/components/confirm-modal';
import { notify } from '~/components/notify';
import { useActOnImport } from '../api/act-on-import';
import type { Import } from '../api/get-import';
import { useActionText } from './use-action-text';

/** Puts a checked list away, so that it no longer waits for somebody. */
export function DiscardImport({ item }: { item: Import }) {
  const { t } = useTranslation('institution');
  const actionText = useActionText();
  const act = useActOnImport(item.institution_id, item.id);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
        {t('import.checked.discard')}
      </Button>
      <ConfirmModal
        opened={asking}
        title={t('import.discard.title')}
        confirmLabel={t('import.discard.confirm')}
        busy={act.isPending}
        onConfirm={() =>
          act.mutate('cancel', {
            onError: (error) => void notify('error', actionText(error)),
            onSettled: () => setAsking(false),
          })
        }
        onClose={() => setAsking(false)}
      >
        {t('import.discard.body')}
      </ConfirmModal>
    </>
  );
}

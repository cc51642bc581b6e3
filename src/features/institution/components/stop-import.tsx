import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '~/components/confirm-modal';
import { notify } from '~/components/notify';
import { useActOnImport } from '../api/act-on-import';
import type { Import } from '../api/get-import';
import { useActionText } from './use-action-text';

/** Stops an enrolment; the question says what stays. */
export function StopImport({ item }: { item: Import }) {
  const { t } = useTranslation('institution');
  const actionText = useActionText();
  const act = useActOnImport(item.institution_id, item.id);
  const [asking, setAsking] = useState(false);
  if (item.cancel_requested_at !== null) return <span role="status">{t('import.enrolling.stopping')}</span>;
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('import.enrolling.stop')}
      </Button>
      <ConfirmModal
        opened={asking}
        title={t('import.enrolling.stopTitle')}
        confirmLabel={t('import.enrolling.stop')}
        busy={act.isPending}
        onConfirm={() =>
          act.mutate('cancel', {
            onError: (error) => void notify('error', actionText(error)),
            onSettled: () => setAsking(false),
          })
        }
        onClose={() => setAsking(false)}
      >
        {t('import.enrolling.stopBody')}
      </ConfirmModal>
    </>
  );
}

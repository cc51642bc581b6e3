import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '~/components/confirm-modal';
import { notify } from '~/components/notify';
import { formatDateTime } from '~/lib/format/dates';
import { errorText } from '~/lib/i18n/error-text';
import { isAppError } from '~/lib/supabase/app-error';
import { useCancelExam } from '../api/cancel-exam';

export function CancelExam({ examSessionId, scheduledAt }: { examSessionId: string; scheduledAt: string }) {
  const { t } = useTranslation('exam');
  const { t: common } = useTranslation('common');
  const [asking, setAsking] = useState(false);
  const cancel = useCancelExam();
  const onConfirm = () =>
    cancel.mutate(examSessionId, {
      onSuccess: () => void notify('success', t('cancel.done')),
      onError: (error) =>
        void notify(
          'error',
          isAppError(error, 'exam_already_started') ? t('cancel.started') : errorText(common, error),
        ),
      onSettled: () => setAsking(false),
    });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('cancel.open')}
      </Button>
      <ConfirmModal
        opened={asking}
        title={t('cancel.title')}
        confirmLabel={t('cancel.confirm')}
        destructive
        busy={cancel.isPending}
        onConfirm={onConfirm}
        onClose={() => setAsking(false)}
      >
        {t('cancel.body', { time: formatDateTime(scheduledAt) })}
      </ConfirmModal>
    </>
  );
}

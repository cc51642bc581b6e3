import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '~/components/notify';
import { ReasonModal } from '~/components/reason-modal';
import { useResetWords } from '../../api/mail-acts';
import type { OwnWords } from '../../schemas';
import { useRefusalText } from '../use-refusal-text';

/** Back to the built-in words. */
export function ResetWords({ own, onDone }: { own: OwnWords; onDone: () => void }) {
  const { t } = useTranslation('adminSettings');
  const refusal = useRefusalText();
  const [asking, setAsking] = useState(false);
  const reset = useResetWords();
  return (
    <>
      <Button variant="default" c="var(--bad-ink)" onClick={() => setAsking(true)}>
        {t('mail.reset')}
      </Button>
      <ReasonModal
        opened={asking}
        title={t('mail.resetTitle')}
        confirmLabel={t('mail.reset')}
        destructive
        warning={t('mail.resetWarning')}
        busy={reset.isPending}
        onClose={() => setAsking(false)}
        onConfirm={(reason) =>
          reset.mutate(
            { template: own.template, version: own.version, reason },
            {
              onSuccess: () => {
                void notify('success', t('mail.resetDone'));
                onDone();
              },
              onError: (error) => void notify('error', refusal(error)),
              onSettled: () => setAsking(false),
            },
          )
        }
      >
        {t('mail.resetBody')}
      </ReasonModal>
    </>
  );
}

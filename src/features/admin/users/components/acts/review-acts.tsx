import { Button } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActModal } from '~/components/act-modal';
import { useReviewIdentity } from '../../api/review-identity';
import type { IdentityState } from '../../schemas';
import classes from '../drawer/drawer.module.css';
import { useRefusalText } from '../use-refusal-text';

/** A decision can be taken back by the other one; the reason of a refusal is read by the person. */
export function ReviewActs({ documentId, state }: { documentId: string; state: IdentityState }) {
  const { t } = useTranslation('adminUsers');
  const refusal = useRefusalText();
  const act = useReviewIdentity();
  const [asking, setAsking] = useState<'verify' | 'refuse' | null>(null);
  return (
    <>
      <div className={classes.acts}>
        {state !== 'verified' && (
          <Button leftSection={<IconCheck size={18} aria-hidden="true" />} onClick={() => setAsking('verify')}>
            {t('verify.open')}
          </Button>
        )}
        {state !== 'refused' && (
          <Button
            variant="default"
            leftSection={<IconX size={18} aria-hidden="true" />}
            onClick={() => setAsking('refuse')}
          >
            {t('refuse.open')}
          </Button>
        )}
      </div>
      {asking !== null && (
        <ActModal
          key={asking}
          title={t(`${asking}.title`)}
          body={t(`${asking}.body`)}
          confirmLabel={t(`${asking}.confirm`)}
          destructive={asking === 'refuse'}
          warning={t('refuse.warning')}
          act={act}
          variables={(reason) => ({ documentId, verified: asking === 'verify', reason })}
          refusal={refusal}
          done={t(`${asking}.done`)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

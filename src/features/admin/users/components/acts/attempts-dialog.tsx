import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActModal } from '~/components/act-modal';
import { useAddAttempts } from '../../api/enrolment-acts';
import { wholeWithin } from '../../model/whole-within';
import type { Enrolment } from '../../schemas';
import { useRefusalText } from '../use-refusal-text';

export function AttemptsDialog({ enrolment, onClose }: { enrolment: Enrolment; onClose: () => void }) {
  const { t } = useTranslation('adminUsers');
  const refusal = useRefusalText();
  const act = useAddAttempts();
  const [typed, setTyped] = useState('1');
  const [tried, setTried] = useState(false);
  // As it was when the dialog opened: what a colleague added meanwhile is not added to unseen.
  const [seen] = useState(enrolment.attempts_added);
  const count = wholeWithin(typed, 1, 10);
  return (
    <ActModal
      title={t('attempts.addTitle', { track: enrolment.track_name })}
      body={t('attempts.addBody', { used: enrolment.attempts_used, total: enrolment.attempts_included + seen })}
      confirmLabel={t('attempts.confirm')}
      act={act}
      variables={(reason) => {
        setTried(true);
        return count === null ? null : { enrolmentId: enrolment.id, count, seen, reason };
      }}
      refusal={refusal}
      done={t('attempts.done')}
      onClose={onClose}
    >
      <TextInput
        inputMode="numeric"
        label={t('attempts.count')}
        required
        value={typed}
        error={tried && count === null ? t('refusal.invalid_count') : null}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </ActModal>
  );
}

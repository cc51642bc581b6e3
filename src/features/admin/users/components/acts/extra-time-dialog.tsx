import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActModal } from '~/components/act-modal';
import { useSetExtraTime } from '../../api/enrolment-acts';
import { wholeWithin } from '../../model/whole-within';
import type { Enrolment } from '../../schemas';
import { useRefusalText } from '../use-refusal-text';

export function ExtraTimeDialog({ enrolment, onClose }: { enrolment: Enrolment; onClose: () => void }) {
  const { t } = useTranslation('adminUsers');
  const refusal = useRefusalText();
  const act = useSetExtraTime();
  const [typed, setTyped] = useState(String(enrolment.extra_time_percent));
  const [tried, setTried] = useState(false);
  const percent = wholeWithin(typed, 0, 100);
  return (
    <ActModal
      title={t('extraTime.title', { track: enrolment.track_name })}
      body={t('extraTime.body')}
      confirmLabel={t('extraTime.confirm')}
      act={act}
      variables={(reason) => {
        setTried(true);
        return percent === null ? null : { enrolmentId: enrolment.id, percent, reason };
      }}
      refusal={refusal}
      done={t('extraTime.done')}
      onClose={onClose}
    >
      <TextInput
        inputMode="numeric"
        label={t('extraTime.percent')}
        description={t('extraTime.hint')}
        required
        value={typed}
        error={tried && percent === null ? t('refusal.invalid_percent') : null}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </ActModal>
  );
}

import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActModal } from '~/components/act-modal';
import { formatDate } from '~/lib/format/dates';
import { useExtendEnrolment } from '../../api/enrolment-acts';
import type { Enrolment } from '../../schemas';
import { useRefusalText } from '../use-refusal-text';

export function ExtendDialog({ enrolment, onClose }: { enrolment: Enrolment; onClose: () => void }) {
  const { t } = useTranslation('adminUsers');
  const refusal = useRefusalText();
  const act = useExtendEnrolment();
  const [until, setUntil] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <ActModal
      title={t('extend.title', { track: enrolment.track_name })}
      body={t('extend.body', { date: formatDate(enrolment.expires_at ?? enrolment.enrolled_at) })}
      confirmLabel={t('extend.confirm')}
      act={act}
      variables={(reason) => {
        setTried(true);
        return until === '' ? null : { enrolmentId: enrolment.id, until, reason };
      }}
      refusal={refusal}
      done={t('extend.done')}
      onClose={onClose}
    >
      <TextInput
        type="date"
        label={t('extend.until')}
        required
        value={until}
        error={tried && until === '' ? t('refusal.invalid_day') : null}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
    </ActModal>
  );
}

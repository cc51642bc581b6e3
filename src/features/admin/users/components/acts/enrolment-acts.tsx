import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActModal } from '~/components/act-modal';
import { useRevokeEnrolment } from '../../api/enrolment-acts';
import type { Enrolment } from '../../schemas';
import classes from '../drawer/drawer.module.css';
import { useRefusalText } from '../use-refusal-text';
import { AttemptsDialog } from './attempts-dialog';
import { ExtendDialog } from './extend-dialog';
import { ExtraTimeDialog } from './extra-time-dialog';

const acts = ['extend', 'attempts', 'extraTime', 'revoke'] as const;
type Act = (typeof acts)[number];

/** What can still be done with an enrolment; attempts are only added to one that is open. */
export function EnrolmentActs({ enrolment }: { enrolment: Enrolment }) {
  const { t } = useTranslation('adminUsers');
  const [asking, setAsking] = useState<Act | null>(null);
  const open = enrolment.state === 'active' || enrolment.state === 'completed';
  const possible: Record<Act, boolean> = {
    extend: enrolment.state !== 'revoked' && enrolment.expires_at !== null,
    attempts: open,
    extraTime: open,
    revoke: enrolment.state !== 'revoked',
  };
  const shown = acts.filter((act) => possible[act]);
  const close = () => setAsking(null);
  return (
    <>
      {shown.length > 0 && (
        <div className={classes.acts} role="group" aria-label={t('enrolments.acts', { track: enrolment.track_name })}>
          {shown.map((act) => (
            <Button key={act} size="sm" variant="default" onClick={() => setAsking(act)}>
              {t(`${act}.open`)}
            </Button>
          ))}
        </div>
      )}
      {asking === 'extend' && <ExtendDialog enrolment={enrolment} onClose={close} />}
      {asking === 'attempts' && <AttemptsDialog enrolment={enrolment} onClose={close} />}
      {asking === 'extraTime' && <ExtraTimeDialog enrolment={enrolment} onClose={close} />}
      {asking === 'revoke' && <RevokeDialog enrolment={enrolment} onClose={close} />}
    </>
  );
}

function RevokeDialog({ enrolment, onClose }: { enrolment: Enrolment; onClose: () => void }) {
  const { t } = useTranslation('adminUsers');
  const refusal = useRefusalText();
  const act = useRevokeEnrolment();
  return (
    <ActModal
      title={t('revoke.title', { track: enrolment.track_name })}
      body={t('revoke.body')}
      confirmLabel={t('revoke.confirm')}
      destructive
      act={act}
      variables={(reason) => ({ enrolmentId: enrolment.id, reason })}
      refusal={refusal}
      done={t('revoke.done')}
      onClose={onClose}
    />
  );
}

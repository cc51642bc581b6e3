import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActModal } from '~/components/act-modal';
import { useAppointManager, useDismissManager, useWithdrawAppointment } from '../../api/manager-acts';
import { isEmail } from '../../model/is-email';
import type { Team } from '../../schemas';
import { useRefusalText } from '../use-refusal-text';
import { useFaultText } from './use-fault-text';

export function AppointDialog({ institutionId, onClose }: { institutionId: string; onClose: () => void }) {
  const { t } = useTranslation('adminInstitutions');
  const refusal = useRefusalText();
  const faultText = useFaultText();
  const act = useAppointManager();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const nameGood = name.trim().length >= 2;
  const emailGood = isEmail(email);
  return (
    <ActModal
      title={t('appoint.title')}
      body={t('appoint.body')}
      confirmLabel={t('appoint.confirm')}
      act={act}
      variables={(reason) => {
        setTried(true);
        return nameGood && emailGood ? { institutionId, name: name.trim(), email: email.trim(), reason } : null;
      }}
      refusal={refusal}
      done={t('appoint.done')}
      onClose={onClose}
    >
      <TextInput
        label={t('appoint.name')}
        required
        maxLength={200}
        autoComplete="off"
        value={name}
        error={tried && !nameGood ? faultText('fault.contact_name') : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        type="email"
        label={t('appoint.email')}
        required
        maxLength={320}
        autoComplete="off"
        value={email}
        error={tried && !emailGood ? faultText('fault.email') : null}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
    </ActModal>
  );
}

type OnInvitation = { invitation: Team['invitations'][number]; onClose: () => void };

/** The older link opens nothing any more once the new one is sent. */
export function ResendDialog({ institutionId, invitation, onClose }: OnInvitation & { institutionId: string }) {
  const { t } = useTranslation('adminInstitutions');
  const refusal = useRefusalText();
  const act = useAppointManager();
  return (
    <ActModal
      title={t('resend.title', { name: invitation.full_name })}
      body={t('resend.body')}
      confirmLabel={t('resend.confirm')}
      act={act}
      variables={(reason) => ({ institutionId, email: invitation.email, name: invitation.full_name, reason })}
      refusal={refusal}
      done={t('resend.done')}
      onClose={onClose}
    />
  );
}

export function WithdrawDialog({ invitation, onClose }: OnInvitation) {
  const { t } = useTranslation('adminInstitutions');
  const refusal = useRefusalText();
  const act = useWithdrawAppointment();
  return (
    <ActModal
      title={t('withdraw.title', { name: invitation.full_name })}
      body={t('withdraw.body')}
      confirmLabel={t('withdraw.confirm')}
      destructive
      act={act}
      variables={(reason) => ({ invitationId: invitation.id, reason })}
      refusal={refusal}
      done={t('withdraw.done')}
      onClose={onClose}
    />
  );
}

export function DismissDialog(props: {
  institutionId: string;
  manager: Team['managers'][number];
  onClose: () => void;
}) {
  const { t } = useTranslation('adminInstitutions');
  const refusal = useRefusalText();
  const act = useDismissManager();
  return (
    <ActModal
      title={t('dismiss.title', { name: props.manager.full_name })}
      body={t('dismiss.body')}
      confirmLabel={t('dismiss.confirm')}
      destructive
      act={act}
      variables={(reason) => ({ institutionId: props.institutionId, managerId: props.manager.user_id, reason })}
      refusal={refusal}
      done={t('dismiss.done')}
      onClose={props.onClose}
    />
  );
}

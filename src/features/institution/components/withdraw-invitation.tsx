import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '~/components/confirm-modal';
import { notify } from '~/components/notify';
import { errorText } from '~/lib/i18n/error-text';
import { useWithdrawManagerInvitation } from '../api/withdraw-manager-invitation';
import type { ManagerInvitation } from '../team-schemas';
import { useInstitution } from './use-institution';

export function WithdrawInvitation(props: { invitation: ManagerInvitation | null; onClose: () => void }) {
  const { invitation, onClose } = props;
  const { t } = useTranslation('institution');
  const { t: common } = useTranslation('common');
  // Kept while the dialog fades out.
  const [last, setLast] = useState(invitation);
  if (invitation !== null && invitation !== last) setLast(invitation);
  const withdraw = useWithdrawManagerInvitation(useInstitution().id);
  if (last === null) return null;
  const who = { email: last.email };
  // Awaited, not given to mutate: by then the row has gone, and the answer must still be heard.
  const onConfirm = async () => {
    try {
      await withdraw.mutateAsync(last.id);
      await notify('success', t('team.withdrawal.done', who));
    } catch (error) {
      await notify('error', errorText(common, error));
    } finally {
      onClose();
    }
  };
  return (
    <ConfirmModal
      opened={invitation !== null}
      title={t('team.withdrawal.title')}
      confirmLabel={t('team.withdrawal.confirm')}
      destructive
      warning={t('team.withdrawal.warning')}
      busy={withdraw.isPending}
      onConfirm={() => void onConfirm()}
      onClose={onClose}
    >
      <Text>{t('team.withdrawal.body', who)}</Text>
    </ConfirmModal>
  );
}

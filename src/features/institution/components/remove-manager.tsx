import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ConfirmModal } from '~/components/confirm-modal';
import { notify } from '~/components/notify';
import { errorText } from '~/lib/i18n/error-text';
import { paths } from '~/lib/paths';
import { isAppError } from '~/lib/supabase/app-error';
import { useRemoveManager } from '../api/remove-manager';
import type { Manager } from '../team-schemas';
import { LastManager } from './last-manager';
import { useInstitution } from './use-institution';

type Props = { manager: Manager | null; isLast: boolean; onClose: () => void };

/** Asks before a manager is removed; oneself is told what is lost by it. */
export function RemoveManager({ manager, isLast, onClose }: Props) {
  const { t } = useTranslation('institution');
  const { t: common } = useTranslation('common');
  // Kept while the dialog fades out.
  const [last, setLast] = useState(manager);
  if (manager !== null && manager !== last) setLast(manager);
  const navigate = useNavigate();
  const institution = useInstitution();
  const remove = useRemoveManager(institution.id);
  if (last === null) return null;
  if (isLast && last.me) return <LastManager opened={manager !== null} onClose={onClose} />;
  const who = { name: last.full_name || last.email, institution: institution.name };
  const whose = last.me ? 'mine' : 'others';
  // Awaited, not given to mutate: by then the list may have gone, and the answer must still be heard.
  const onConfirm = async () => {
    try {
      await remove.mutateAsync(last);
      await notify('success', t(`team.removal.${whose}.done`, who));
      // The sign-in page leads whoever is signed in to what is still theirs.
      if (last.me) await navigate(paths.login(), { replace: true });
    } catch (error) {
      await notify('error', isAppError(error, 'last_manager') ? t('team.last.body') : errorText(common, error));
    } finally {
      onClose();
    }
  };
  return (
    <ConfirmModal
      opened={manager !== null}
      title={t(`team.removal.${whose}.title`, who)}
      confirmLabel={t(`team.removal.${whose}.confirm`, who)}
      destructive
      warning={t('team.removal.warning')}
      busy={remove.isPending}
      onConfirm={() => void onConfirm()}
      onClose={onClose}
    >
      <Text>{t(`team.removal.${whose}.body`, who)}</Text>
    </ConfirmModal>
  );
}

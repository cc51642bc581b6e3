import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '~/components/notify';
import { ReasonModal } from '~/components/reason-modal';
import { useSaveRole } from '../api/save-role';
import { faultsOf, type RoleDraft } from '../model/role-draft';
import type { Permission } from '../schemas';
import { RoleFields } from './role-fields';

type Props = { initial: RoleDraft; permissions: Permission[]; onClose: () => void };

export function NewRole({ initial, permissions, onClose }: Props) {
  const { t } = useTranslation('adminRoles');
  const [draft, setDraft] = useState(initial);
  const [attempt, setAttempt] = useState(0);
  const [asking, setAsking] = useState(false);
  const save = useSaveRole();
  const name = draft.name.trim();
  return (
    <>
      <RoleFields
        draft={draft}
        onChange={setDraft}
        permissions={permissions}
        attempt={attempt}
        error={save.error}
        onSubmit={() => {
          setAttempt((count) => count + 1);
          if (faultsOf(draft).length === 0) setAsking(true);
        }}
        actions={<Button type="submit">{t('role.create')}</Button>}
      />
      <ReasonModal
        opened={asking}
        title={t('role.createTitle', { name })}
        confirmLabel={t('role.create')}
        busy={save.isPending}
        onClose={() => setAsking(false)}
        onConfirm={(reason) =>
          save.mutate(
            { draft, reason, of: null },
            {
              onSuccess: () => {
                void notify('success', t('role.created', { name }));
                onClose();
              },
              onSettled: () => setAsking(false),
            },
          )
        }
      />
    </>
  );
}

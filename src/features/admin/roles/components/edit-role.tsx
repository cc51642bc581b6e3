import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '~/components/notify';
import { ReasonModal } from '~/components/reason-modal';
import { useSaveRole } from '../api/save-role';
import { draftOf, faultsOf, isChanged } from '../model/role-draft';
import type { Permission, Role } from '../schemas';
import { DeleteRole } from './delete-role';
import { DuplicateLink } from './duplicate-link';
import { RoleFields } from './role-fields';

type Props = { role: Role; permissions: Permission[]; onClose: () => void };

export function EditRole({ role, permissions, onClose }: Props) {
  const { t } = useTranslation('adminRoles');
  // What was seen when the form was opened: a newer one must not be overwritten without being looked at.
  const [seen] = useState(role);
  const [draft, setDraft] = useState(draftOf(role));
  const [attempt, setAttempt] = useState(0);
  const [asking, setAsking] = useState(false);
  const save = useSaveRole();
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
        actions={
          <>
            <Button type="submit" disabled={!isChanged(draft, seen)}>
              {t('role.save')}
            </Button>
            <DuplicateLink roleId={role.id} />
            <DeleteRole role={role} onDeleted={onClose} />
          </>
        }
      />
      <ReasonModal
        opened={asking}
        title={t('role.saveTitle', { name: seen.name })}
        confirmLabel={t('role.save')}
        busy={save.isPending}
        onClose={() => setAsking(false)}
        onConfirm={(reason) =>
          save.mutate(
            { draft, reason, of: { id: seen.id, version: seen.version } },
            {
              onSuccess: () => {
                void notify('success', t('role.saved', { name: draft.name.trim() }));
                onClose();
              },
              onSettled: () => setAsking(false),
            },
          )
        }
      >
        {t('role.saveBody', { count: role.holders })}
      </ReasonModal>
    </>
  );
}

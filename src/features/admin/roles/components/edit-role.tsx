import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
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
  const [seen, setSeen] = useState(role);
  const [draft, setDraft] = useState(draftOf(role));
  const [attempt, setAttempt] = useState(0);
  const [asking, setAsking] = useState(false);
  const save = useSaveRole();
  const showNewest = () => {
    setSeen(role);
    setDraft(draftOf(role));
    save.reset();
  };
  const isOutdated = role.version !== seen.version && !save.isPending && !save.isSuccess;
  // Nothing was typed that could be lost.
  if (isOutdated && !isChanged(draft, seen)) showNewest();
  return (
    <>
      {isOutdated && <Outdated onShow={showNewest} />}
      <RoleFields
        draft={draft}
        onChange={setDraft}
        permissions={permissions}
        attempt={attempt}
        error={isOutdated ? null : save.error}
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

/** What was typed is kept until the person has decided to let it go. */
function Outdated({ onShow }: { onShow: () => void }) {
  const { t } = useTranslation('adminRoles');
  return (
    <Alert color="accent" role="alert" icon={<IconAlertTriangle aria-hidden="true" />} mb="md">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t('role.outdated')}</Text>
        <Button variant="default" size="sm" onClick={onShow}>
          {t('role.showNewest')}
        </Button>
      </Stack>
    </Alert>
  );
}

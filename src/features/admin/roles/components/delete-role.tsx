import { Button, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '~/components/notify';
import { ReasonModal } from '~/components/reason-modal';
import { useDeleteRole } from '../api/delete-role';
import type { Role } from '../schemas';
import { useRefusalText } from './use-refusal-text';

/** Only for a role that nobody holds; for any other it says so. */
export function DeleteRole({ role, onDeleted }: { role: Role; onDeleted: () => void }) {
  const { t } = useTranslation('adminRoles');
  const refusal = useRefusalText();
  const [asking, setAsking] = useState(false);
  const remove = useDeleteRole();
  const { name } = role;
  if (role.holders > 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('role.cannotDelete')}
      </Text>
    );
  }
  return (
    <>
      <Button
        variant="default"
        c="var(--bad-ink)"
        leftSection={<IconTrash size={18} aria-hidden="true" />}
        onClick={() => setAsking(true)}
      >
        {t('role.delete')}
      </Button>
      <ReasonModal
        opened={asking}
        title={t('role.deleteTitle', { name })}
        confirmLabel={t('role.delete')}
        destructive
        busy={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={(reason) =>
          remove.mutate(
            { id: role.id, version: role.version, reason },
            {
              onSuccess: () => {
                void notify('success', t('role.deleted', { name }));
                onDeleted();
              },
              onError: (error) => void notify('error', refusal(error)),
              onSettled: () => setAsking(false),
            },
          )
        }
      >
        {t('role.deleteBody')}
      </ReasonModal>
    </>
  );
}

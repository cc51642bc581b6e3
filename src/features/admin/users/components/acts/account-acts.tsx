import { Button, Group, Text } from '@mantine/core';
import { IconUserCheck, IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActModal } from '~/components/act-modal';
import { useRestorePerson, useSuspendPerson } from '../../api/account-acts';
import type { PersonDetail } from '../../schemas';
import { useRefusalText } from '../use-refusal-text';
import { useUserRights } from '../use-user-rights';

/** Suspending and restoring an account; who cannot is told why. */
export function AccountActs({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('adminUsers');
  const { mayManage } = useUserRights();
  const refusal = useRefusalText();
  const suspend = useSuspendPerson();
  const restore = useRestorePerson();
  const [asking, setAsking] = useState<'suspend' | 'restore' | null>(null);
  if (!mayManage || person.status === 'erased') return null;
  const close = () => setAsking(null);
  const active = person.status === 'active';
  return (
    <>
      {person.beyond_reach === null ? (
        <Group gap="xs">
          <Button
            variant="default"
            size="sm"
            leftSection={
              active ? <IconUserOff size={18} aria-hidden="true" /> : <IconUserCheck size={18} aria-hidden="true" />
            }
            onClick={() => setAsking(active ? 'suspend' : 'restore')}
          >
            {t(active ? 'suspend.open' : 'restore.open')}
          </Button>
        </Group>
      ) : (
        <Text size="sm" c="dimmed">
          {t(`beyond.${person.beyond_reach}`)}
        </Text>
      )}
      {asking === 'suspend' && (
        <ActModal
          title={t('suspend.title', { name: person.full_name || t('noName') })}
          body={t('suspend.body')}
          warning={t('suspend.warning')}
          confirmLabel={t('suspend.confirm')}
          destructive
          act={suspend}
          variables={(reason) => ({ personId: person.id, reason })}
          refusal={refusal}
          done={t('suspend.done')}
          onClose={close}
        />
      )}
      {asking === 'restore' && (
        <ActModal
          title={t('restore.title', { name: person.full_name || t('noName') })}
          body={t('restore.body')}
          confirmLabel={t('restore.confirm')}
          act={restore}
          variables={(reason) => ({ personId: person.id, reason })}
          refusal={refusal}
          done={t('restore.done')}
          onClose={close}
        />
      )}
    </>
  );
}

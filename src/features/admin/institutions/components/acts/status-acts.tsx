import { Button, Group } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActModal } from '~/components/act-modal';
import { useRestoreInstitution, useSuspendInstitution } from '../../api/institution-acts';
import type { InstitutionDetail } from '../../schemas';
import { useInstitutionRights } from '../use-institution-rights';
import { useRefusalText } from '../use-refusal-text';

export function StatusActs({ institution }: { institution: InstitutionDetail }) {
  const { t } = useTranslation('adminInstitutions');
  const { mayManage } = useInstitutionRights();
  const refusal = useRefusalText();
  const suspend = useSuspendInstitution();
  const restore = useRestoreInstitution();
  const [asking, setAsking] = useState<'suspend' | 'restore' | null>(null);
  if (!mayManage) return null;
  const next = institution.status === 'active' ? 'suspend' : 'restore';
  const Icon = next === 'suspend' ? IconLock : IconLockOpen;
  return (
    <Group gap="xs">
      <Button
        variant="default"
        size="sm"
        leftSection={<Icon size={18} aria-hidden="true" />}
        onClick={() => setAsking(next)}
      >
        {t(`${next}.open`)}
      </Button>
      {asking !== null && (
        <ActModal
          key={asking}
          title={t(`${asking}.title`, { name: institution.name })}
          body={t(`${asking}.body`)}
          confirmLabel={t(`${asking}.confirm`)}
          destructive={asking === 'suspend'}
          warning={t('suspend.warning')}
          act={asking === 'suspend' ? suspend : restore}
          variables={(reason) => ({ institutionId: institution.id, reason })}
          refusal={refusal}
          done={t(`${asking}.done`)}
          onClose={() => setAsking(null)}
        />
      )}
    </Group>
  );
}

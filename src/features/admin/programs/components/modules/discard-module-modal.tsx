import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { discardModuleDraft } from '../../api/act-on-module';
import { useAct } from '../../api/use-act';
import type { DraftState } from '../../model/draft-keeper';
import type { ModuleDetail } from '../../schemas';
import { ActModal } from '../act-modal';

type Props = { opened: boolean; module: ModuleDetail; draft: DraftState; onClose: () => void };

export function DiscardModuleModal({ opened, module, draft, onClose }: Props) {
  const { t } = useTranslation('programs');
  const act = useAct(discardModuleDraft);
  return (
    <ActModal
      opened={opened}
      title={t('discard.title')}
      confirmLabel={t('actions.discard')}
      done={t('discard.done')}
      destructive
      act={act}
      values={(reason) => ({ moduleId: module.id, version: draft.version, reason })}
      onClose={onClose}
    >
      <Text>{t('discard.body')}</Text>
    </ActModal>
  );
}

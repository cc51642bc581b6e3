import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { publishModule } from '../../api/act-on-module';
import { useAct } from '../../api/use-act';
import { changeRows } from '../../model/changes';
import type { DraftState } from '../../model/draft-keeper';
import type { ModuleDetail } from '../../schemas';
import { ActModal } from '../act-modal';
import { ChangeList } from '../publish/change-list';

type Props = { opened: boolean; module: ModuleDetail; draft: DraftState; blocked: boolean; onClose: () => void };

/** Shows what will be different for learners, and makes it so. */
export function PublishModuleModal({ opened, module, draft, blocked, onClose }: Props) {
  const { t } = useTranslation('programs');
  const act = useAct(publishModule);
  return (
    <ActModal
      opened={opened}
      title={t('publish.moduleTitle', { name: module.live.title })}
      confirmLabel={t('actions.publish')}
      done={t('publish.done')}
      act={act}
      values={(reason) => ({ moduleId: module.id, version: draft.version, reason })}
      onClose={onClose}
    >
      <Text mb="sm">{t(module.published_at === null ? 'publish.moduleFirst' : 'publish.moduleBody')}</Text>
      {blocked && (
        <Alert color="red" mb="sm">
          {t('publish.faulty')}
        </Alert>
      )}
      <ChangeList rows={changeRows(module.live, draft.changes, () => '')} />
    </ActModal>
  );
}

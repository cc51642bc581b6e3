import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { archiveModule } from '../../api/act-on-module';
import { useAct } from '../../api/use-act';
import { ActModal } from '../act-modal';

type Props = {
  opened: boolean;
  module: { id: string; title: string; tracks: { name: string }[] };
  archived: boolean;
  onClose: () => void;
};

export function ArchiveModuleModal({ opened, module, archived, onClose }: Props) {
  const { t } = useTranslation('programs');
  const act = useAct(archiveModule);
  const name = module.title;
  const tracks = module.tracks.map((track) => track.name).join(', ');
  return (
    <ActModal
      opened={opened}
      title={t(archived ? 'archive.restoreTitle' : 'archive.title', { name })}
      confirmLabel={t(archived ? 'actions.restore' : 'actions.archive')}
      done={t(archived ? 'archive.restored' : 'archive.done', { name })}
      destructive={!archived}
      warning={t('archive.warning')}
      act={act}
      values={(reason) => ({ moduleId: module.id, archived: !archived, reason })}
      onClose={onClose}
    >
      <Text>{t(archived ? 'archive.moduleRestoreBody' : 'archive.moduleBody')}</Text>
      {tracks !== '' && <Text mt="xs">{t('archive.moduleTracks', { tracks })}</Text>}
    </ActModal>
  );
}

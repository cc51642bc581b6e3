import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { archiveTrack } from '../../api/act-on-track';
import { useAct } from '../../api/use-act';
import { ActModal } from '../act-modal';

type Props = { opened: boolean; track: { id: string; name: string }; archived: boolean; onClose: () => void };

export function ArchiveTrackModal({ opened, track, archived, onClose }: Props) {
  const { t } = useTranslation('programs');
  const act = useAct(archiveTrack);
  const { name } = track;
  return (
    <ActModal
      opened={opened}
      title={t(archived ? 'archive.restoreTitle' : 'archive.title', { name })}
      confirmLabel={t(archived ? 'actions.restore' : 'actions.archive')}
      done={t(archived ? 'archive.restored' : 'archive.done', { name })}
      destructive={!archived}
      warning={t('archive.warning')}
      act={act}
      values={(reason) => ({ trackId: track.id, archived: !archived, reason })}
      onClose={onClose}
    >
      <Text>{t(archived ? 'archive.trackRestoreBody' : 'archive.trackBody')}</Text>
    </ActModal>
  );
}

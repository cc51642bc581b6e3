import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { publishTrack } from '../../api/act-on-track';
import { useAct } from '../../api/use-act';
import { changeRows } from '../../model/changes';
import type { DraftState } from '../../model/draft-keeper';
import type { TrackDetail } from '../../schemas';
import { ActModal } from '../act-modal';
import { ChangeList } from '../publish/change-list';

type Props = { opened: boolean; track: TrackDetail; draft: DraftState; blocked: boolean; onClose: () => void };

/** Shows what will be different for everybody, and makes it so. */
export function PublishTrackModal({ opened, track, draft, blocked, onClose }: Props) {
  const { t } = useTranslation('programs');
  const act = useAct(publishTrack);
  const nameOf = (id: string) => track.modules.find((module) => module.id === id)?.title ?? t('publish.aModule');
  const rows = changeRows(track.live, draft.changes, nameOf);
  const first = track.published_at === null;
  return (
    <ActModal
      opened={opened}
      title={t('publish.trackTitle', { name: track.live.name })}
      confirmLabel={t('actions.publish')}
      done={t('publish.done')}
      act={act}
      values={(reason) => ({ trackId: track.id, version: draft.version, reason })}
      onClose={onClose}
    >
      <Text mb="sm">{t(first ? 'publish.trackFirst' : 'publish.trackBody')}</Text>
      {blocked && (
        <Alert color="red" mb="sm">
          {t('publish.faulty')}
        </Alert>
      )}
      <ChangeList rows={rows} />
      {draft.changes.price !== undefined && (
        <Text size="sm" c="dimmed">
          {t('publish.priceNote')}
        </Text>
      )}
    </ActModal>
  );
}

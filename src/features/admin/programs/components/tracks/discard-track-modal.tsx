import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { discardTrackDraft } from '../../api/act-on-track';
import { useAct } from '../../api/use-act';
import type { DraftState } from '../../model/draft-keeper';
import type { TrackDetail } from '../../schemas';
import { ActModal } from '../act-modal';

type Props = { opened: boolean; track: TrackDetail; draft: DraftState; onClose: () => void };

export function DiscardTrackModal({ opened, track, draft, onClose }: Props) {
  const { t } = useTranslation('programs');
  const act = useAct(discardTrackDraft);
  return (
    <ActModal
      opened={opened}
      title={t('discard.title')}
      confirmLabel={t('actions.discard')}
      done={t('discard.done')}
      destructive
      act={act}
      values={(reason) => ({ trackId: track.id, version: draft.version, reason })}
      onClose={onClose}
    >
      <Text>{t('discard.body')}</Text>
    </ActModal>
  );
}

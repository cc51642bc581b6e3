import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '~/lib/paths';
import { renameTrack } from '../../api/act-on-track';
import { useAct } from '../../api/use-act';
import { ActModal } from '../act-modal';

type Props = { opened: boolean; track: { id: string; name: string }; onClose: () => void };

export function RenameTrackModal({ opened, track, onClose }: Props) {
  const { t } = useTranslation('programs');
  const navigate = useNavigate();
  const [id, setId] = useState(track.id);
  const act = useAct(renameTrack);
  return (
    <ActModal
      opened={opened}
      title={t('rename.title', { name: track.name })}
      confirmLabel={t('rename.submit')}
      done={t('rename.done')}
      act={act}
      values={(reason) => ({ trackId: track.id, id: id.trim(), reason })}
      onClose={onClose}
      onDone={(renamed) => void navigate(paths.adminTrack(renamed))}
    >
      <Text mb="sm">{t('rename.body')}</Text>
      <TextInput
        label={t('field.id')}
        description={t('create.idHint')}
        value={id}
        maxLength={61}
        autoComplete="off"
        onChange={({ currentTarget }) => setId(currentTarget.value)}
      />
    </ActModal>
  );
}

import { Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '~/lib/paths';
import { createTrack } from '../../api/act-on-track';
import { useAct } from '../../api/use-act';
import { idFrom } from '../../model/track-form';
import { ActModal } from '../act-modal';

type Props = { opened: boolean; copyOf: { id: string; name: string } | null; onClose: () => void };

/** Begins a track, empty or as a copy of another. Its address follows its name until somebody writes one. */
export function NewTrackModal({ opened, copyOf, onClose }: Props) {
  const { t } = useTranslation('programs');
  const navigate = useNavigate();
  const act = useAct(createTrack);
  const [name, setName] = useState(copyOf === null ? '' : t('create.copyName', { name: copyOf.name }));
  const [typedId, setTypedId] = useState<string | null>(null);
  const id = typedId ?? idFrom(name);
  return (
    <ActModal
      opened={opened}
      title={copyOf === null ? t('create.trackTitle') : t('create.copyTitle', { name: copyOf.name })}
      confirmLabel={t(copyOf === null ? 'create.submit' : 'actions.duplicate')}
      done={t('create.done', { name })}
      act={act}
      values={(reason) => ({ id: id.trim(), name: name.trim(), copyOf: copyOf?.id ?? null, reason })}
      onClose={onClose}
      onDone={(created) => void navigate(paths.adminTrack(created))}
    >
      <Stack gap="sm">
        <TextInput
          label={t('field.name')}
          value={name}
          maxLength={200}
          required
          autoComplete="off"
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <TextInput
          label={t('field.id')}
          description={t('create.idHint')}
          value={id}
          maxLength={61}
          required
          autoComplete="off"
          onChange={({ currentTarget }) => setTypedId(currentTarget.value)}
        />
      </Stack>
    </ActModal>
  );
}

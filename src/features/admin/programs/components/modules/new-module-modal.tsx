import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '~/lib/paths';
import { createModule } from '../../api/act-on-module';
import { useAct } from '../../api/use-act';
import { ActModal } from '../act-modal';

type Props = {
  opened: boolean;
  /** At whose end it is put. */
  trackId: string | null;
  copyOf: { id: string; title: string } | null;
  onClose: () => void;
};

/** Begins a module, empty or as a copy of another, and opens it. */
export function NewModuleModal({ opened, trackId, copyOf, onClose }: Props) {
  const { t } = useTranslation('programs');
  const navigate = useNavigate();
  const act = useAct(createModule);
  const [title, setTitle] = useState(copyOf === null ? '' : t('create.copyName', { name: copyOf.title }));
  return (
    <ActModal
      opened={opened}
      title={copyOf === null ? t('create.moduleTitle') : t('create.copyTitle', { name: copyOf.title })}
      confirmLabel={t(copyOf === null ? 'create.submit' : 'actions.duplicate')}
      done={t('create.done', { name: title })}
      act={act}
      values={(reason) => ({ title: title.trim(), trackId, copyOf: copyOf?.id ?? null, reason })}
      onClose={onClose}
      onDone={(created) => void navigate(paths.adminModule(created))}
    >
      <TextInput
        label={t('field.title')}
        value={title}
        maxLength={200}
        required
        autoComplete="off"
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
      />
    </ActModal>
  );
}

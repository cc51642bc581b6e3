import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Modal.layer.css';
import { Alert, Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { tracksQueryOptions } from '~/entities/track/get-tracks';
import { paths } from '~/lib/paths';
import { useCreateTest } from '../../api/create-test';
import type { TestRow } from '../../schemas';
import { useTestErrorText } from '../use-test-error-text';

type Props = { trackId: string | null; copyOf?: TestRow; onClose: () => void };

/** A new test, empty or as a copy; its editor opens. */
export function NewTestModal({ trackId, copyOf, onClose }: Props) {
  const { t } = useTranslation('adminTests');
  const { t: common } = useTranslation('common');
  const navigate = useNavigate();
  const tracks = useQuery(tracksQueryOptions()).data ?? [];
  const create = useCreateTest();
  const refusal = useTestErrorText();
  const [title, setTitle] = useState(
    copyOf === undefined ? '' : t('newTest.copyOf', { title: copyOf.title }).slice(0, 200),
  );
  const [chosen, setChosen] = useState(trackId);
  const [asked, setAsked] = useState(false);
  const track = chosen ?? tracks[0]?.id ?? '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (title.trim() === '' || track === '') return;
    create.mutate(
      { trackId: track, title: title.trim(), copyOf: copyOf?.id ?? null },
      { onSuccess: (id) => void navigate(paths.adminTest(id)) },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={copyOf === undefined ? t('newTest.title') : t('newTest.copyTitle', { title: copyOf.title })}
      closeButtonProps={{ 'aria-label': common('close') }}
      attributes={{ header: { role: 'presentation' } }}
    >
      <form noValidate onSubmit={submit}>
        <Stack>
          {create.isError && (
            <Alert color="red" role="alert">
              {refusal(create.error)}
            </Alert>
          )}
          <TextInput
            data-autofocus
            required
            label={t('newTest.name')}
            maxLength={200}
            value={title}
            error={asked && title.trim() === '' ? t('error.invalid_title') : undefined}
            onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          />
          <NativeSelect
            label={t('newTest.track')}
            data={tracks.map(({ id, name }) => ({ value: id, label: name }))}
            value={track}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={create.isPending}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t(copyOf === undefined ? 'newTest.create' : 'newTest.copy')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

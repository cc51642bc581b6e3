import { Alert, Button, NativeSelect, Progress } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCurrentUser } from '~/entities/session/use-session';
import { paths } from '~/lib/paths';
import { useUploadImport } from '../api/upload-import';
import { type ImportFileFault, importFileFault } from '../model/import-file';
import type { TrackStanding } from '../schemas';
import { ImportDrop } from './import-drop';
import classes from './upload-form.module.css';
import { useActionText } from './use-action-text';

type Props = { institutionId: string; tracks: TrackStanding[] };

/** A file and a track; the whole file is checked on the server, and its page opens. */
export function UploadForm({ institutionId, tracks }: Props) {
  const { t } = useTranslation('institution');
  const actionText = useActionText();
  const navigate = useNavigate();
  const user = useCurrentUser();
  const upload = useUploadImport();
  const [file, setFile] = useState<File | null>(null);
  const [fault, setFault] = useState<ImportFileFault | 'several' | null>(null);
  const [trackId, setTrackId] = useState('');
  const id = useId();

  const take = (files: File[]) => {
    upload.reset();
    const [chosen = null] = files;
    const found = files.length > 1 ? 'several' : importFileFault(chosen);
    setFault(found);
    setFile(found === null ? chosen : null);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (file === null) {
      setFault(fault ?? 'missing');
      document.getElementById(id)?.focus();
      return;
    }
    upload.mutate(
      { institutionId, userId: user.id, file, trackId: trackId === '' ? null : trackId },
      { onSuccess: (importId) => void navigate(paths.institutionImport(importId)) },
    );
  };

  if (upload.isPending && file !== null) return <Uploading name={file.name} />;
  return (
    <form className={classes.form} onSubmit={onSubmit} noValidate>
      {upload.error !== null && (
        <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden="true" />}>
          {actionText(upload.error)}
        </Alert>
      )}
      <ImportDrop id={id} file={file} fault={fault === null ? null : t(`bulk.upload.faults.${fault}`)} onFiles={take} />
      <div className={classes.row}>
        <NativeSelect
          label={t('bulk.upload.track')}
          description={t('bulk.upload.trackHint')}
          value={trackId}
          data={[
            { value: '', label: t('bulk.upload.trackFromFile') },
            ...tracks.map((track) => ({
              value: track.track_id,
              label: t('bulk.upload.trackSeats', { track: track.track_name, count: track.left }),
            })),
          ]}
          onChange={({ currentTarget }) => setTrackId(currentTarget.value)}
        />
        <Button type="submit">{t('bulk.upload.submit')}</Button>
      </div>
    </form>
  );
}

function Uploading({ name }: { name: string }) {
  const { t } = useTranslation('institution');
  const label = t('bulk.upload.busy', { file: name });
  return (
    <div className={classes.busy} role="status">
      <strong>{label}</strong>
      <Progress value={100} animated aria-hidden="true" />
      <p>{t('bulk.upload.busyHint')}</p>
    </div>
  );
}

import { IconFileSpreadsheet, IconFileUpload } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '~/lib/format/bytes';
import { importEndings } from '../model/import-file';
import classes from './import-drop.module.css';
import { useFileDrop } from './use-file-drop';

type Props = { id: string; file: File | null; fault: string | null; onFiles: (files: File[]) => void };

/** A file field as large as the place to drop a file on: for the mouse, the thumb and the keyboard alike. */
export function ImportDrop({ id, file, fault, onFiles }: Props) {
  const { t } = useTranslation('institution');
  const { dragging, zone } = useFileDrop(onFiles);
  const textId = useId();
  const Icon = file === null ? IconFileUpload : IconFileSpreadsheet;
  return (
    <div className={classes.drop}>
      <label
        className={classes.zone}
        data-dragging={dragging || undefined}
        data-invalid={fault !== null || undefined}
        {...zone}
      >
        <input
          id={id}
          type="file"
          className="visually-hidden"
          accept={importEndings.map((ending) => `.${ending}`).join(',')}
          aria-label={t('bulk.upload.file')}
          aria-describedby={`${textId} ${textId}-fault`}
          aria-invalid={fault !== null}
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            // The same file, mended meanwhile, can be chosen again.
            currentTarget.value = '';
            if (files.length > 0) onFiles(files);
          }}
        />
        <Icon size={36} stroke={1.5} aria-hidden="true" />
        <span id={textId} className={classes.text}>
          {file === null ? (
            <>
              <strong>{t(dragging ? 'bulk.upload.dropNow' : 'bulk.upload.drop')}</strong>
              <span>{t('bulk.upload.hint')}</span>
            </>
          ) : (
            <>
              <strong>{file.name}</strong>
              <span>{formatBytes(file.size)}</span>
            </>
          )}
        </span>
        <span className={classes.choose} aria-hidden="true">
          {t(file === null ? 'bulk.upload.choose' : 'bulk.upload.chooseOther')}
        </span>
      </label>
      <p id={`${textId}-fault`} className={classes.fault} role={fault === null ? undefined : 'alert'}>
        {fault}
      </p>
    </div>
  );
}

import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { acceptOf, type MediaKind } from '../../model/media-file';
import classes from './media.module.css';

/** A file field as large as the place to drop a file on. */
export function MediaChooser(props: { kind: MediaKind; replaces: boolean; onFile: (file: File) => void }) {
  const { t } = useTranslation('programs');
  const hintId = useId();
  const { kind, replaces, onFile } = props;
  const drop = {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      const file = event.dataTransfer.files.item(0);
      if (file !== null) onFile(file);
    },
  };
  return (
    <label className={classes.zone} {...drop}>
      <input
        type="file"
        className="visually-hidden"
        accept={acceptOf[kind]}
        aria-label={t(replaces ? `media.${kind}.replace` : `media.${kind}.choose`)}
        aria-describedby={hintId}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.item(0) ?? null;
          // The same file, mended meanwhile, can be chosen again.
          currentTarget.value = '';
          if (file !== null) onFile(file);
        }}
      />
      <IconFileUpload size={28} stroke={1.5} aria-hidden="true" />
      <span>
        <strong>{t(replaces ? `media.${kind}.replace` : `media.${kind}.choose`)}</strong>
        <span id={hintId}>{t(`media.${kind}.hint`)}</span>
      </span>
    </label>
  );
}

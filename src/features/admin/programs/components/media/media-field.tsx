import { Alert } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '~/components/announce';
import type { MediaKind } from '../../model/media-file';
import type { MediaFacts } from '../../schemas';
import { useErrorText } from '../use-error-text';
import { MediaChooser } from './media-chooser';
import { MediaPresent } from './media-present';
import { UploadProgress } from './upload-progress';
import { useMediaUpload } from './use-media-upload';
import { VideoAddress } from './video-address';

type Props = {
  kind: MediaKind;
  moduleId: string;
  path: string | null;
  facts: MediaFacts;
  disabled: boolean;
  /** Seconds are known for an uploaded video. */
  onChange: (path: string | null, seconds: number | null) => void;
};

/** The file of a module: what there is, and the way to another or to none. */
export function MediaField({ kind, moduleId, path, facts, disabled, onChange }: Props) {
  const { t } = useTranslation('programs');
  const errorText = useErrorText();
  const [present, setPresent] = useState({ path, facts });
  const take = (next: string | null, known: MediaFacts, seconds: number | null) => {
    setPresent({ path: next, facts: known });
    onChange(next, seconds);
  };
  const { state, send, stop } = useMediaUpload(kind, moduleId, (file) => {
    announce(t('media.uploaded'));
    take(file.path, { state: 'good', bytes: file.bytes }, file.seconds);
  });
  if (state.status === 'sending') return <UploadProgress name={state.name} part={state.part} onStop={stop} />;
  return (
    <>
      {present.path !== null && (
        <MediaPresent
          kind={kind}
          path={present.path}
          facts={present.facts}
          onRemove={disabled ? undefined : () => take(null, null, null)}
        />
      )}
      {(state.status === 'refused' || state.status === 'failed') && (
        <Alert color="red" role="alert" mb="sm">
          {state.status === 'refused' ? t(`media.fault.${state.fault}`) : errorText(state.error)}
        </Alert>
      )}
      {!disabled && (
        <>
          <MediaChooser kind={kind} replaces={present.path !== null} onFile={send} />
          {kind === 'video' && (
            <VideoAddress
              present={present.path?.startsWith('https://') === true ? present.path : ''}
              onChange={(address) => take(address, { state: 'elsewhere' }, null)}
            />
          )}
        </>
      )}
    </>
  );
}

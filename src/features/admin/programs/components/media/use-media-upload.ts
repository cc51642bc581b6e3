import { useEffect, useRef, useState } from 'react';
import { toAppError } from '~/lib/supabase/errors';
import { uploadMedia } from '../../api/upload-media';
import { chooseMedia, type FileFault, type MediaKind } from '../../model/media-file';
import { videoSeconds } from './video-seconds';

export type UploadState =
  | { status: 'idle' }
  | { status: 'sending'; name: string; part: number }
  | { status: 'refused'; fault: FileFault }
  | { status: 'failed'; error: unknown };

export type Uploaded = { path: string; bytes: number; seconds: number | null };

/** One upload at a time: looked into here first, then sent, then looked into by the server. Leaving the page ends it. */
export function useMediaUpload(kind: MediaKind, moduleId: string, onUploaded: (file: Uploaded) => void) {
  const [state, setState] = useState<UploadState>({ status: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const send = async (file: File) => {
    const choice = await chooseMedia(file, kind);
    if ('fault' in choice) {
      setState({ status: 'refused', fault: choice.fault });
      return;
    }
    const control = new AbortController();
    running.current = control;
    setState({ status: 'sending', name: file.name, part: 0 });
    const onProgress = (part: number) => setState({ status: 'sending', name: file.name, part });
    try {
      const seconds = kind === 'video' ? await videoSeconds(file) : null;
      const path = await uploadMedia({ moduleId, choice, onProgress, signal: control.signal });
      onUploaded({ path, bytes: file.size, seconds });
      setState({ status: 'idle' });
    } catch (error) {
      const stopped = control.signal.aborted || toAppError(error).code === 'aborted';
      setState(stopped ? { status: 'idle' } : { status: 'failed', error });
    }
  };
  return { state, send: (file: File) => void send(file), stop: () => running.current?.abort() };
}

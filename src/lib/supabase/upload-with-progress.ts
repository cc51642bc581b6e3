import { env } from '~/lib/env';
import { AppError } from './app-error';
import { supabase } from './client';
import { toAppError } from './errors';
import type { Bucket } from './storage';

/**
 * Uploads a file as the signed-in person and tells how far it is (0 to 1). supabase-js sends by fetch, which does not say; the request is the
 * same. An existing file is not replaced.
 */
export async function uploadWithProgress(
  bucket: Bucket,
  path: string,
  file: Blob,
  contentType: string,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const { data, error } = await supabase.auth.getSession();
  if (error) throw toAppError(error);
  const token = data.session?.access_token;
  if (token === undefined) throw new AppError('signed_out', { status: 401 });
  signal.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${env.supabaseUrl}/storage/v1/object/${bucket}/${path}`);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.setRequestHeader('apikey', env.supabaseKey);
    request.setRequestHeader('content-type', contentType);
    request.setRequestHeader('cache-control', 'max-age=3600');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(refusal(request.status, request.responseText));
    });
    request.addEventListener('error', () => reject(new AppError('network')));
    request.addEventListener('abort', () => reject(new AppError('aborted')));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

/** Storage says the true status inside of its answer. */
function refusal(status: number, text: string): AppError {
  const inside = /"statusCode"\s*:\s*"?(\d{3})/.exec(text)?.[1];
  const real = inside === undefined ? status : Number(inside);
  if (real === 413) return new AppError('too_large', { status: real });
  if (real === 415) return new AppError('wrong_type', { status: real });
  return toAppError({ status: real, message: text.slice(0, 200) });
}

import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { headBytes, type MediaFault } from '../_shared/contracts/course-media.ts';
import { callRpc } from '../_shared/db/client.ts';
import { HttpError, notFound } from '../_shared/http/errors.ts';

const bucket = 'course-media';

export function createMediaFiles(client: SupabaseClient) {
  return {
    /** The first bytes; fewer when the file is shorter. The rest, up to 500 MB, is not fetched. */
    async readHead(path: string): Promise<Uint8Array> {
      const { data, error } = await client.storage.from(bucket).download(path).asStream();
      if (!error) return firstBytes(data);
      // Storage answers 400 and names the true status inside.
      if (error.statusCode === '404' || error.status === 404) throw notFound('The file');
      const fault = new HttpError(503, 'storage_unavailable', 'The file cannot be reached at the moment.');
      fault.cause = error.name;
      throw fault;
    },
    async record(path: string, kind: 'video' | 'pdf', fault: MediaFault | null): Promise<void> {
      const args = { p_path: path, p_kind: kind, p_fault: fault };
      await callRpc(client, 'system_record_media_check', args, z.string());
    },
  };
}
export type MediaFiles = ReturnType<typeof createMediaFiles>;

export async function firstBytes(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = stream.getReader();
  const head = new Uint8Array(headBytes);
  let filled = 0;
  while (filled < headBytes) {
    const { done, value } = await reader.read();
    if (done) break;
    const part = value.subarray(0, headBytes - filled);
    head.set(part, filled);
    filled += part.length;
  }
  await reader.cancel();
  return head.subarray(0, filled);
}

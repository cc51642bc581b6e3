import * as z from 'zod/mini';
import { AppError } from './app-error';
import { toAppError } from './errors';

const envelope = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    requestId: z.nullish(z.string()),
    fields: z.optional(z.record(z.string(), z.string())),
  }),
});

/** What an edge function says in an answer that is not 2xx. */
export async function refusalOf(response: Response, cause?: unknown): Promise<AppError> {
  const parsed = envelope.safeParse(await response.json().catch(() => null));
  if (!parsed.success)
    return toAppError({ name: 'HttpError', status: response.status, message: `HTTP ${response.status}` });
  const { code, message, requestId, fields } = parsed.data.error;
  // Functions have a word of their own for it.
  const own = response.status === 401 && code === 'unauthorized' ? 'signed_out' : code;
  return new AppError(own, { status: response.status, message, requestId: requestId ?? null, fields, cause });
}

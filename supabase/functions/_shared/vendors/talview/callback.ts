import { z } from 'zod';

const id = z.union([z.string().min(1).max(200), z.number().transform(String)]).nullish();
const sessionSchema = z.object({ uuid: id, id, external_id: id });
const payloadSchema = z.object({
  session: sessionSchema.nullish(),
  session_uuid: id,
  uuid: id,
  session_external_id: id,
});
const callbackSchema = z.union([z.object({ payload: payloadSchema }).transform((body) => body.payload), payloadSchema]);

/** Which session a callback speaks of; wrapped in an envelope or bare. Scores in it are not even looked at. */
export type CallbackSession = { vendorSessionId: string | null; sessionKey: string | null };

export function readCallback(text: string): CallbackSession | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = callbackSchema.safeParse(value);
  if (!parsed.success) return null;
  const payload = parsed.data;
  const vendorSessionId = payload.session?.uuid ?? payload.session_uuid ?? payload.uuid ?? payload.session?.id ?? null;
  const sessionKey = payload.session?.external_id ?? payload.session_external_id ?? null;
  return vendorSessionId || sessionKey ? { vendorSessionId, sessionKey } : null;
}

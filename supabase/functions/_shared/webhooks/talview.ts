import type { OutboxStore } from '../db/outbox.ts';
import { HttpError } from '../http/errors.ts';
import { readCallback } from '../vendors/talview/callback.ts';

export type TalviewActDeps = { outbox: Pick<OutboxStore, 'enqueue'> };

/** Safe to repeat. A callback only says that there is news; the session is read from Talview by the worker before it counts. */
export async function actOnTalviewCallback(deps: TalviewActDeps, body: string, eventId: string): Promise<void> {
  const session = readCallback(body);
  if (!session) throw new HttpError(400, 'invalid_input', 'The callback names no session.');
  await deps.outbox.enqueue(
    'talview.read_session',
    { vendor_session_id: session.vendorSessionId, session_key: session.sessionKey },
    `talview.read_session:${eventId}`,
  );
}

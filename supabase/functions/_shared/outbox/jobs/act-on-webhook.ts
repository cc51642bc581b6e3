import { z } from 'zod';
import type { WebhookStore } from '../../db/webhooks.ts';
import { safeMessage } from '../../http/log.ts';
import { actOnCredlyEvent, type CredlyActDeps } from '../../webhooks/credly.ts';
import { actOnRazorpayEvent, type RazorpayActDeps } from '../../webhooks/razorpay.ts';
import { actOnTalviewCallback, type TalviewActDeps } from '../../webhooks/talview.ts';
import { parsePayload, PermanentError, type RunJob } from '../job.ts';

export type ActOnWebhookDeps = RazorpayActDeps &
  TalviewActDeps &
  CredlyActDeps & { webhooks: Pick<WebhookStore, 'read' | 'finish'> };

/** Acts on a stored event as the webhook itself does: it was verified when it was stored. */
export function createActOnWebhook(deps: ActOnWebhookDeps): RunJob {
  return async ({ payload }) => {
    const { webhook_event_id } = parsePayload(payload, z.object({ webhook_event_id: z.uuid() }));
    const event = await deps.webhooks.read(webhook_event_id);
    if (!event) throw new PermanentError('no such event');
    // The vendor delivered it again while this waited.
    if (!event.open) return;
    try {
      await act(deps, event);
    } catch (error) {
      await deps.webhooks.finish(event.provider, event.event_id, safeMessage(error)).catch(() => undefined);
      throw error;
    }
    await deps.webhooks.finish(event.provider, event.event_id, null);
  };
}

async function act(deps: ActOnWebhookDeps, event: { provider: string; event_id: string; raw_body: string }) {
  switch (event.provider) {
    case 'razorpay':
      await actOnRazorpayEvent(deps, event.raw_body);
      break;
    case 'talview':
      await actOnTalviewCallback(deps, event.raw_body, event.event_id);
      break;
    case 'credly':
      await actOnCredlyEvent(deps, event.event_id);
      break;
    default:
      throw new PermanentError(`unknown provider ${event.provider}`);
  }
}

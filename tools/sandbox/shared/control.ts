import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { faultSchema, type Faults } from './faults.ts';
import { readJson, type SandboxEnv } from './http.ts';
import { webhookModeSchema, type Webhooks } from './webhooks.ts';

type Controlled = {
  faults: Faults;
  webhooks?: Webhooks;
  /** Everything a test may wait on, deliveries included. */
  state(): object;
};

/** The body if it fits, else a 400 that names what does not. For control addresses, which no vendor has. */
export async function readControl<T>(
  c: Context,
  schema: z.ZodType<T>,
): Promise<{ ok: true; value: T } | { ok: false; response: Response }> {
  const parsed = schema.safeParse(await readJson(c));
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, response: c.json({ error: 'invalid_control', issues: z.flattenError(parsed.error) }, 400) };
}

const redeliverSchema = z.strictObject({ eventId: z.string().optional() });

export function mountControls(app: Hono<SandboxEnv>, { faults, webhooks, state }: Controlled): void {
  app.post('/_control/faults', async (c) => {
    const body = await readControl(c, faultSchema);
    if (!body.ok) return body.response;
    faults.set(body.value);
    return c.json(faults.current);
  });

  app.get('/_control/state', (c) => c.json({ ...state(), faults: faults.current, webhookMode: webhooks?.mode }));

  if (!webhooks) return;
  app.post('/_control/webhooks', async (c) => {
    const body = await readControl(c, webhookModeSchema);
    if (!body.ok) return body.response;
    webhooks.setMode(body.value.mode);
    return c.json({ mode: webhooks.mode });
  });
  app.post('/_control/redeliver', async (c) => {
    const body = await readControl(c, redeliverSchema);
    if (!body.ok) return body.response;
    return c.json({ redelivered: webhooks.redeliver(body.value.eventId) });
  });
}

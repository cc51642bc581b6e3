import { Hono } from 'hono';
import { z } from 'zod';
import { mountControls, readControl } from '../shared/control.ts';
import { createFaults } from '../shared/faults.ts';
import { listen, type RunningSandbox, type SandboxEnv } from '../shared/http.ts';
import { createApi } from './api-routes.ts';
import { mountBadgePages } from './badge-pages.ts';
import { changeState, findBadge } from './badges.ts';
import { CredlyFailure, errorBody, sendFailure } from './errors.ts';
import { createCredlyEvents, createCredlyWebhooks } from './events.ts';
import { badgeStateSchema, openCredlyStore } from './store.ts';

export type CredlySandboxOptions = {
  port: number;
  token: string;
  organizationId: string;
  webhookUrl?: string;
  dataFile?: string;
};

const serverError = () => errorBody('Something went wrong. Please try again.');
const badgeControlSchema = z.strictObject({ badgeId: z.string(), state: badgeStateSchema });

export async function startCredlySandbox(options: CredlySandboxOptions): Promise<RunningSandbox> {
  const { organizationId, token } = options;
  const store = openCredlyStore(options.dataFile);
  const webhooks = createCredlyWebhooks(store, options.webhookUrl, organizationId);
  const events = createCredlyEvents(store, webhooks, organizationId);
  const faults = createFaults({ isApi: (path) => path.startsWith('/v1/'), serverError });
  const context = { store, events };
  const address = { url: '' };

  const app = new Hono<SandboxEnv>();
  app.use(faults.middleware);
  app.onError((error, c) => {
    if (error instanceof CredlyFailure) return sendFailure(c, error);
    console.error('credly sandbox:', error);
    return c.json(serverError(), 500);
  });
  app.notFound((c) => c.json(errorBody('Not found.'), 404));

  mountBadgePages(app, context);
  mountControls(app, { faults, webhooks, state: () => store.data });
  app.post('/_control/badges', async (c) => {
    const body = await readControl(c, badgeControlSchema);
    if (!body.ok) return body.response;
    changeState(context, findBadge(store, body.value.badgeId), body.value.state);
    return c.json(body.value);
  });
  app.route('/v1', createApi({ ...context, token, organizationId, url: () => address.url }));

  const { url, close } = await listen(app, options.port);
  address.url = url;
  webhooks.resume();

  return {
    url,
    async close() {
      webhooks.close();
      await close();
      store.flush();
    },
  };
}

import { Hono } from 'hono';
import { z } from 'zod';
import { mountControls, readControl } from '../shared/control.ts';
import { createFaults } from '../shared/faults.ts';
import { listen, type RunningSandbox, type SandboxEnv } from '../shared/http.ts';
import { mountApi } from './api-routes.ts';
import { createExamClock } from './clock.ts';
import { errorBody, TalviewFailure } from './errors.ts';
import { createTalviewWebhooks, reviewedEvent } from './events.ts';
import { mountRoom } from './room-routes.ts';
import { confirmIdentity, startSession, submitSession } from './sessions.ts';
import { openTalviewStore, outcomeSchema } from './store.ts';

export type TalviewSandboxOptions = {
  port: number;
  username: string;
  password: string;
  /** Complete, with its `?token=`. */
  callbackUrl?: string;
  callbackSecret: string;
  dataFile?: string;
  /** How long the proctor takes, in milliseconds. */
  reviewAfterMs?: number;
};

const controlOutcomeSchema = outcomeSchema.extend({ sessionKey: z.string().nullable().default(null) });
const completeSchema = outcomeSchema.extend({ sessionKey: z.string() });
const serverError = () => errorBody('internal_error', 'Something went wrong on our side.');

export async function startTalviewSandbox(options: TalviewSandboxOptions): Promise<RunningSandbox> {
  const store = openTalviewStore(options.dataFile);
  const webhooks = createTalviewWebhooks(store, options.callbackUrl, options.callbackSecret);
  const faults = createFaults({
    isApi: (path) => path === '/auth' || path === '/sessions' || path.startsWith('/v1/'),
    serverError,
  });
  const address = { url: '' };

  const app = new Hono<SandboxEnv>();
  app.use(faults.middleware);
  app.onError((error, c) => {
    if (error instanceof TalviewFailure) return c.json(errorBody(error.code, error.message), error.status);
    console.error('talview sandbox:', error);
    return c.json(serverError(), 500);
  });
  app.notFound((c) => c.json(errorBody('not_found', 'There is nothing here.'), 404));

  // An earlier run's callbacks go out before what the clock brings up now.
  webhooks.resume();
  const clock = createExamClock({
    store,
    reviewAfterMs: options.reviewAfterMs ?? 1000,
    onReviewed: (session) => webhooks.emit(reviewedEvent(session)),
  });

  mountApi(app, { store, username: options.username, password: options.password, url: () => address.url });
  mountRoom(app, { store, clock });
  mountControls(app, { faults, webhooks, state: () => store.data });
  app.post('/_control/outcome', async (c) => {
    const body = await readControl(c, controlOutcomeSchema);
    if (!body.ok) return body.response;
    store.data.outcomes.push(body.value);
    store.save();
    return c.json(body.value);
  });
  app.post('/_control/complete', async (c) => {
    const body = await readControl(c, completeSchema);
    if (!body.ok) return body.response;
    const { sessionKey, ...outcome } = body.value;
    const session = store.data.sessions.find((one) => one.sessionKey === sessionKey);
    if (!session) throw new TalviewFailure(404, 'session_not_found', 'There is no such session.');
    if (session.status === 'ready') confirmIdentity(store, session);
    startSession(store, session);
    submitSession(store, session, 'candidate', outcome);
    clock.watch(session);
    return c.json({ sessionId: session.uuid, status: session.status });
  });

  const { url, close } = await listen(app, options.port);
  address.url = url;

  return {
    url,
    async close() {
      clock.close();
      webhooks.close();
      await close();
      store.flush();
    },
  };
}

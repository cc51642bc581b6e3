import { Hono } from 'hono';
import { mountControls } from '../shared/control.ts';
import { createFaults } from '../shared/faults.ts';
import { listen, type RunningSandbox, type SandboxEnv } from '../shared/http.ts';
import { mountMailApi } from './api-routes.ts';
import { mountPages } from './pages.ts';
import { SERVER_ERROR } from './sendgrid.ts';
import { openMailStore } from './store.ts';

export type MailboxOptions = { port: number; apiKey: string; dataFile?: string };

/** Takes mail as SendGrid does and shows it to whoever opens its page. */
export async function startMailboxSandbox({ port, apiKey, dataFile }: MailboxOptions): Promise<RunningSandbox> {
  const store = openMailStore(dataFile);
  const faults = createFaults({ isApi: (path) => path.startsWith('/v3/'), serverError: () => SERVER_ERROR });

  const app = new Hono<SandboxEnv>();
  app.use(faults.middleware);
  app.onError((error, c) => {
    console.error('mailbox:', error);
    return c.json(SERVER_ERROR, 500);
  });
  app.notFound((c) => c.json({ errors: [{ message: 'Not Found', field: null, help: null }] }, 404));
  mountMailApi(app, store, apiKey);
  mountControls(app, { faults, state: () => ({ messages: store.list().length }) });
  mountPages(app, store);

  const { url, close } = await listen(app, port);
  return {
    url,
    async close() {
      await close();
      store.flush();
    },
  };
}

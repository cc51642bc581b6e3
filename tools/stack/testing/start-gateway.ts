import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { createClient } from '@supabase/supabase-js';
import pg from 'pg';
import { z } from 'zod';
import { freePort } from '../../db/free-port.ts';
import { startTestDatabase } from '../../db/test-database.ts';
import { createGateway } from '../api/gateway.ts';
import { secretsOf } from '../secrets.ts';

const mailSchema = z.object({
  subject: z.string(),
  personalizations: z.tuple([z.object({ to: z.tuple([z.object({ email: z.string() })]) })]),
  content: z.array(z.object({ type: z.string(), value: z.string() })),
});

/** The API of the local stack in this process, on a throw-away database, with the mails that it sends. */
export async function startGateway(setUp = '') {
  const folder = mkdtempSync(join(tmpdir(), 'ai-ready-gateway-'));
  const [server, secrets, port, mailPort, functionsPort] = await Promise.all([
    startTestDatabase({ seed: 'reference' }),
    secretsOf(folder),
    freePort(),
    freePort(),
    freePort(),
  ]);
  const { url: dbUrl } = await server.cloneDatabase('gateway');
  const db = new pg.Client({ connectionString: dbUrl });
  await db.connect();
  if (setUp) await db.query(setUp);

  const mails: z.infer<typeof mailSchema>[] = [];
  const mailbox = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk));
    request.on('end', () => {
      mails.unshift(mailSchema.parse(JSON.parse(body)));
      response.writeHead(202).end();
    });
  }).listen(mailPort, '127.0.0.1');
  const functions = createServer((request, response) => {
    response
      .writeHead(418, { 'content-type': 'application/json', 'x-from': 'function' })
      .end(JSON.stringify({ method: request.method, url: request.url }));
  }).listen(functionsPort, '127.0.0.1');
  await Promise.all([once(mailbox, 'listening'), once(functions, 'listening')]);

  const as = (role: string) => Object.assign(new URL(dbUrl), { username: role }).href;
  const url = `http://127.0.0.1:${port}`;
  const gateway = createGateway({
    port,
    apiUrl: url,
    appUrl: 'http://127.0.0.1:4300',
    databases: { rest: as('stack_rest'), auth: as('supabase_auth_admin'), storage: as('supabase_storage_admin') },
    publishableKey: secrets.publishableKey,
    secretKey: secrets.secretKey,
    signingJwk: secrets.signingJwk,
    internalSecret: secrets.internalSecret,
    functionsUrl: `http://127.0.0.1:${functionsPort}`,
    mail: { url: `http://127.0.0.1:${mailPort}`, apiKey: secrets.mailApiKey, from: 'Test <test@example.com>' },
    filesDir: join(folder, 'files'),
  });
  const listener = serve({ fetch: gateway.fetch, port, hostname: '127.0.0.1' });
  const client = (key: string) => createClient(url, key, { auth: { persistSession: false, autoRefreshToken: false } });
  const admin = client(secrets.secretKey);
  let people = 0;

  return {
    url,
    db,
    mails,
    publishableKey: secrets.publishableKey,
    secretKey: secrets.secretKey,
    admin,
    /** A client with the publishable key and nobody signed in. */
    visitor: () => client(secrets.publishableKey),
    /** A client with a new person signed in. */
    async person() {
      const email = `person-${(people += 1)}@example.com`;
      const password = 'correct horse battery';
      const created = await admin.auth.admin.createUser({
        email,
        password,
        email_confirm: true,
        user_metadata: { full_name: 'Asha Rao' },
      });
      if (created.error) throw created.error;
      const supabase = client(secrets.publishableKey);
      const signedIn = await supabase.auth.signInWithPassword({ email, password });
      if (signedIn.error) throw signedIn.error;
      return { supabase, id: created.data.user.id, email, password, token: signedIn.data.session.access_token };
    },
    async stop() {
      listener.close();
      if ('closeAllConnections' in listener) listener.closeAllConnections();
      mailbox.close();
      functions.close();
      await db.end();
      await gateway.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type TestGateway = Awaited<ReturnType<typeof startGateway>>;

import { App } from '@supabase/lite';
import { PostgresConnection } from '@supabase/lite/postgres';
import type { Caller } from './callers.ts';
import type { ApiConfig } from './config.ts';
import { callerTickets } from './lite-callers.ts';
import { faithfulErrors } from './lite-errors.ts';
import { postgrestTypes } from './lite-types.ts';
import { withoutGrants } from './lite-without-grants.ts';

/** The PostgREST surface: Supabase Lite on our Postgres with its native row-level security. */
export function createRest(config: ApiConfig) {
  const connection = withoutGrants(
    new PostgresConnection({
      url: config.databases.rest,
      postgresOptions: { max: 20, types: postgrestTypes, onnotice: () => undefined },
    }),
  );
  const withErrors = faithfulErrors(connection);
  const callers = callerTickets();
  const app = new App({
    connection,
    auth: { enabled: false },
    api: { schemas: ['public'], max_rows: 1000 },
    storage: { enabled: false },
    studio: { enabled: false },
    options: { server: { apiKeys: { resolver: callers.resolver } } },
  });

  return {
    async fetch(request: Request, caller: Caller): Promise<Response> {
      const headers = new Headers(request.headers);
      headers.delete('authorization');
      const url = new URL(request.url);
      url.searchParams.delete('apikey');
      const body = request.method === 'GET' || request.method === 'HEAD' ? null : await request.arrayBuffer();
      return withErrors(caller.role, () =>
        callers.as(caller, headers, () =>
          app.fetch(new Request(url, { method: request.method, headers, body: body?.byteLength ? body : null })),
        ),
      );
    },
    warmUp: () => connection.introspect({ useCache: true }),
    close: () => connection.close(),
  };
}

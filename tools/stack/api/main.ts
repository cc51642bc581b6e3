import { serve } from '@hono/node-server';
import { endWithParent } from '../parent-watch.ts';
import { apiConfigSchema } from './config.ts';
import { createGateway } from './gateway.ts';

endWithParent();
const config = apiConfigSchema.parse(JSON.parse(process.env.STACK_API_CONFIG ?? 'null'));
const gateway = createGateway(config);
const server = serve({ fetch: gateway.fetch, port: config.port, hostname: '127.0.0.1' });
await gateway.warmUp();

process.once('SIGTERM', () => {
  server.close(() => void gateway.close().then(() => process.exit(0)));
  // A video or a waiting client may hold a connection open.
  if ('closeAllConnections' in server) server.closeAllConnections();
});

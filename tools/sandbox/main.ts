import { z } from 'zod';
import { endWithParent } from '../stack/parent-watch.ts';
import { startCredlySandbox } from './credly/server.ts';
import { startMailboxSandbox } from './mailbox/server.ts';
import { startRazorpaySandbox } from './razorpay/server.ts';
import { startTalviewSandbox } from './talview/server.ts';

/** All vendor sandboxes in one process, as the local stack runs them. */
const port = z.number();
const text = z.string();
const config = z
  .object({
    mailbox: z.object({ port, apiKey: text, dataFile: text }),
    razorpay: z.object({ port, keyId: text, keySecret: text, webhookSecret: text, webhookUrl: text, dataFile: text }),
    talview: z.object({
      port,
      username: text,
      password: text,
      callbackUrl: text,
      callbackSecret: text,
      dataFile: text,
    }),
    credly: z.object({ port, token: text, organizationId: text, webhookUrl: text, dataFile: text }),
  })
  .parse(JSON.parse(process.env.STACK_SANDBOX_CONFIG ?? 'null'));

endWithParent();
const running = await Promise.all([
  startMailboxSandbox(config.mailbox),
  startRazorpaySandbox(config.razorpay),
  startTalviewSandbox(config.talview),
  startCredlySandbox(config.credly),
]);

process.once(
  'SIGTERM',
  () => void Promise.allSettled(running.map((sandbox) => sandbox.close())).then(() => process.exit(0)),
);

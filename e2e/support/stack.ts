import { readFileSync } from 'node:fs';
import { z } from 'zod';

export const stackFile = 'test-results/stack.json';

const stackSchema = z.object({
  appUrl: z.string(),
  apiUrl: z.string(),
  dbUrl: z.string(),
  mailboxUrl: z.string(),
  publishableKey: z.string(),
  secretKey: z.string(),
  accounts: z.array(z.object({ email: z.string(), password: z.string(), kind: z.string() })),
  sandboxes: z.object({ razorpay: z.string(), talview: z.string(), credly: z.string(), email: z.string() }),
});
export type StackUnderTest = z.infer<typeof stackSchema>;

/** The stack that global-setup has started for this run. */
export function readStack(): StackUnderTest {
  return stackSchema.parse(JSON.parse(readFileSync(stackFile, 'utf8')));
}

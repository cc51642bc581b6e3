import process from 'node:process';
import { z } from 'zod';

export class MissingEnvironmentError extends Error {
  constructor(problems: string[]) {
    super(`Missing or wrong environment variables: ${problems.join(', ')}`);
    this.name = 'MissingEnvironmentError';
  }
}

const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));
const text = z.string().min(1);
const keySet = z.string().transform((value, context) => {
  try {
    return z.record(z.string(), z.string().min(1)).parse(JSON.parse(value));
  } catch {
    context.addIssue({ code: 'custom', message: 'expected a JSON object of keys' });
    return z.NEVER;
  }
});
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);
const timeout = z.coerce.number().int().min(100).max(60_000).default(8000);

export const supabaseEnv = z.object({
  SUPABASE_URL: url,
  SUPABASE_PUBLISHABLE_KEYS: keySet,
  SUPABASE_SECRET_KEYS: keySet,
  VENDOR_TIMEOUT_MS: timeout,
});
export const appEnv = z.object({ APP_URL: url });
export const razorpayEnv = z.object({
  RAZORPAY_API_URL: url.default('https://api.razorpay.com/v1'),
  RAZORPAY_KEY_ID: text,
  RAZORPAY_KEY_SECRET: text,
});
export const razorpayWebhookEnv = z.object({ RAZORPAY_WEBHOOK_SECRETS: list.pipe(z.array(text).min(1)) });
export const talviewEnv = z.object({ TALVIEW_API_URL: url, TALVIEW_USERNAME: text, TALVIEW_PASSWORD: text });
export const talviewWebhookEnv = z.object({
  TALVIEW_WEBHOOK_TOKEN: z.string().min(8),
  TALVIEW_WEBHOOK_SECRET: text.optional(),
});
export const credlyOrganizationEnv = z.object({ CREDLY_ORGANIZATION_ID: text });
export const credlyEnv = z.object({
  CREDLY_API_URL: url.default('https://api.credly.com/v1'),
  CREDLY_TOKEN: text,
  CREDLY_ORGANIZATION_ID: text,
});
export const emailEnv = z.discriminatedUnion('EMAIL_PROVIDER', [
  z.object({
    EMAIL_PROVIDER: z.literal('sendgrid'),
    EMAIL_FROM: text,
    SENDGRID_API_URL: url.default('https://api.sendgrid.com'),
    SENDGRID_API_KEY: text,
  }),
  z.object({
    EMAIL_PROVIDER: z.literal('ses'),
    EMAIL_FROM: text,
    SES_API_URL: url.optional(),
    SES_REGION: text,
    SES_ACCESS_KEY_ID: text,
    SES_SECRET_ACCESS_KEY: text,
  }),
  z.object({
    EMAIL_PROVIDER: z.literal('smtp'),
    EMAIL_FROM: text,
    SMTP_HOST: text,
    SMTP_PORT: z.coerce.number().int().min(1).max(65535),
    SMTP_USER: text.optional(),
    SMTP_PASSWORD: text.optional(),
  }),
]);

export const workerEnv = z.intersection(
  supabaseEnv.extend({ ...appEnv.shape, ...razorpayEnv.shape, ...talviewEnv.shape, ...credlyEnv.shape }),
  emailEnv,
);

export type SupabaseEnv = z.infer<typeof supabaseEnv>;
export type RazorpayEnv = z.infer<typeof razorpayEnv>;
export type TalviewEnv = z.infer<typeof talviewEnv>;
export type CredlyEnv = z.infer<typeof credlyEnv>;
export type EmailEnv = z.infer<typeof emailEnv>;

/** Names every missing or wrong variable at once, never a value. Empty counts as missing. */
export function readEnv<T>(schema: z.ZodType<T>, source: Record<string, string | undefined> = process.env): T {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const result = schema.safeParse(present);
  if (result.success) return result.data;
  throw new MissingEnvironmentError([
    ...new Set(result.error.issues.map((issue) => String(issue.path[0] ?? 'EMAIL_PROVIDER'))),
  ]);
}

/** A key set's `default` first, so that it is the one we send ourselves. */
export function keyValues(keys: Record<string, string>): string[] {
  return Object.entries(keys)
    .sort(([a], [b]) => Number(b === 'default') - Number(a === 'default'))
    .map(([, value]) => value);
}

export function defaultKey(keys: Record<string, string>): string {
  const [first] = keyValues(keys);
  if (first === undefined) throw new MissingEnvironmentError(['SUPABASE_SECRET_KEYS or SUPABASE_PUBLISHABLE_KEYS']);
  return first;
}

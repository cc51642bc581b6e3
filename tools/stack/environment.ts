import { join } from 'node:path';
import { roleUrl } from '../db/cluster.ts';
import type { Postgres } from '../db/postgres.ts';
import type { ApiConfig } from './api/config.ts';
import { publicJwk } from './api/tokens.ts';
import type { Ports } from './ports.ts';
import type { Secrets } from './secrets.ts';

export const local = (port: number) => `http://127.0.0.1:${port}`;
const mailFrom = 'AI Ready Certification <no-reply@ai-ready.example>';

export interface Setting {
  dataDir: string;
  ports: Ports;
  secrets: Secrets;
  overrides: Record<string, string>;
}

export function apiConfig({ dataDir, ports, secrets }: Setting, postgres: Postgres): ApiConfig {
  return {
    port: ports.api,
    apiUrl: local(ports.api),
    appUrl: local(ports.app),
    databases: {
      rest: roleUrl(postgres, 'stack_rest'),
      auth: roleUrl(postgres, 'supabase_auth_admin'),
      storage: roleUrl(postgres, 'supabase_storage_admin'),
    },
    publishableKey: secrets.publishableKey,
    secretKey: secrets.secretKey,
    signingJwk: secrets.signingJwk,
    internalSecret: secrets.internalSecret,
    functionsUrl: local(ports.functions),
    mail: { url: local(ports.mailbox), apiKey: secrets.mailApiKey, from: mailFrom },
    filesDir: join(dataDir, 'files'),
  };
}

/** What an operator sets with `supabase secrets set` when hosted. */
export function functionsEnvironment({ ports, secrets, overrides }: Setting): Record<string, string> {
  return {
    SUPABASE_URL: local(ports.api),
    SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: secrets.publishableKey }),
    SUPABASE_SECRET_KEYS: JSON.stringify({ default: secrets.secretKey }),
    SUPABASE_JWKS: JSON.stringify({ keys: [publicJwk(secrets.signingJwk)] }),
    APP_URL: local(ports.app),
    RAZORPAY_API_URL: `${local(ports.razorpay)}/v1`,
    RAZORPAY_KEY_ID: secrets.razorpay.keyId,
    RAZORPAY_KEY_SECRET: secrets.razorpay.keySecret,
    RAZORPAY_WEBHOOK_SECRETS: secrets.razorpay.webhookSecret,
    TALVIEW_API_URL: local(ports.talview),
    TALVIEW_USERNAME: secrets.talview.username,
    TALVIEW_PASSWORD: secrets.talview.password,
    TALVIEW_WEBHOOK_TOKEN: secrets.talview.webhookToken,
    TALVIEW_WEBHOOK_SECRET: secrets.talview.webhookSecret,
    CREDLY_API_URL: `${local(ports.credly)}/v1`,
    CREDLY_TOKEN: secrets.credly.token,
    CREDLY_ORGANIZATION_ID: secrets.credly.organizationId,
    EMAIL_PROVIDER: 'sendgrid',
    SENDGRID_API_URL: local(ports.mailbox),
    SENDGRID_API_KEY: secrets.mailApiKey,
    EMAIL_FROM: mailFrom,
    VENDOR_TIMEOUT_MS: '8000',
    ...overrides,
  };
}

export function sandboxConfig({ dataDir, ports, secrets }: Setting) {
  const functions = `${local(ports.api)}/functions/v1`;
  const dataFile = (name: string) => join(dataDir, 'sandbox', `${name}.json`);
  return {
    mailbox: { port: ports.mailbox, apiKey: secrets.mailApiKey, dataFile: dataFile('mailbox') },
    razorpay: {
      port: ports.razorpay,
      ...secrets.razorpay,
      webhookUrl: `${functions}/razorpay-webhook`,
      dataFile: dataFile('razorpay'),
    },
    talview: {
      port: ports.talview,
      username: secrets.talview.username,
      password: secrets.talview.password,
      callbackUrl: `${functions}/talview-webhook?token=${secrets.talview.webhookToken}`,
      callbackSecret: secrets.talview.webhookSecret,
      dataFile: dataFile('talview'),
    },
    credly: {
      port: ports.credly,
      ...secrets.credly,
      webhookUrl: `${functions}/credly-webhook`,
      dataFile: dataFile('credly'),
    },
  };
}

/** Public: this is all that the browser gets to know. */
export function appEnvironment({ ports, secrets }: Setting): Record<string, string> {
  return {
    VITE_SUPABASE_URL: local(ports.api),
    VITE_SUPABASE_PUBLISHABLE_KEY: secrets.publishableKey,
    VITE_RAZORPAY_KEY_ID: secrets.razorpay.keyId,
    VITE_RAZORPAY_CHECKOUT_URL: `${local(ports.razorpay)}/v1/checkout.js`,
    VITE_APP_URL: local(ports.app),
  };
}

import { describe, expect, it } from 'vitest';
import { defaultKey, keyValues, MissingEnvironmentError, razorpayEnv, readEnv, supabaseEnv, workerEnv } from './env.ts';

const supabase = {
  SUPABASE_URL: 'http://127.0.0.1:4301/',
  SUPABASE_PUBLISHABLE_KEYS: '{"default":"sb_publishable_1"}',
  SUPABASE_SECRET_KEYS: '{"old":"sb_secret_0","default":"sb_secret_1"}',
};

const complete = {
  ...supabase,
  APP_URL: 'https://certify.example.com',
  RAZORPAY_KEY_ID: 'rzp_test',
  RAZORPAY_KEY_SECRET: 'secret',
  TALVIEW_API_URL: 'https://talview.example.com',
  TALVIEW_USERNAME: 'us',
  TALVIEW_PASSWORD: 'secret',
  CREDLY_TOKEN: 'token',
  CREDLY_ORGANIZATION_ID: 'org',
  EMAIL_PROVIDER: 'sendgrid',
  EMAIL_FROM: 'AI Ready <hello@example.com>',
  SENDGRID_API_KEY: 'SG.key',
};

describe('readEnv', () => {
  it('reads addresses without the slash at the end, and defaults', () => {
    expect(readEnv(supabaseEnv, supabase)).toMatchObject({
      SUPABASE_URL: 'http://127.0.0.1:4301',
      VENDOR_TIMEOUT_MS: 8000,
    });
    expect(readEnv(workerEnv, complete).CREDLY_API_URL).toBe('https://api.credly.com/v1');
  });

  it('names every missing variable at once', () => {
    const read = () => readEnv(supabaseEnv.extend(razorpayEnv.shape), { ...supabase, RAZORPAY_KEY_ID: '' });
    expect(read).toThrow(MissingEnvironmentError);
    expect(read).toThrow(/: RAZORPAY_KEY_ID, RAZORPAY_KEY_SECRET$/);
  });

  it('names what the chosen e-mail provider lacks', () => {
    expect(() => readEnv(workerEnv, { ...complete, SENDGRID_API_KEY: undefined })).toThrow(/: SENDGRID_API_KEY$/);
    expect(() => readEnv(workerEnv, { ...complete, EMAIL_PROVIDER: 'smtp' })).toThrow(/: SMTP_HOST, SMTP_PORT$/);
    expect(() => readEnv(workerEnv, { ...complete, EMAIL_PROVIDER: 'pigeon' })).toThrow(/: EMAIL_PROVIDER$/);
  });

  it('never tells a value', () => {
    const read = () => readEnv(supabaseEnv, { ...supabase, SUPABASE_SECRET_KEYS: 'sb_secret_not_json' });
    expect(read).toThrow(/SUPABASE_SECRET_KEYS/);
    expect(read).not.toThrow(/sb_secret_not_json/);
  });
});

it('puts the default key first', () => {
  expect(keyValues({ old: 'a', default: 'b' })).toEqual(['b', 'a']);
  expect(defaultKey({ old: 'a', default: 'b' })).toBe('b');
});

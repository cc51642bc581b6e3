import * as z from 'zod/mini';

const url = z.url({ protocol: /^https?$/ });

const schema = z.object({
  VITE_SUPABASE_URL: url,
  VITE_SUPABASE_PUBLISHABLE_KEY: z.string().check(z.minLength(1)),
  VITE_RAZORPAY_KEY_ID: z.optional(z.string()),
  VITE_RAZORPAY_CHECKOUT_URL: z._default(url, 'https://checkout.razorpay.com/v1/checkout.js'),
  VITE_APP_URL: z.optional(url),
});

function readEnv(source: Record<string, unknown>) {
  const parsed = schema.safeParse(source);
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new Error(`These settings are missing or wrong: ${names}. See .env.example.`);
  }
  const { data } = parsed;
  return {
    supabaseUrl: data.VITE_SUPABASE_URL.replace(/\/$/, ''),
    supabaseKey: data.VITE_SUPABASE_PUBLISHABLE_KEY,
    razorpayKeyId: data.VITE_RAZORPAY_KEY_ID ?? null,
    razorpayCheckoutUrl: data.VITE_RAZORPAY_CHECKOUT_URL,
    appUrl: (data.VITE_APP_URL ?? globalThis.location.origin).replace(/\/$/, ''),
  };
}

export const env = readEnv(import.meta.env);

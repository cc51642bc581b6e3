import { z } from 'zod';

const jwkSchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string(),
});
export type SigningJwk = z.infer<typeof jwkSchema>;

export const apiConfigSchema = z.object({
  port: z.number(),
  apiUrl: z.string(),
  appUrl: z.string(),
  databases: z.object({ rest: z.string(), auth: z.string(), storage: z.string() }),
  publishableKey: z.string(),
  secretKey: z.string(),
  signingJwk: jwkSchema,
  /** Signs what never leaves the API process or only comes back to it: calls into Lite, storage links. */
  internalSecret: z.string(),
  functionsUrl: z.string(),
  mail: z.object({ url: z.string(), apiKey: z.string(), from: z.string() }),
  filesDir: z.string(),
});
export type ApiConfig = z.infer<typeof apiConfigSchema>;

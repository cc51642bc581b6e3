import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { apiConfigSchema } from './api/config.ts';

const text = z.string().min(1);
const secretsSchema = z.object({
  publishableKey: text,
  secretKey: text,
  signingJwk: apiConfigSchema.shape.signingJwk,
  internalSecret: text,
  mailApiKey: text,
  razorpay: z.object({ keyId: text, keySecret: text, webhookSecret: text }),
  talview: z.object({ username: text, password: text, webhookToken: text, webhookSecret: text }),
  credly: z.object({ token: text, organizationId: text }),
});
export type Secrets = z.infer<typeof secretsSchema>;

/** Every key of a data folder, made at its first start and kept beside its data. */
export async function secretsOf(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return secretsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const secrets = secretsSchema.parse({
    publishableKey: `sb_publishable_${random()}`,
    secretKey: `sb_secret_${random()}`,
    signingJwk: { ...(await exportJWK(privateKey)), kid: randomUUID() },
    internalSecret: random(48),
    mailApiKey: `SG.${random()}`,
    razorpay: { keyId: `rzp_test_${randomBytes(7).toString('hex')}`, keySecret: random(), webhookSecret: random() },
    talview: { username: 'ai-ready', password: random(), webhookToken: random(), webhookSecret: random() },
    credly: { token: random(), organizationId: randomUUID() },
  });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
  return secrets;
}

function random(bytes = 24): string {
  return randomBytes(bytes).toString('base64url');
}

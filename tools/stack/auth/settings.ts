import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectDir } from '../../db/supabase-cli.ts';

const seconds = z
  .string()
  .regex(/^\d+s$/)
  .transform((text) => Number.parseInt(text, 10));

const schema = z.object({
  minimum_password_length: z.coerce.number(),
  jwt_expiry: z.coerce.number(),
  otp_length: z.coerce.number(),
  otp_expiry: z.coerce.number(),
  max_frequency: seconds,
});

/** The auth settings of supabase/config.toml, so that they are written once for here and for hosted projects. */
export function readAuthSettings() {
  const text = readFileSync(join(projectDir, 'supabase/config.toml'), 'utf8');
  // Only plain `key = value` lines matter here; their names are unique in the file.
  const values = Object.fromEntries(
    [...text.matchAll(/^(\w+) = "?([^"\n]*)"?$/gm)].map((match) => [match[1], match[2]]),
  );
  return schema.parse(values);
}

export type AuthSettings = ReturnType<typeof readAuthSettings>;

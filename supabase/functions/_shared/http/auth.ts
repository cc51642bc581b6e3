import type { SupabaseClient } from '@supabase/supabase-js';
import { equalsOneOf } from './constant-time.ts';
import { HttpError, unauthorized } from './errors.ts';

/** The token goes with the person, so that reads can be made under the person's own rights. */
export type Caller = { id: string; token: string };
/** Null: the token is not good. Throws when Auth itself cannot be asked. */
export type VerifyUser = (token: string) => Promise<{ id: string } | null>;

/** Asks Auth at each request: a token of a deleted or signed-out person stops working at once. */
export function createVerifyUser(client: SupabaseClient): VerifyUser {
  return async (token) => {
    const { data, error } = await client.auth.getUser(token);
    if (error) {
      const status = error.status ?? 0;
      if (status >= 400 && status < 500) return null;
      throw new HttpError(503, 'auth_unavailable', 'Sign-in cannot be checked at the moment. Try again shortly.');
    }
    return { id: data.user.id };
  };
}

export async function requireUser(request: Request, verifyUser: VerifyUser): Promise<Caller> {
  const match = /^Bearer ([A-Za-z0-9._~+/=-]{1,8192})$/.exec(request.headers.get('authorization') ?? '');
  const token = match?.[1];
  if (!token) throw unauthorized();
  const user = await verifyUser(token);
  if (!user) throw unauthorized();
  return { id: user.id, token };
}

export function requireSecret(request: Request, secretKeys: readonly string[]): void {
  const given = request.headers.get('apikey') ?? '';
  if (given === '' || !equalsOneOf(given, secretKeys)) {
    throw new HttpError(401, 'unauthorized', 'A secret key is needed.');
  }
}

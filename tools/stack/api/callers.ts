import { createLocalJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import type { ApiConfig } from './config.ts';
import { publicJwk } from './tokens.ts';

export const roles = ['anon', 'authenticated', 'service_role'] as const;
export type Role = (typeof roles)[number];

export interface Caller {
  role: Role;
  /** What Postgres sees as request.jwt.claims. */
  claims: JWTPayload & { role: Role };
  /** Which API key came along, and the user's token if one did. */
  key: 'publishable' | 'secret' | null;
  token: string | null;
}

export class CallerError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Decides who calls, the way the hosted gateway does: the API key opens the door, a user's token names the person. */
export function callerResolver(config: ApiConfig) {
  const keys = createLocalJWKSet({ keys: [publicJwk(config.signingJwk)] });
  const issuer = `${config.apiUrl}/auth/v1`;

  return async function resolveCaller(request: Request): Promise<Caller> {
    const apiKey = request.headers.get('apikey') ?? new URL(request.url).searchParams.get('apikey');
    const bearer = /^Bearer\s+(.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null;
    const key =
      apiKey === null
        ? null
        : apiKey === config.secretKey
          ? 'secret'
          : apiKey === config.publishableKey
            ? 'publishable'
            : 'unknown';
    if (key === 'unknown') throw new CallerError(401, 'UNAUTHORIZED_INVALID_API_KEY', 'Invalid API key');
    if (key === 'secret' && /^\s*Mozilla\/5\.0/i.test(request.headers.get('user-agent') ?? '')) {
      throw new CallerError(401, 'UNAUTHORIZED_INVALID_API_KEY_TYPE', 'Forbidden use of secret API key in browser');
    }
    if (bearer && !bearer.startsWith('sb_')) {
      const claims = await verify(bearer);
      return { role: claims.role, claims, key, token: bearer };
    }
    const role: Role = key === 'secret' ? 'service_role' : 'anon';
    return { role, claims: { role, iss: issuer }, key, token: null };
  };

  async function verify(token: string): Promise<Caller['claims']> {
    try {
      const { payload } = await jwtVerify(token, keys, { issuer, algorithms: ['ES256'] });
      const role = roles.find((name) => name === payload.role);
      if (!role) throw new CallerError(401, 'PGRST301', 'JWT names no known role');
      return { ...payload, role };
    } catch (error) {
      if (error instanceof CallerError) throw error;
      if (error instanceof errors.JWTExpired) throw new CallerError(401, 'PGRST303', 'JWT expired');
      throw new CallerError(401, 'PGRST301', 'JWT is not valid');
    }
  }
}

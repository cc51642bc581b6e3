import { SignJWT, importJWK, type JWTPayload } from 'jose';
import type { SigningJwk } from './config.ts';

export function publicJwk({ kty, crv, x, y, kid }: SigningJwk) {
  return { kty, crv, x, y, kid, alg: 'ES256', use: 'sig', key_ops: ['verify'] };
}

export async function signAccessToken(jwk: SigningJwk, claims: JWTPayload): Promise<string> {
  const key = await importJWK({ ...jwk, alg: 'ES256' }, 'ES256');
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: jwk.kid, typ: 'JWT' }).sign(key);
}

export async function signInternal(secret: string, claims: JWTPayload): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(new TextEncoder().encode(secret));
}

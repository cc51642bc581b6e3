import { jwtVerify } from 'jose';
import { signInternal } from '../api/tokens.ts';
import { invalidSignature } from './errors.ts';

type Purpose = 'download' | 'upload';

/** Links that carry their own permission: one object, one purpose, until a time. */
export function urlSigner(secret: string) {
  const key = new TextEncoder().encode(secret);
  return {
    sign: (purpose: Purpose, path: string, seconds: number, claims: Record<string, unknown> = {}) => {
      const now = Math.floor(Date.now() / 1000);
      return signInternal(secret, { ...claims, url: path, purpose, iat: now, exp: now + seconds });
    },
    async verify(purpose: Purpose, path: string, token: string | undefined) {
      const verified = await jwtVerify(token ?? '', key, { algorithms: ['HS256'] }).catch(() => null);
      if (!verified || verified.payload.url !== path || verified.payload.purpose !== purpose) throw invalidSignature();
      return verified.payload;
    },
  };
}

import { sha256Hex } from '../http/hmac.ts';

/** 32 random bytes as base64url: 43 characters, for a mail only. What is kept is `hashToken` of it. */
export function createToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

export const isToken = (text: string) => /^[A-Za-z0-9_-]{43}$/.test(text);

/** Without salt and stretching: nothing can be guessed about 256 random bits. */
export const hashToken = (token: string): Promise<string> => sha256Hex(token);

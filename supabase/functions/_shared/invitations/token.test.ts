import { expect, it } from 'vitest';
import { createToken, hashToken, isToken } from './token.ts';

it('makes tokens of 32 random bytes that fit into an address as they are', () => {
  const tokens = Array.from({ length: 200 }, createToken);
  expect(new Set(tokens).size).toBe(200);
  for (const token of tokens) {
    expect(isToken(token)).toBe(true);
    expect(encodeURIComponent(token)).toBe(token);
    expect(atob(token.replaceAll('-', '+').replaceAll('_', '/'))).toHaveLength(32);
  }
});

it('knows what cannot be a token', () => {
  const token = createToken();
  for (const text of ['', token.slice(1), `${token}x`, `${token.slice(1)}.`, ` ${token.slice(1)}`])
    expect(isToken(text)).toBe(false);
});

it('hashes as the database compares: SHA-256 in hex', async () => {
  expect(await hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

import { expect, it } from 'vitest';
import { readLinkToken } from './link-token';

it.each([
  ['?token_hash=abc&type=recovery', '', { kind: 'hash', tokenHash: 'abc', type: 'recovery' }],
  ['?token_hash=abc&type=invite', '', { kind: 'hash', tokenHash: 'abc', type: 'invite' }],
  ['', '#access_token=a.b.c&type=recovery', { kind: 'session' }],
  ['?code=1234', '', { kind: 'session' }],
  ['', '#error=access_denied&error_code=otp_expired', { kind: 'expired' }],
  ['?token_hash=abc&type=email_change', '', { kind: 'none' }],
  ['', '', { kind: 'none' }],
])('reads %s%s', (search, hash, token) => {
  expect(readLinkToken(search, hash)).toEqual(token);
});

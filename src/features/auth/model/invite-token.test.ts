import { beforeEach, expect, it } from 'vitest';
import { inviteToken } from './invite-token';

beforeEach(() => sessionStorage.clear());

it('takes the token from the address, and from the tab after a reload', () => {
  expect(inviteToken.read('', '')).toBeNull();
  expect(inviteToken.read('?invite=abc', '')).toBe('abc');
  inviteToken.keep('abc');
  expect(inviteToken.read('', '')).toBe('abc');
  expect(inviteToken.read('?invite=newer', '')).toBe('newer');
  inviteToken.forget();
  expect(inviteToken.read('', '')).toBeNull();
});

it('leaves links of Auth to Auth', () => {
  inviteToken.keep('abc');
  expect(inviteToken.read('?token_hash=x&type=invite', '')).toBeNull();
  expect(inviteToken.read('', '#error=access_denied')).toBeNull();
});

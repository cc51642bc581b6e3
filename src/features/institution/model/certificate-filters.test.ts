import { expect, it } from 'vitest';
import { containsFilter, isNarrowed, readCertificateFilters, validityOf } from './certificate-filters';

const read = (address: string) => readCertificateFilters(new URLSearchParams(address));

it('reads everything from the address, and shows all certificates where it makes no sense', () => {
  expect(read('q=%20rao%20&track=one&status=expired&page=2')).toEqual({
    search: 'rao',
    trackId: 'one',
    status: 'expired',
    page: 2,
  });
  expect(read('status=issued&page=x')).toEqual({ search: '', trackId: null, status: null, page: 1 });
  expect(isNarrowed(read('page=2'))).toBe(false);
  for (const address of ['q=a', 'track=one', 'status=valid']) expect(isNarrowed(read(address))).toBe(true);
});

it('tells what a certificate is worth at a moment', () => {
  const expiresAt = '2026-12-01T00:00:00Z';
  const at = Date.parse(expiresAt);
  expect(validityOf({ status: 'issued', expires_at: expiresAt }, at - 1)).toBe('valid');
  expect(validityOf({ status: 'issued', expires_at: expiresAt }, at)).toBe('expired');
  expect(validityOf({ status: 'revoked', expires_at: expiresAt }, at - 1)).toBe('revoked');
  expect(validityOf({ status: 'superseded', expires_at: expiresAt }, at)).toBe('superseded');
});

it.each([
  ['rao', 'name.ilike.%rao%,number.ilike.%rao%'],
  ['D. Rao', 'name.ilike.%D_ Rao%,number.ilike.%D_ Rao%'],
  ['a,number.eq.(x)', 'name.ilike.%a_number_eq__x_%,number.ilike.%a_number_eq__x_%'],
  ['"50%*\\', 'name.ilike.%_50___%,number.ilike.%_50___%'],
])('searches for %s without letting it be more than a text', (text, filter) => {
  expect(containsFilter(['name', 'number'], text)).toBe(filter);
});

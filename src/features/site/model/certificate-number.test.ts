import { expect, it } from 'vitest';
import { readCertificateNumber } from './certificate-number';

it.each([
  ['ARC-2026-7K3M9Q', 'ARC-2026-7K3M9Q'],
  ['  arc-2026-7k3m9q ', 'ARC-2026-7K3M9Q'],
  ['ARC 2026 7K3M9Q', 'ARC20267K3M9Q'],
  ['https://example.org/verify/ARC-2026-7K3M9Q?x=1', 'ARC-2026-7K3M9Q'],
  ['https://example.org/verify/ARC%2D2026', 'ARC-2026'],
])('reads %s', (typed, number) => {
  expect(readCertificateNumber(typed)).toBe(number);
});

it.each(['', 'AB', 'ARC_2026', "ARC-2026'--", '-ARC2026', 'https://example.org/verify/%E0%A4%A', 'A'.repeat(41)])(
  'refuses %j',
  (typed) => {
    expect(readCertificateNumber(typed)).toBeNull();
  },
);

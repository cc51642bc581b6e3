import { describe, expect, it } from 'vitest';
import { badgeStep } from './badge';
import { addToProfileUrl, shareUrl } from './linkedin';
import { daysLeft, validityOf } from './validity';

const now = Date.parse('2026-06-01T00:00:00Z');
const expiry = (expires_at: string | null) => ({ status: 'issued' as const, expires_at });

describe('validity', () => {
  it.each([
    [null, 'valid'],
    ['2026-07-31T00:00:00.001Z', 'valid'],
    ['2026-07-31T00:00:00Z', 'renewable'],
    ['2026-06-01T00:00:00.001Z', 'renewable'],
    ['2026-06-01T00:00:00Z', 'expired'],
    ['2025-01-01T00:00:00Z', 'expired'],
  ])('expiring at %s it is %s', (expiresAt, validity) => {
    expect(validityOf(expiry(expiresAt), now, 60)).toBe(validity);
  });
  it.each(['revoked', 'superseded'] as const)('a %s one is that, whatever its expiry', (status) => {
    expect(validityOf({ status, expires_at: '2030-01-01T00:00:00Z' }, now, 60)).toBe(status);
  });
  it.each([
    [null, null],
    ['2026-06-01T00:00:01Z', 1],
    ['2026-06-03T00:00:00Z', 2],
    ['2026-05-01T00:00:00Z', 0],
  ])('until %s there are %s days', (expiresAt, days) => {
    expect(daysLeft(expiresAt, now)).toBe(days);
  });
});

describe('LinkedIn', () => {
  const certificate = {
    number: 'AIR-2026-000123',
    trackName: 'AI & Data: Foundations',
    issuer: 'AI Ready',
    issuedAt: '2026-01-31T23:30:00Z',
    expiresAt: '2028-12-31T23:30:00Z',
    verifyUrl: 'https://example.com/verify/AIR-2026-000123',
  };
  it('fills the form that adds a certificate to a profile', () => {
    expect(Object.fromEntries(new URL(addToProfileUrl(certificate)).searchParams)).toEqual({
      startTask: 'CERTIFICATION_NAME',
      name: 'AI & Data: Foundations',
      organizationName: 'AI Ready',
      issueYear: '2026',
      issueMonth: '1',
      expirationYear: '2028',
      expirationMonth: '12',
      certUrl: 'https://example.com/verify/AIR-2026-000123',
      certId: 'AIR-2026-000123',
    });
  });
  it('names no expiry where there is none', () => {
    const params = new URL(addToProfileUrl({ ...certificate, expiresAt: null })).searchParams;
    expect(params.has('expirationYear') || params.has('expirationMonth')).toBe(false);
  });
  it('shares the verification page', () => {
    expect(shareUrl('https://example.com/verify/A B')).toBe(
      'https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fexample.com%2Fverify%2FA+B',
    );
  });
});

it.each([
  [null, null, 'issuing'],
  ['b', null, 'issuing'],
  ['b', 'pending', 'acceptable'],
  ['b', 'accepted', 'accepted'],
  ['b', 'rejected', 'rejected'],
  ['b', 'revoked', 'revoked'],
] as const)('a badge %s in state %s is %s', (credly_badge_id, credly_state, step) => {
  expect(badgeStep({ credly_badge_id, credly_state, credly_url: null })).toBe(step);
});

import { describe, expect, it } from 'vitest';
import { toDatabaseError } from './errors.ts';

describe("Postgres' errors become ours", () => {
  it.each([
    [{ code: 'P0001', message: 'coupon_expired', details: 'The coupon ended.' }, 400, 422, 'coupon_expired'],
    [{ code: 'P0001', message: 'already_enrolled', details: null }, 400, 409, 'already_enrolled'],
    [{ code: 'P0001', message: 'track_not_found', details: '' }, 400, 404, 'track_not_found'],
    [{ code: 'P0001', message: 'too_many_requests', details: 'Wait a while.' }, 400, 429, 'too_many_requests'],
    [{ code: '42501', message: 'permission denied for function x' }, 403, 403, 'forbidden'],
    [{ code: '23505', message: 'duplicate key' }, 409, 409, 'conflict'],
    [{ code: '40001', message: 'could not serialize' }, 500, 503, 'busy'],
    [{ code: '', message: 'TypeError: fetch failed' }, 0, 503, 'database_unavailable'],
    [{ code: '42883', message: 'function system_x does not exist' }, 404, 500, 'internal'],
    [{ code: 'P0001', message: 'A sentence, not a code' }, 400, 500, 'internal'],
    ['nonsense', 0, 500, 'internal'],
  ])('%j', (error, httpStatus, status, code) => {
    expect(toDatabaseError(error, httpStatus)).toMatchObject({ status, code });
  });

  it("shows people the text that was raised for them, never Postgres' own", () => {
    expect(toDatabaseError({ code: 'P0001', message: 'coupon_expired', details: 'The coupon ended.' }).message).toBe(
      'The coupon ended.',
    );
    expect(toDatabaseError({ code: '42883', message: 'function system_x' }, 404).message).not.toContain('system_x');
  });
});

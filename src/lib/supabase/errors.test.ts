import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { AppError, isAppError } from './app-error';
import { toAppError } from './errors';

describe('toAppError', () => {
  it.each([
    ['our own code', { code: 'P0001', message: 'coupon_expired', details: 'Ended yesterday' }, 'coupon_expired', 400],
    ['a raise without a code', { code: 'P0001', message: 'Something with spaces' }, 'refused', 400],
    ['row-level security', { code: '42501', message: 'new row violates row-level security' }, 'forbidden', 403],
    ['no such row', { code: 'PGRST116', message: 'JSON object requested' }, 'not_found', 404],
    ['an expired token', { code: 'PGRST303', message: 'JWT expired' }, 'signed_out', 401],
    ['a duplicate', { code: '23505', message: 'duplicate key' }, 'already_exists', 409],
    ['a code of Auth', { name: 'AuthApiError', code: 'invalid_credentials', status: 400 }, 'invalid_credentials', 400],
    ['a status as text from Storage', { name: 'StorageApiError', statusCode: '404' }, 'not_found', 404],
    ['too many requests', { status: 429 }, 'too_many_requests', 429],
    ['a server fault', { status: 502 }, 'unexpected', 502],
    ['no connection', new TypeError('Failed to fetch'), 'network', 0],
    ['PostgREST without a connection', { code: '', message: 'TypeError: Failed to fetch' }, 'network', 0],
    ['a time limit', new DOMException('late', 'TimeoutError'), 'timeout', 0],
    ['something thrown that is no error', 'no', 'unexpected', 0],
  ])('tells %s', (_what, error, code, status) => {
    expect(toAppError(error)).toMatchObject({ name: 'AppError', code, status });
  });

  it('tells an answer that breaks its contract', () => {
    expect(toAppError(z.object({ id: z.string() }).safeParse({}).error).code).toBe('unexpected_answer');
  });

  it('leaves an AppError as it is', () => {
    const error = new AppError('coupon_expired', { requestId: 'r1' });
    expect(toAppError(error)).toBe(error);
    expect(isAppError(error, 'coupon_expired')).toBe(true);
    expect(isAppError(error, 'other')).toBe(false);
  });
});

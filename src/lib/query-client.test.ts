import { expect, it } from 'vitest';
import { shouldRetry } from './query-client';
import { AppError } from './supabase/app-error';

it.each([
  ['a refusal', new AppError('forbidden', { status: 403 }), false],
  ['too many requests', new AppError('too_many_requests', { status: 429 }), false],
  ['an answer we do not understand', new AppError('unexpected_answer', { status: 502 }), false],
  ['a query that was called off', new AppError('aborted'), false],
  ['a defect of ours', new TypeError('x is undefined'), false],
  ['a server fault', new AppError('unexpected', { status: 503 }), true],
  ['a token that is not taken', new AppError('signed_out', { status: 401 }), true],
  ['silence', new AppError('network'), true],
])('after %s', (_what, error, again) => {
  expect(shouldRetry(0, error)).toBe(again);
  expect(shouldRetry(2, error)).toBe(false);
});

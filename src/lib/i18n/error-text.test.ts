import i18next from 'i18next';
import { expect, it } from 'vitest';
import '~/testing/render';
import { AppError } from '../supabase/app-error';
import { errorText } from './error-text';

it.each([
  ['signed_out', 0, 'Your session has ended'],
  ['over_request_rate_limit', 429, 'Too many tries'],
  ['database_unavailable', 503, 'The service is busy'],
  ['not_allowed', 403, 'not allowed'],
  ['internal', 500, 'Something went wrong'],
])('says %s (%s) in words', (code, status, words) => {
  expect(errorText(i18next.getFixedT('en', 'common'), new AppError(code, { status }))).toContain(words);
});

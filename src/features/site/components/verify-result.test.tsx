import { beforeEach, expect, it, vi } from 'vitest';
import { renderApp } from '~/testing/render';
import { VerifyResult } from './verify-result';

const certificate = {
  number: 'ARC-1',
  holder_name: 'Ananya Krishnamurthy',
  track_name: 'AI Foundations',
  issued_at: '2026-05-02T10:00:00Z',
  expires_at: '2028-05-02T10:00:00Z',
};
const fetched = vi.fn<typeof fetch>();
beforeEach(() => vi.stubGlobal('fetch', fetched.mockReset()));
const answer = (body: unknown, status = 200) =>
  fetched.mockImplementation(() => Promise.resolve(Response.json(body, { status })));

it.each([
  ['valid', {}, 'This certificate is valid', '2 May 2028'],
  ['expired', {}, 'This certificate has expired', 'Expired on'],
  [
    'revoked',
    { revoked_at: '2026-08-01T00:00:00Z', revoked_reason: 'Issued in error' },
    'This certificate was withdrawn',
    'Issued in error',
  ],
])('tells a stranger that a certificate is %s', async (status, more, title, detail) => {
  answer({ ...certificate, status, ...more });
  const { findByRole, getByText } = renderApp(<VerifyResult number="ARC-1" />);
  expect(await findByRole('heading', { name: title })).toBeVisible();
  expect(getByText(detail)).toBeVisible();
  expect(getByText('Ananya Krishnamurthy')).toBeVisible();
});

it('leads from a superseded certificate to the newer one', async () => {
  answer({ ...certificate, status: 'superseded', superseded_by: 'ARC-2' });
  const { findByRole } = renderApp(<VerifyResult number="ARC-1" />);
  expect(await findByRole('link', { name: 'See the newer certificate' })).toHaveAttribute('href', '/verify/ARC-2');
});

it('says that a number is not ours', async () => {
  answer({ status: 'not_found' });
  const { findByRole, queryByRole } = renderApp(<VerifyResult number="FAKE-1" />);
  expect(await findByRole('heading', { name: 'We issued no certificate with this number' })).toBeVisible();
  expect(queryByRole('button', { name: 'Print' })).toBeNull();
});

it('never calls a certificate unknown because the server failed, and lets the person try again', async () => {
  answer({ message: 'down' }, 503);
  const { user, findByRole, getByRole } = renderApp(<VerifyResult number="ARC-1" />);
  expect(await findByRole('alert')).toHaveTextContent('The number could not be checked');
  answer({ ...certificate, status: 'valid' });
  await user.click(getByRole('button', { name: 'Try again' }));
  expect(await findByRole('heading', { name: 'This certificate is valid' })).toBeVisible();
});

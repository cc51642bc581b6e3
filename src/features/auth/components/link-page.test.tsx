import { screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { expect, it, vi } from 'vitest';
import { renderApp } from '~/testing/render';
import { LinkPage } from './link-page';

it('opens a link once, although effects run twice while developing', async () => {
  let used = 0;
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => {
    used += 1;
    const user = {
      id: '00000000-0000-4000-8000-000000000001',
      email: 'asha@example.com',
      aud: 'authenticated',
      app_metadata: {},
      user_metadata: {},
      created_at: '2026-01-01T00:00:00Z',
    };
    const session = { access_token: 'a.b.c', refresh_token: 'r', token_type: 'bearer', expires_in: 3600, user };
    return Promise.resolve(
      used === 1 ? Response.json(session) : Response.json({ code: 'otp_expired', msg: 'used' }, { status: 403 }),
    );
  });
  renderApp(
    <StrictMode>
      <LinkPage purpose="reset" />
    </StrictMode>,
    { at: '/reset-password?token_hash=abc&type=recovery' },
  );
  expect(await screen.findByRole('heading', { name: 'Set a new password' }, { timeout: 4_000 })).toBeVisible();
  expect(used).toBe(1);
});

import { expect, it, vi } from 'vitest';
import { getSupabase } from '~/lib/supabase/lazy';
import { sessionStorageKey } from '~/lib/supabase/stored-session';
import { signOut } from './sign-out';

it('forgets the session here although the server is not reached', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const asked = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
  const user = {
    id: 'u1',
    email: 'asha@example.com',
    aud: 'authenticated',
    app_metadata: {},
    user_metadata: {},
    created_at: '2026-01-01T00:00:00Z',
  };
  const expires_at = Math.floor(Date.now() / 1000) + 3600;
  localStorage.setItem(
    sessionStorageKey,
    JSON.stringify({
      access_token: 'a.b.c',
      refresh_token: 'r',
      token_type: 'bearer',
      expires_in: 3600,
      expires_at,
      user,
    }),
  );
  const events: string[] = [];
  const supabase = await getSupabase();
  supabase.auth.onAuthStateChange((event) => void events.push(event));

  await signOut();
  expect(localStorage.getItem(sessionStorageKey)).toBeNull();
  expect(events).toContain('SIGNED_OUT');
  expect(String(asked.mock.calls[0]?.[0])).toContain('/auth/v1/logout');
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from './testing/start-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
}, 60_000);
afterAll(() => gateway.stop());

const password = 'correct horse battery';
const mailTo = (email: string) => gateway.mails.find((mail) => mail.personalizations[0].to[0].email === email);
const codeIn = (email: string) => /\b(\d{6})\b/.exec(mailTo(email)?.content[0]?.value ?? '')?.[1] ?? '';
const linkIn = (email: string) => /http\S+verify\?\S+/.exec(mailTo(email)?.content[0]?.value ?? '')?.[0] ?? '';

describe('registration', () => {
  test('a new person gets a six-digit code by mail, types it and is signed in', async () => {
    const email = 'new@example.com';
    const supabase = gateway.visitor();
    const signUp = await supabase.auth.signUp({
      email: 'New@Example.com',
      password,
      options: { data: { full_name: 'Asha Rao' } },
    });
    expect([signUp.error, signUp.data.session, signUp.data.user?.email]).toEqual([null, null, email]);
    expect(mailTo(email)?.subject).toBe(`${codeIn(email)} is your confirmation code`);
    expect(mailTo(email)?.content[1]?.value).toContain(codeIn(email));

    expect((await supabase.auth.signInWithPassword({ email, password })).error?.code).toBe('email_not_confirmed');
    const wrong = codeIn(email) === '000000' ? '000001' : '000000';
    expect((await supabase.auth.verifyOtp({ email, token: wrong, type: 'signup' })).error?.code).toBe('otp_expired');
    const verified = await supabase.auth.verifyOtp({ email, token: codeIn(email), type: 'signup' });
    expect(verified.error).toBeNull();
    expect(verified.data.user?.user_metadata).toMatchObject({ full_name: 'Asha Rao', email_verified: true });
    expect((await supabase.auth.verifyOtp({ email, token: codeIn(email), type: 'signup' })).error?.code).toBe(
      'otp_expired',
    );
  });

  test('metadata reaches triggers as an object and makes the profile', async () => {
    const { supabase, id, email } = await gateway.person();
    const { data } = await supabase.from('profiles').select('user_id, email, full_name, kind').single();
    expect(data).toEqual({ user_id: id, email, full_name: 'Asha Rao', kind: 'learner' });
  });

  test('registering a known address tells a stranger nothing and sends nothing', async () => {
    const { email } = await gateway.person();
    const before = gateway.mails.length;
    const again = await gateway.visitor().auth.signUp({ email, password });
    expect([again.error, again.data.user?.identities, gateway.mails.length]).toEqual([null, [], before]);
  });

  test('a short password and a wrong address are refused by their codes', async () => {
    const supabase = gateway.visitor();
    expect((await supabase.auth.signUp({ email: 'a@example.com', password: 'short' })).error?.code).toBe(
      'weak_password',
    );
    expect((await supabase.auth.signUp({ email: 'nonsense', password })).error?.code).toBe('validation_failed');
  });

  test('a second code within a minute is refused, a later one replaces the first', async () => {
    const email = 'again@example.com';
    const supabase = gateway.visitor();
    await supabase.auth.signUp({ email, password });
    const first = codeIn(email);
    expect((await supabase.auth.resend({ type: 'signup', email })).error?.code).toBe('over_email_send_rate_limit');
    await gateway.db.query(
      `update auth.users set confirmation_sent_at = now() - interval '61 seconds' where email = $1`,
      [email],
    );
    expect((await supabase.auth.resend({ type: 'signup', email })).error).toBeNull();
    // The stored code is the second one's: of a million codes two are hardly ever the same.
    expect((await supabase.auth.verifyOtp({ email, token: first, type: 'email' })).error?.code).toBe('otp_expired');
    expect((await supabase.auth.verifyOtp({ email, token: codeIn(email), type: 'email' })).error).toBeNull();
  });

  test('a code older than an hour is refused', async () => {
    const email = 'late@example.com';
    await gateway.visitor().auth.signUp({ email, password });
    await gateway.db.query(
      `update auth.users set confirmation_sent_at = now() - interval '61 minutes' where email = $1`,
      [email],
    );
    expect((await gateway.visitor().auth.verifyOtp({ email, token: codeIn(email), type: 'email' })).error?.code).toBe(
      'otp_expired',
    );
  });
});

describe('sessions', () => {
  test('a wrong password and an unknown address look the same', async () => {
    const { email } = await gateway.person();
    const supabase = gateway.visitor();
    expect((await supabase.auth.signInWithPassword({ email, password: 'not the password' })).error?.code).toBe(
      'invalid_credentials',
    );
    expect((await supabase.auth.signInWithPassword({ email: 'nobody@example.com', password })).error?.code).toBe(
      'invalid_credentials',
    );
  });

  test('refreshing gives a new token, a second tab gets the same one, an old one ends the family', async () => {
    const { supabase } = await gateway.person();
    const first = (await supabase.auth.getSession()).data.session?.refresh_token ?? '';
    const next = (await supabase.auth.refreshSession()).data.session?.refresh_token ?? '';
    expect(next).not.toBe(first);
    const secondTab = await gateway.visitor().auth.refreshSession({ refresh_token: first });
    expect(secondTab.data.session?.refresh_token).toBe(next);
    await gateway.db.query(`update auth.refresh_tokens set updated_at = now() - interval '1 minute' where token = $1`, [
      first,
    ]);
    expect((await gateway.visitor().auth.refreshSession({ refresh_token: first })).error?.code).toBe(
      'refresh_token_already_used',
    );
    expect((await gateway.visitor().auth.refreshSession({ refresh_token: next })).error?.code).toBe(
      'refresh_token_already_used',
    );
    expect((await gateway.visitor().auth.refreshSession({ refresh_token: 'unknown' })).error?.code).toBe(
      'refresh_token_not_found',
    );
  });

  test('the token is signed with a public key and carries role, session and metadata', async () => {
    const { supabase, id } = await gateway.person();
    const { data } = await supabase.auth.getClaims();
    expect(data?.header.alg).toBe('ES256');
    expect(data?.claims).toMatchObject({
      sub: id,
      role: 'authenticated',
      aal: 'aal1',
      user_metadata: { full_name: 'Asha Rao' },
    });
  });

  test('after signing out the token no longer names a user', async () => {
    const { supabase, token } = await gateway.person();
    expect((await gateway.admin.auth.getUser(token)).error).toBeNull();
    expect((await supabase.auth.signOut()).error).toBeNull();
    expect((await gateway.admin.auth.getUser(token)).error?.name).toBe('AuthSessionMissingError');
  });

  test('demo accounts inserted by SQL can sign in', async () => {
    await gateway.db.query(`
      with person as (
        insert into auth.users (instance_id, id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data,
          created_at, updated_at, confirmation_token, recovery_token, email_change, email_change_token_new)
        values ('00000000-0000-0000-0000-000000000000', gen_random_uuid(), 'authenticated', 'authenticated', 'sql@example.com',
          extensions.crypt('${password}', extensions.gen_salt('bf', 4)), now(), '{}', '{}', now(), now(), '', '', '', '') returning id)
      insert into auth.identities (provider_id, user_id, identity_data, provider, created_at, updated_at)
      select id::text, id, jsonb_build_object('sub', id, 'email', 'sql@example.com'), 'email', now(), now() from person`);
    expect((await gateway.visitor().auth.signInWithPassword({ email: 'sql@example.com', password })).error).toBeNull();
  });
});

describe('a forgotten password', () => {
  test('the code leads to a new password, which ends the other sessions', async () => {
    const { email, token } = await gateway.person();
    const supabase = gateway.visitor();
    expect((await supabase.auth.resetPasswordForEmail(email)).error).toBeNull();
    expect((await supabase.auth.verifyOtp({ email, token: codeIn(email), type: 'recovery' })).error).toBeNull();
    expect((await supabase.auth.updateUser({ password })).error?.code).toBe('same_password');
    expect((await supabase.auth.updateUser({ password: 'another long password' })).error).toBeNull();
    expect((await gateway.admin.auth.getUser(token)).error?.name).toBe('AuthSessionMissingError');
    expect((await gateway.visitor().auth.signInWithPassword({ email, password })).error?.code).toBe(
      'invalid_credentials',
    );
    expect(
      (await gateway.visitor().auth.signInWithPassword({ email, password: 'another long password' })).error,
    ).toBeNull();
  });

  test('the link leads back to the app with a session, once, and nowhere else', async () => {
    const { email } = await gateway.person();
    await gateway.visitor().auth.resetPasswordForEmail(email, { redirectTo: 'https://evil.example/x' });
    const first = await fetch(linkIn(email), { redirect: 'manual' });
    expect(first.status).toBe(303);
    expect(first.headers.get('location')).toMatch(/^http:\/\/127\.0\.0\.1:4300\/?#access_token=.+type=recovery/);
    const second = await fetch(linkIn(email), { redirect: 'manual' });
    expect(second.headers.get('location')).toContain('error_code=otp_expired');
  });

  test('asking for an unknown address says nothing', async () => {
    const before = gateway.mails.length;
    expect((await gateway.visitor().auth.resetPasswordForEmail('nobody@example.com')).error).toBeNull();
    expect(gateway.mails.length).toBe(before);
  });
});

describe('the admin endpoints', () => {
  test('a visitor and a learner are refused, the secret key is let in', async () => {
    const { supabase, id, token } = await gateway.person();
    expect((await gateway.visitor().auth.admin.listUsers()).error?.status).toBe(401);
    const asLearner = await fetch(`${gateway.url}/auth/v1/admin/users/${id}`, {
      method: 'DELETE',
      headers: { apikey: gateway.publishableKey, authorization: `Bearer ${token}` },
      body: '{}',
    });
    expect([asLearner.status, await asLearner.json()]).toMatchObject([403, { code: 'not_admin' }]);
    expect((await supabase.auth.admin.inviteUserByEmail('x@example.com')).error?.status).toBe(401);
    expect((await gateway.admin.auth.admin.getUserById(id)).data.user?.id).toBe(id);
  });

  test('an invitation mails a code that opens the account', async () => {
    const email = 'invited@example.com';
    const { data, error } = await gateway.admin.auth.admin.inviteUserByEmail(email, { data: { full_name: 'Ben' } });
    expect([error, data.user?.user_metadata.full_name]).toEqual([null, 'Ben']);
    const supabase = gateway.visitor();
    expect((await supabase.auth.verifyOtp({ email, token: codeIn(email), type: 'invite' })).error).toBeNull();
    expect((await supabase.auth.updateUser({ password })).error).toBeNull();
    expect((await gateway.visitor().auth.signInWithPassword({ email, password })).error).toBeNull();
  });

  test('a ban stops sign-in and refresh until it is lifted', async () => {
    const { supabase, id, email } = await gateway.person();
    await gateway.admin.auth.admin.updateUserById(id, { ban_duration: '24h' });
    expect((await gateway.visitor().auth.signInWithPassword({ email, password })).error?.code).toBe('user_banned');
    expect((await supabase.auth.refreshSession()).error?.code).toBe('user_banned');
    await gateway.admin.auth.admin.updateUserById(id, { ban_duration: 'none' });
    expect((await gateway.visitor().auth.signInWithPassword({ email, password })).error).toBeNull();
  });

  test('accounts are created, listed, changed, linked and deleted', async () => {
    const { admin } = gateway.admin.auth;
    const email = 'made@example.com';
    const created = await admin.createUser({ email, password, email_confirm: true });
    const id = created.data.user?.id ?? '';
    expect((await admin.createUser({ email, password })).error?.code).toBe('email_exists');
    const listed = await admin.listUsers({ page: 1, perPage: 1000 });
    expect(listed.data.users.some((user) => user.id === id)).toBe(true);
    const changed = await admin.updateUserById(id, {
      user_metadata: { full_name: 'Chandra' },
      app_metadata: { plan: 'x' },
    });
    expect(changed.data.user).toMatchObject({
      user_metadata: { full_name: 'Chandra' },
      app_metadata: { plan: 'x', provider: 'email' },
    });
    const link = await admin.generateLink({ type: 'magiclink', email });
    expect(
      (
        await gateway
          .visitor()
          .auth.verifyOtp({ token_hash: link.data.properties?.hashed_token ?? '', type: 'magiclink' })
      ).error,
    ).toBeNull();
    expect((await admin.deleteUser(id)).error).toBeNull();
    expect((await admin.getUserById(id)).error?.code).toBe('user_not_found');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import {
  acceptInviteResponseSchema,
  lookAtInviteResponseSchema,
  type AcceptInviteRequest,
  type InvitationKind,
} from '../_shared/contracts/accept-invite.ts';
import { tooManyRequests } from '../_shared/http/errors.ts';
import { createToken, hashToken } from '../_shared/invitations/token.ts';
import { createLogSpy, errorOf, post } from '../_shared/testing/fakes.ts';
import { createFakeInvitation } from '../_shared/testing/invitations.ts';
import { createAcceptInviteHandler } from './handler.ts';

const token = createToken();
const tokenHash = await hashToken(token);
const mine = { fullName: 'Priya Sharma', password: 'a long enough one', consentVersion: '2026-04-01' };

let spy: ReturnType<typeof createLogSpy>;
let buckets: string[];
beforeEach(() => {
  spy = createLogSpy();
  buckets = [];
});

function setUp(kind: InvitationKind = 'student') {
  const fake = createFakeInvitation(kind, tokenHash);
  const handler = createAcceptInviteHandler({
    invitations: fake.invitations,
    accounts: fake.accounts,
    limitRate: async (bucket, limit) => {
      buckets.push(bucket);
      if (buckets.filter((each) => each === bucket).length > limit) throw tooManyRequests();
    },
    log: spy.log,
  });
  const send = (body: AcceptInviteRequest) => handler(post(body, { 'cf-connecting-ip': '203.0.113.7' }));
  return {
    ...fake,
    send,
    look: async () => lookAtInviteResponseSchema.parse(await (await send({ action: 'look', token })).json()),
    accept: async (given: Partial<typeof mine> = {}) => {
      const response = await send({ action: 'accept', token, ...given });
      expect(response.status).toBe(200);
      return acceptInviteResponseSchema.parse(await response.json());
    },
    refused: async (given: Partial<typeof mine> = {}) => errorOf(await send({ action: 'accept', token, ...given })),
  };
}

describe('looking at an invitation', () => {
  it('tells who invites whom, and to what', async () => {
    expect(await setUp().look()).toEqual({
      kind: 'student',
      email: 'priya@example.com',
      fullName: 'Priya Sharma',
      institutionName: 'Sample University',
      tracks: ['AI Foundations'],
      hasAccount: false,
      state: 'open',
    });
  });

  it('tells an account apart from one that was opened and never confirmed', async () => {
    const { open, look } = setUp();
    open();
    expect((await look()).hasAccount).toBe(true);
    open({ confirmed: false, signedIn: false });
    expect((await look()).hasAccount).toBe(false);
  });

  it.each(['expired', 'withdrawn'] as const)('tells little of one that is %s', async (ended) => {
    const { world, look } = setUp();
    world.ended = ended;
    expect(await look()).toMatchObject({
      state: ended,
      fullName: '',
      tracks: [],
      institutionName: 'Sample University',
    });
  });

  it('answers a token that nobody knows like one that cannot be', async () => {
    const { send } = setUp();
    const bodies = await Promise.all(
      [createToken(), 'x', `${token}=`].map(async (other) => {
        const response = await send({ action: 'look', token: other });
        const { error } = await response.json();
        return { status: response.status, code: error.code, message: error.message };
      }),
    );
    expect(bodies[0]).toMatchObject({ status: 404, code: 'invitation_unknown' });
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
  });
});

describe('accepting without an account', () => {
  it('makes a confirmed account with the password of its person, and records what they agreed to', async () => {
    const { world, accept } = setUp();
    expect(await accept(mine)).toEqual({ email: 'priya@example.com', kind: 'student', hasAccount: false });
    expect(world.account).toMatchObject({
      password: mine.password,
      fullName: mine.fullName,
      confirmed: true,
      mark: null,
    });
    expect(world.consents).toEqual(['2026-04-01']);
    expect(world.usedBy).toBe(world.account?.id);
  });

  it('names what is missing, and makes no account', async () => {
    const { world, refused } = setUp();
    expect(await refused({ fullName: 'Priya Sharma' })).toEqual({
      status: 422,
      code: 'password_needed',
      fields: { password: 'missing', consentVersion: 'missing' },
    });
    expect(world.account).toBeNull();
  });

  it.each([
    ['123456789', 'too_short'],
    ['अ'.repeat(25), 'too_long'],
  ])('refuses the password %s', async (password, why) => {
    const { world, refused } = setUp();
    expect(await refused({ ...mine, password })).toEqual({
      status: 400,
      code: 'invalid_input',
      fields: { password: why },
    });
    expect(world.account).toBeNull();
  });

  it('leaves nothing of a stranger who opened an account with the address and never confirmed it', async () => {
    const { world, open, accept } = setUp();
    const { id } = open({ confirmed: false, signedIn: false, password: 'known to the stranger', fullName: 'Mallory' });
    expect(await accept(mine)).toMatchObject({ hasAccount: false });
    expect(world.account).toMatchObject({ id, confirmed: true, password: mine.password, fullName: mine.fullName });
  });
});

describe('accepting with an account', () => {
  it.each(['student', 'manager'] as const)('attaches a %s and leaves name and password alone', async (kind) => {
    const { world, open, accept } = setUp(kind);
    const before = { ...open() };
    expect(await accept(mine)).toEqual({ email: 'priya@example.com', kind, hasAccount: true });
    expect(world.account).toEqual(before);
    expect(world).toMatchObject({ usedBy: before.id, consents: [] });
  });

  it('asks for nothing', async () => {
    const { open, accept, world } = setUp();
    open();
    expect(await accept()).toMatchObject({ hasAccount: true });
    expect(world.joined).toBe(true);
  });

  it('does not touch the password of an account that never signed in but was made elsewhere', async () => {
    const { world, open, accept } = setUp('manager');
    open({ signedIn: false, mark: await hashToken(createToken()) });
    expect(await accept(mine)).toMatchObject({ hasAccount: true });
    expect(world.account?.password).toBe('the one they chose');
  });

  it.each([
    ['student', { status: 'suspended' }, 'account_not_open'],
    ['student', { kind: 'institution' }, 'account_not_open'],
    ['student', { kind: 'staff', confirmed: false, signedIn: false }, 'account_not_open'],
    ['manager', { kind: 'staff' }, 'account_is_staff'],
    ['manager', { kind: 'staff', confirmed: false, signedIn: false }, 'account_is_staff'],
  ] as const)('refuses a %s whose account is %j, and leaves it as it was', async (kind, account, code) => {
    const { world, open, refused } = setUp(kind);
    const before = { ...open(account) };
    expect(await refused(mine)).toMatchObject({ status: 409, code });
    expect(world.account).toEqual(before);
    expect(world.usedBy).toBeNull();
  });
});

describe('accepting again', () => {
  it.each(['student', 'manager'] as const)('changes nothing for a %s, whatever is sent', async (kind) => {
    const { world, accept } = setUp(kind);
    await accept(mine);
    const after = structuredClone(world.account);
    expect(await accept({ ...mine, password: 'another long one' })).toMatchObject({ hasAccount: true });
    expect(world.account).toEqual(after);
    expect(world.consents).toHaveLength(1);
  });

  it.each(['student', 'manager'] as const)(
    'finishes for a %s what a crash left after the account was made',
    async (kind) => {
      const { world, send, look, accept } = setUp(kind);
      world.crash = 'accept';
      expect((await send({ action: 'accept', token, ...mine })).status).toBe(500);
      expect(world).toMatchObject({ usedBy: null, account: { password: mine.password } });
      // The page asks as if nothing had happened.
      expect(await look()).toMatchObject({ state: 'open', hasAccount: false });
      expect(await accept({ ...mine, password: 'typed once more, differently' })).toMatchObject({ hasAccount: false });
      expect(world.account?.password).toBe('typed once more, differently');
      expect(world.usedBy).toBe(world.account?.id);
    },
  );

  it('sets no password any more once the person of an unfinished account has signed in', async () => {
    const { world, send, look, accept } = setUp('manager');
    world.crash = 'accept';
    await send({ action: 'accept', token, ...mine });
    if (world.account) world.account.signedIn = true;
    expect(await look()).toMatchObject({ state: 'open', hasAccount: true });
    expect(await accept({ ...mine, password: 'a holder of the mail' })).toMatchObject({ hasAccount: true });
    expect(world.account?.password).toBe(mine.password);
    expect(world.joined).toBe(true);
  });

  it('stands although the last step failed', async () => {
    const { world, accept } = setUp();
    world.crash = 'finish';
    expect(await accept(mine)).toMatchObject({ hasAccount: false });
    expect(world.joined).toBe(true);
  });

  it('judges the account of whoever was faster with the same address', async () => {
    const { world, open, accept } = setUp();
    world.before = () => void open({ password: 'of the faster one' });
    expect(await accept(mine)).toMatchObject({ hasAccount: true });
    expect(world.account?.password).toBe('of the faster one');
  });
});

describe('an invitation to the staff', () => {
  it('makes an account, and after a crash finishes the same one, also for who has signed in with it', async () => {
    const { world, send, accept } = setUp('staff');
    world.crash = 'accept';
    expect((await send({ action: 'accept', token, ...mine })).status).toBe(500);
    if (world.account) world.account.signedIn = true;
    expect(await accept(mine)).toMatchObject({ kind: 'staff' });
    expect(world).toMatchObject({ joined: true, account: { password: mine.password } });
  });

  it.each([
    [{}, 'account_exists'],
    [{ kind: 'institution' }, 'account_exists'],
    [{ kind: 'staff' }, 'account_exists'],
    [{ signedIn: false }, 'account_exists'],
    [{ status: 'suspended' }, 'account_not_open'],
  ] as const)('is refused to an account that is %j, which stays as it was', async (account, code) => {
    const { world, open, refused, send } = setUp('staff');
    const before = { ...open(account) };
    expect(await refused(mine)).toMatchObject({ status: 409, code });
    expect(await errorOf(await send({ action: 'look', token }))).toMatchObject({ status: 409, code });
    expect(world.account).toEqual(before);
    expect(world.usedBy).toBeNull();
  });

  it('takes over an account that was opened and never confirmed', async () => {
    const { world, open, accept } = setUp('staff');
    open({ confirmed: false, signedIn: false, password: 'known to the stranger' });
    expect(await accept(mine)).toMatchObject({ hasAccount: false });
    expect(world.account?.password).toBe(mine.password);
  });

  it('changes nothing when it is accepted again', async () => {
    const { world, accept, look } = setUp('staff');
    await accept(mine);
    if (world.account) world.account.kind = 'staff';
    const after = structuredClone(world.account);
    expect((await look()).state).toBe('used');
    expect(await accept({ ...mine, password: 'another long one' })).toMatchObject({ hasAccount: true });
    expect(world.account).toEqual(after);
  });
});

describe('what holds always', () => {
  it.each([
    ['expired', 'invitation_expired'],
    ['withdrawn', 'invitation_withdrawn'],
  ] as const)('makes nobody anything by an invitation that is %s', async (ended, code) => {
    const { world, refused } = setUp();
    world.ended = ended;
    expect(await refused(mine)).toMatchObject({ status: 410, code });
    expect(world).toMatchObject({ account: null, joined: false });
  });

  it('counts by hashed address, and acceptances by token', async () => {
    const { accept, refused } = setUp();
    for (let attempt = 0; attempt < 10; attempt += 1) await accept(mine);
    expect(await refused(mine)).toEqual({ status: 429, code: 'too_many_requests' });
    expect(buckets.join()).not.toMatch(/203\.0\.113|priya/);
    expect(buckets[0]).toMatch(/^accept-invite:[0-9a-f]{32}$/);
  });

  it('keeps token, address, name and password out of the log', async () => {
    const { accept } = setUp();
    await accept(mine);
    expect(spy.lines[0]).toMatchObject({ fn: 'accept-invite', action: 'accept', kind: 'student', account: 'none' });
    for (const secret of [token, tokenHash, 'priya', 'Priya', mine.password]) expect(spy.text()).not.toContain(secret);
  });

  it('refuses what is no request of ours', async () => {
    const { send } = setUp();
    // @ts-expect-error a caller may send anything
    expect(await errorOf(await send({ action: 'delete', token }))).toMatchObject({
      status: 400,
      code: 'invalid_input',
    });
    expect(await errorOf(await send({ action: 'look', token: 'x'.repeat(9000) }))).toMatchObject({ status: 413 });
  });
});

import type { LookAtInviteResponse } from '@contracts/accept-invite.ts';
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { SessionState } from '~/entities/session/session-store';
import * as store from '~/entities/session/session-store';
import * as leaving from '~/entities/session/sign-out';
import { renderApp } from '~/testing/render';
import AcceptInvitePage from './accept-invite-page';

// The first render of the page loads the client.
vi.setConfig({ testTimeout: 20_000 });

const token = 'T'.repeat(43);
const email = 'priya@example.com';
const student: LookAtInviteResponse = {
  kind: 'student',
  email,
  fullName: 'Priya Sharma',
  institutionName: 'Sample University',
  tracks: ['AI Foundations'],
  hasAccount: false,
  state: 'open',
};
const manager: LookAtInviteResponse = { ...student, kind: 'manager', tracks: [] };
const refusal = (status: number, code: string) =>
  Response.json({ error: { code, message: code, requestId: 'req-7' } }, { status });
const session = (of: string) => ({
  access_token: 'a.b.c',
  refresh_token: 'r',
  token_type: 'bearer',
  expires_in: 3600,
  user: { id: 'u1', email: of, aud: 'authenticated', app_metadata: {}, user_metadata: {}, created_at: '2026-01-01' },
});

let looked: () => Response;
let accepted: () => Response;
let signedIn: () => Response;
let sent: unknown[];
let person: SessionState;

beforeEach(() => {
  sessionStorage.clear();
  person = { status: 'anonymous' };
  sent = [];
  looked = () => Response.json(student);
  accepted = () => Response.json({ email, kind: 'student', hasAccount: false });
  signedIn = () => Response.json(session(email));
  vi.spyOn(store, 'readSession').mockImplementation(() => person);
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (url.includes('/auth/v1/token')) return Promise.resolve(signedIn());
    if (!url.endsWith('/functions/v1/accept-invite')) throw new Error(`Nothing is asked of ${url}`);
    const body: unknown = JSON.parse(String(init?.body));
    if (typeof body === 'object' && body !== null && 'action' in body && body.action === 'look')
      return Promise.resolve(looked());
    sent.push(body);
    return Promise.resolve(accepted());
  });
});

const open = () => renderApp(<AcceptInvitePage />, { at: `/accept-invite?invite=${token}`, path: '/accept-invite' });
const choose = async (user: ReturnType<typeof open>['user'], password: string) => {
  await user.click(screen.getByLabelText('Choose a password'));
  await user.paste(password);
};
const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name }, { timeout: 4000 });

it('tells who invites to what, and takes the token out of the address', async () => {
  const { address } = open();
  expect(await heading('Sample University has a place for you')).toBeVisible();
  expect(screen.getByText('AI Foundations')).toBeVisible();
  expect(screen.getByText(email)).toBeVisible();
  expect(screen.getByLabelText('Full name')).toHaveValue('Priya Sharma');
  expect(address()).toBe('/accept-invite');
});

it('goes on after a reload, when the address holds no token any more', async () => {
  open().unmount();
  renderApp(<AcceptInvitePage />, { at: '/accept-invite', path: '/accept-invite' });
  expect(await heading('Sample University has a place for you')).toBeVisible();
});

it('makes the account with what was typed, signs in and leads to the dashboard', async () => {
  const { user, address } = open();
  expect(await heading('Sample University has a place for you')).toBeVisible();
  await choose(user, 'three words here');
  expect(screen.getByText('Long enough')).toBeVisible();
  await user.click(screen.getByRole('checkbox'));
  await user.click(screen.getByRole('button', { name: 'Create my account' }));
  await waitFor(() => expect(address()).toBe('/dashboard'), { timeout: 4000 });
  expect(sent).toEqual([
    { action: 'accept', token, fullName: 'Priya Sharma', password: 'three words here', consentVersion: '2026-04-01' },
  ]);
  expect(sessionStorage).toHaveLength(0);
});

it('names what is missing and sends nothing', async () => {
  const { user } = open();
  expect(await heading('Sample University has a place for you')).toBeVisible();
  await user.clear(screen.getByLabelText('Full name'));
  await choose(user, 'short');
  await user.click(screen.getByRole('button', { name: 'Create my account' }));
  const summary = await screen.findByRole('alert');
  expect(summary).toHaveTextContent('3 things need your attention');
  for (const words of ['Enter your full name', 'Choose a password of at least 10', 'Please accept the terms'])
    expect(summary).toHaveTextContent(words);
  expect(sent).toEqual([]);
});

it('leads a new manager to the institution', async () => {
  looked = () => Response.json(manager);
  accepted = () => Response.json({ email, kind: 'manager', hasAccount: false });
  const { user, address } = open();
  expect(await heading('Manage Sample University')).toBeVisible();
  expect(screen.queryByText('Track')).toBeNull();
  await choose(user, 'three words here');
  await user.click(screen.getByRole('checkbox'));
  await user.click(screen.getByRole('button', { name: 'Create my account' }));
  await waitFor(() => expect(address()).toBe('/institution'), { timeout: 4000 });
});

it.each([
  ['the answer to the first try was lost', () => Response.json(session(email)), '/dashboard'],
  [
    'the account has another password',
    () => Response.json({ code: 'invalid_credentials', msg: 'wrong' }, { status: 400 }),
    '/login?next=%2Fdashboard',
  ],
])(
  'goes on by the right door when %s',
  async (_why, answer, to) => {
    signedIn = answer;
    accepted = () => Response.json({ email, kind: 'student', hasAccount: true });
    const { user, address } = open();
    await heading('Sample University has a place for you');
    await choose(user, 'three words here');
    await user.click(screen.getByRole('checkbox'));
    await user.click(screen.getByRole('button', { name: 'Create my account' }));
    await waitFor(() => expect(address()).toBe(to), { timeout: 4000 });
  },
  15_000,
);

it('asks no password of who has an account, and leads to sign-in', async () => {
  looked = () => Response.json({ ...student, hasAccount: true });
  accepted = () => Response.json({ email, kind: 'student', hasAccount: true });
  const { user, address } = open();
  expect(await heading('Sample University has a place for you')).toBeVisible();
  expect(screen.queryByLabelText('Choose a password')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Accept the place' }));
  await waitFor(() => expect(address()).toBe('/login?next=%2Fdashboard'));
  expect(sent).toEqual([{ action: 'accept', token }]);
});

it('leads straight on who is signed in already', async () => {
  person = { status: 'signed-in', userId: 'u1', email: 'Priya@example.com' };
  looked = () => Response.json({ ...manager, hasAccount: true });
  accepted = () => Response.json({ email, kind: 'manager', hasAccount: true });
  const { user, address } = open();
  await user.click(await screen.findByRole('button', { name: 'Accept and manage' }));
  await waitFor(() => expect(address()).toBe('/institution'));
});

it('accepts nothing in the name of somebody else who is signed in here, and offers to sign out', async () => {
  person = { status: 'signed-in', userId: 'u2', email: 'ravi@example.com' };
  let tell = () => {};
  vi.spyOn(store, 'subscribeSession').mockImplementation((listener) => {
    tell = listener;
    return () => {};
  });
  vi.spyOn(leaving, 'signOut').mockImplementation(async () => {
    person = { status: 'anonymous' };
    sessionStorage.clear();
    tell();
  });
  const { user } = open();
  expect(await heading('Sample University has a place for you')).toBeVisible();
  expect(screen.getByText(/signed in as ravi@example.com, and the invitation is for priya@example.com/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Create my account' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Sign out and go on' }));
  expect(await screen.findByRole('button', { name: 'Create my account' })).toBeVisible();
  expect(sessionStorage).toHaveLength(1);
});

it.each([
  ['used', 'This invitation has been accepted', 'Sign in to go on.'],
  ['expired', 'This invitation is too old', 'Ask Sample University to send it again'],
  ['withdrawn', 'This invitation was taken back', 'Ask there if you expected it'],
] as const)('has words of its own for an invitation that is %s', async (state, title, next) => {
  looked = () => Response.json({ ...student, state, fullName: '', tracks: [] });
  open();
  expect(await heading(title)).toBeVisible();
  expect(screen.getByText(new RegExp(next))).toBeVisible();
  expect(screen.getByRole('link', { name: 'Go to sign-in' })).toHaveAttribute('href', '/login');
  expect(screen.queryByRole('button', { name: 'Create my account' })).toBeNull();
});

it.each([
  [404, 'invitation_unknown', 'This link does not open an invitation'],
  [409, 'account_not_open', 'Your account cannot take up this invitation'],
  [409, 'account_is_staff', 'Staff cannot manage an institution'],
])('says what %s %s means', async (status, code, title) => {
  looked = () => refusal(status, code);
  open();
  expect(await heading(title)).toBeVisible();
});

it('offers another try when the server is not reached', async () => {
  looked = () => refusal(503, 'database_unavailable');
  const { user } = open();
  expect(await heading('This could not be loaded')).toBeVisible();
  looked = () => Response.json(student);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await heading('Sample University has a place for you')).toBeVisible();
});

it('says so when the invitation was taken back while the page stood open', async () => {
  looked = () => Response.json({ ...student, hasAccount: true });
  accepted = () => refusal(410, 'invitation_withdrawn');
  const { user } = open();
  const button = await screen.findByRole('button', { name: 'Accept the place' });
  looked = () => Response.json({ ...student, state: 'withdrawn' });
  await user.click(button);
  expect(await heading('This invitation was taken back')).toBeVisible();
});

it('leaves links of Auth to Auth', async () => {
  renderApp(<AcceptInvitePage />, { at: '/accept-invite', path: '/accept-invite' });
  expect(await heading('This link does not work any more')).toBeVisible();
});

it('invites to the staff', async () => {
  looked = () => Response.json({ ...manager, kind: 'staff', institutionName: 'AI Ready' });
  open();
  expect(await heading('Join the team of AI Ready')).toBeVisible();
});

it('says that an account that is used otherwise cannot join the staff', async () => {
  looked = () => refusal(409, 'account_exists');
  open();
  expect(await heading('This address has an account already')).toBeVisible();
});

import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { renderApp } from '~/testing/render';
import type { Manager, ManagerInvitation } from '../team-schemas';
import TeamPage from './team-page';
import { InstitutionContext } from './use-institution';

vi.setConfig({ testTimeout: 20_000 });

const me: Manager = {
  user_id: 'u1',
  full_name: 'Ravi Menon',
  email: 'ravi@example.com',
  added_at: '2026-03-05T08:00:00Z',
  me: true,
};
const other: Manager = { ...me, user_id: 'u2', full_name: 'Zoë Dsouza', email: 'zoe@example.com', me: false };
const waiting: ManagerInvitation = {
  id: 'i1',
  email: 'asha@example.com',
  full_name: 'Asha Rao',
  created_at: '2026-03-05T08:00:00Z',
  sent_at: '2026-03-05T08:01:00Z',
  expires_at: '2999-01-01T08:00:00Z',
};

let team: { managers: Manager[]; invitations: ManagerInvitation[] };
let called: [string, unknown][];
let refuse: Record<string, string>;

beforeEach(() => {
  team = { managers: [me, other], invitations: [] };
  called = [];
  refuse = {};
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const name = new URL(String(input instanceof Request ? input.url : input)).pathname.split('/').at(-1) ?? '';
    if (name === 'institution_team') return Promise.resolve(Response.json(team));
    called.push([name, JSON.parse(String(init?.body))]);
    const code = refuse[name];
    if (code !== undefined) {
      return Promise.resolve(Response.json({ code: 'P0001', message: code, details: '', hint: '' }, { status: 400 }));
    }
    return Promise.resolve(Response.json(null));
  });
});

const open = () =>
  renderApp(
    <InstitutionContext value={{ id: 'n1', name: 'Sample University', all: [], choose: () => {} }}>
      <TeamPage />
    </InstitutionContext>,
    { at: '/institution/team', path: '/institution/team' },
  );
const rowOf = async (name: string) => {
  const row = (await screen.findByText(name, undefined, { timeout: 4000 })).closest('li');
  if (row === null) throw new Error(`No row of ${name}`);
  return within(row);
};

it('lists who manages, oneself marked', async () => {
  open();
  expect((await rowOf('Ravi Menon')).getByText('You')).toBeVisible();
  expect((await rowOf('Zoë Dsouza')).queryByText('You')).toBeNull();
  expect(screen.getByText('2 people')).toBeVisible();
  expect(screen.queryByRole('heading', { name: 'Invited' })).toBeNull();
});

it('invites a colleague, says so and empties the form', async () => {
  const { user } = open();
  await rowOf('Ravi Menon');
  await user.click(screen.getByLabelText(/Full name/));
  await user.paste(' Asha Rao ');
  await user.click(screen.getByLabelText(/E-mail/));
  await user.paste('asha@example.com');
  team = { ...team, invitations: [waiting] };
  await user.click(screen.getByRole('button', { name: 'Send the invitation' }));
  expect(await screen.findByRole('status')).toHaveTextContent('An invitation is on its way to asha@example.com.');
  expect(called).toEqual([
    ['invite_manager', { p_institution_id: 'n1', p_email: 'asha@example.com', p_full_name: 'Asha Rao' }],
  ]);
  expect(screen.getByLabelText(/E-mail/)).toHaveValue('');
  expect((await rowOf('Asha Rao')).getByText('Waiting')).toBeVisible();
});

it('names what is wrong with the form and sends nothing', async () => {
  const { user } = open();
  await rowOf('Ravi Menon');
  await user.click(screen.getByLabelText(/E-mail/));
  await user.paste('not an address');
  await user.click(screen.getByRole('button', { name: 'Send the invitation' }));
  const summary = await screen.findByRole('alert');
  expect(summary).toHaveTextContent('Enter the name');
  expect(summary).toHaveTextContent('Enter an e-mail address such as name@example.com');
  expect(called).toEqual([]);
});

it.each([
  ['already_manager', 'zoe@example.com manages this institution already.'],
  ['account_is_staff', 'belongs to our staff'],
  ['invited_recently', 'Wait five minutes'],
  ['too_many_requests', 'Thirty invitations'],
])('says %s in words and keeps what was typed', async (code, words) => {
  refuse = { invite_manager: code };
  const { user } = open();
  await rowOf('Ravi Menon');
  await user.click(screen.getByLabelText(/Full name/));
  await user.paste('Zoë Dsouza');
  await user.click(screen.getByLabelText(/E-mail/));
  await user.paste('zoe@example.com');
  await user.click(screen.getByRole('button', { name: 'Send the invitation' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(words);
  expect(screen.getByLabelText(/E-mail/)).toHaveValue('zoe@example.com');
});

it('tells apart an invitation that waits, one that is being sent and one that is too old', async () => {
  team.invitations = [
    waiting,
    { ...waiting, id: 'i2', full_name: 'Bina Das', sent_at: null, expires_at: null },
    { ...waiting, id: 'i3', full_name: 'Chetan Iyer', expires_at: '2020-01-01T08:00:00Z' },
  ];
  open();
  expect((await rowOf('Asha Rao')).getByText('Waiting')).toBeVisible();
  expect((await rowOf('Bina Das')).getByText('Being sent')).toBeVisible();
  expect((await rowOf('Chetan Iyer')).getByText('Too old')).toBeVisible();
});

it('sends an invitation again by inviting again', async () => {
  team.invitations = [waiting];
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Send the invitation to asha@example.com again' }));
  await waitFor(() =>
    expect(called).toEqual([
      ['invite_manager', { p_institution_id: 'n1', p_email: 'asha@example.com', p_full_name: 'Asha Rao' }],
    ]),
  );
});

it('withdraws an invitation after asking once', async () => {
  team.invitations = [waiting];
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Withdraw the invitation of asha@example.com' }));
  const dialog = await screen.findByRole('dialog', { name: 'Withdraw the invitation?' });
  expect(called).toEqual([]);
  team = { ...team, invitations: [] };
  await user.click(within(dialog).getByRole('button', { name: 'Withdraw the invitation' }));
  await waitFor(() => expect(screen.queryByText('Asha Rao')).toBeNull());
  expect(called).toEqual([['withdraw_manager_invitation', { p_invitation_id: 'i1' }]]);
});

it('removes a colleague after asking once', async () => {
  const { user, address } = open();
  await user.click(await screen.findByRole('button', { name: 'Remove Zoë Dsouza' }));
  const dialog = await screen.findByRole('dialog', { name: 'Remove Zoë Dsouza?' });
  expect(dialog).toHaveTextContent('will no longer see the students, progress and certificates of Sample University');
  team = { ...team, managers: [me] };
  await user.click(within(dialog).getByRole('button', { name: 'Remove Zoë Dsouza' }));
  await waitFor(() => expect(screen.queryByText('zoe@example.com')).toBeNull());
  expect(called).toEqual([['remove_manager', { p_institution_id: 'n1', p_manager_id: 'u2' }]]);
  expect(address()).toBe('/institution/team');
});

it('says what one loses by leaving, and leads to what is left', async () => {
  const { user, address } = open();
  await user.click(await screen.findByRole('button', { name: 'Stop managing' }));
  const dialog = await screen.findByRole('dialog', { name: 'Stop managing Sample University?' });
  expect(dialog).toHaveTextContent('Only another manager, or we, can let you in again.');
  await user.click(within(dialog).getByRole('button', { name: 'Stop managing' }));
  await waitFor(() => expect(address()).toBe('/login'));
  expect(called).toEqual([['remove_manager', { p_institution_id: 'n1', p_manager_id: 'u1' }]]);
});

it('does not let the only manager go', async () => {
  team.managers = [me];
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Stop managing' }));
  const dialog = await screen.findByRole('dialog', { name: 'You are the only manager' });
  expect(within(dialog).queryByRole('button', { name: 'Stop managing' })).toBeNull();
  expect(dialog).toHaveTextContent('Invite a colleague first');
});

it('says the same when the colleague went a moment before', async () => {
  refuse = { remove_manager: 'last_manager' };
  const { user, address } = open();
  await user.click(await screen.findByRole('button', { name: 'Stop managing' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Stop managing' }));
  await waitFor(() => expect(called).toHaveLength(1));
  expect(address()).toBe('/institution/team');
});

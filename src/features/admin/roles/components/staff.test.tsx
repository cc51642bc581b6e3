import { screen, waitFor, within } from '@testing-library/react';
import { Route } from 'react-router';
import { expect, it, vi } from 'vitest';
import { openConsole, refused, serveRpc } from '~/testing/console';
import type { Staff, StaffInvitation } from '../schemas';
import StaffDrawer from './staff-drawer';
import StaffPage from './staff-page';

vi.setConfig({ testTimeout: 30_000 });
const patience = { timeout: 8_000 };

const role = { description: '', system: false, version: 1, holders: 1 };
const roles = [
  { ...role, id: 'helpers', name: 'Helpers', permissions: ['leads.read'] },
  { ...role, id: 'callers', name: 'Callers', permissions: ['leads.read'] },
  { ...role, id: 'finance', name: 'Finance', permissions: ['payments.refund'] },
];
const person: Staff = {
  id: '00000000-0000-4000-8000-000000000900',
  full_name: 'Ravi Menon',
  email: 'ravi@example.com',
  status: 'active',
  me: false,
  since: '2026-10-01T08:00:00Z',
  roles: [{ id: 'helpers', name: 'Helpers', granted_at: '2026-10-01T08:00:00Z', granted_by: 'Nila Iyer' }],
};
const invitation: StaffInvitation = {
  id: '00000000-0000-4000-8000-000000000901',
  email: 'priya@example.com',
  full_name: 'Priya Sharma',
  created_at: '2026-11-01T08:00:00Z',
  sent_at: '2026-11-01T08:01:00Z',
  expires_at: '2099-12-01T08:01:00Z',
  invited_by: 'Nila Iyer',
  stands: true,
  roles: [{ id: 'helpers', name: 'Helpers' }],
};

function open(at = '/admin/roles/staff', answers = {}, mine = ['roles.manage', 'users.manage', 'leads.read']) {
  const server = serveRpc({
    list_roles: () => ({ permissions: [], roles }),
    list_staff: () => ({ total: 1, rows: [person] }),
    get_staff: () => person,
    list_staff_invitations: () => [invitation],
    ...answers,
  });
  const view = openConsole(
    <Route path="/admin/roles/staff" element={<StaffPage />}>
      <Route path=":staffId" element={<StaffDrawer />} />
    </Route>,
    at,
    mine,
  );
  return { ...view, server };
}
const giveReason = async (user: ReturnType<typeof open>['user'], title: RegExp | string, confirm: string) => {
  const dialog = within(await screen.findByRole('dialog', { name: title }));
  await user.type(dialog.getByRole('textbox', { name: /Reason/ }), 'A good reason');
  await user.click(dialog.getByRole('button', { name: confirm }));
};

it('lists who holds what, searched and narrowed in the address', async () => {
  const { user, server, address } = open();
  const row = await screen.findByRole('row', { name: /Ravi Menon/ }, patience);
  expect(within(row).getByText('Helpers')).toBeVisible();
  expect(within(row).getByText('Active')).toBeVisible();
  await user.type(screen.getByLabelText('Search by name or e-mail'), 'ravi{Enter}');
  await user.selectOptions(screen.getByLabelText('Role'), 'Helpers');
  expect(address()).toBe('/admin/roles/staff?q=ravi&role=helpers');
  await waitFor(() =>
    expect(server.asked('list_staff').at(-1)).toMatchObject({ p_search: 'ravi', p_role_id: 'helpers', p_offset: 0 }),
  );
});

it('gives and takes roles with a reason, and says what stands in the way', async () => {
  const { user, server } = open(`/admin/roles/staff/${person.id}`, { give_role: () => null, take_role: () => null });
  await user.click(await screen.findByRole('button', { name: 'Give Callers' }, patience));
  await giveReason(user, 'Give Callers to Ravi Menon?', 'Give');
  await waitFor(() =>
    expect(server.asked('give_role')).toEqual([
      { p_staff_id: person.id, p_role_id: 'callers', p_reason: 'A good reason' },
    ]),
  );
  await waitFor(() => expect(screen.queryByRole('dialog', { name: /Give Callers/ })).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Take Helpers away' }));
  await giveReason(user, 'Take Helpers away from Ravi Menon?', 'Take away');
  await waitFor(() => expect(server.asked('take_role')).toHaveLength(1));
  expect(screen.queryByRole('button', { name: 'Give Finance' })).toBeNull();
  expect(screen.getByText('You lack: payments.refund')).toBeVisible();
});

it('says why the last super admin stays', async () => {
  const { user } = open(`/admin/roles/staff/${person.id}`, { take_role: () => refused('last_super_admin') });
  await user.click(await screen.findByRole('button', { name: 'Take Helpers away' }, patience));
  await giveReason(user, /Take Helpers away/, 'Take away');
  expect(await screen.findByText(/This is the last super admin/)).toBeVisible();
});

it('does not offer to give oneself a role', async () => {
  open(`/admin/roles/staff/${person.id}`, { get_staff: () => ({ ...person, me: true }) });
  expect(await screen.findByText('Somebody else must give you roles', undefined, patience)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Give Callers' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Take Helpers away' })).toBeVisible();
});

it('invites somebody with roles that the person may give', async () => {
  const { user, server } = open('/admin/roles/staff', { invite_staff: () => refused('account_exists') });
  await user.click(await screen.findByRole('button', { name: 'Invite staff' }, patience));
  await user.click(await screen.findByRole('button', { name: 'Send the invitation' }));
  expect((await screen.findAllByRole('alert'))[0]).toHaveTextContent('Choose at least one role.');
  await user.type(screen.getByLabelText(/Full name/), 'Priya Sharma');
  await user.type(screen.getByLabelText(/E-mail/, { selector: '#invite-email' }), 'priya@example.com');
  expect(screen.getByRole('checkbox', { name: 'Finance' })).toBeDisabled();
  await user.click(screen.getByRole('checkbox', { name: 'Helpers' }));
  await user.click(screen.getByRole('button', { name: 'Send the invitation' }));
  await user.type(await screen.findByRole('textbox', { name: /Reason/ }), 'A good reason');
  await user.click(screen.getAllByRole('button', { name: 'Send the invitation' }).at(-1) ?? document.body);
  expect(await screen.findByText(/A learner or manager has an account with this address/)).toBeVisible();
  expect(server.asked('invite_staff')).toEqual([
    {
      p_email: 'priya@example.com',
      p_full_name: 'Priya Sharma',
      p_role_ids: ['helpers'],
      p_reason: 'A good reason',
    },
  ]);
});

it('sends an open invitation again and withdraws it', async () => {
  const { user, server } = open('/admin/roles/staff', { withdraw_staff_invitation: () => null });
  await user.click(
    await screen.findByRole('button', { name: 'Withdraw the invitation of priya@example.com' }, patience),
  );
  await giveReason(user, 'Withdraw the invitation?', 'Withdraw');
  await waitFor(() =>
    expect(server.asked('withdraw_staff_invitation')).toEqual([
      { p_invitation_id: invitation.id, p_reason: 'A good reason' },
    ]),
  );
});

it('says that an invitation opens nothing once its inviter may not give the roles', async () => {
  open('/admin/roles/staff', { list_staff_invitations: () => [{ ...invitation, stands: false }] });
  expect(await screen.findByText('Opens nothing', undefined, patience)).toBeVisible();
});

it('offers nothing about invitations without the right to manage people', async () => {
  open('/admin/roles/staff', {}, ['roles.manage']);
  expect(await screen.findByText('Priya Sharma', undefined, patience)).toBeVisible();
  expect(screen.queryByRole('button', { name: /Withdraw/ })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Invite staff' })).toBeNull();
});

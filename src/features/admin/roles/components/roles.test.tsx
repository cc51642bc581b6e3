import { screen, waitFor, within } from '@testing-library/react';
import { Route } from 'react-router';
import { expect, it, vi } from 'vitest';
import { openConsole, refused, serveRpc } from '~/testing/console';
import type { Role } from '../schemas';
import RoleDrawer from './role-drawer';
import RolesPage from './roles-page';

vi.setConfig({ testTimeout: 30_000 });
const patience = { timeout: 8_000 };

const permissions = [
  { id: 'leads.read', description: 'See enquiries' },
  { id: 'leads.manage', description: 'Work on enquiries' },
  { id: 'payments.refund', description: 'Refund payments' },
];
const role = (given: Partial<Role>): Role => ({
  id: 'helpers',
  name: 'Helpers',
  description: 'They help',
  system: false,
  version: 3,
  permissions: ['leads.read'],
  holders: 0,
  ...given,
});
const sales = role({
  id: 'sales',
  name: 'Sales',
  system: true,
  permissions: ['leads.read', 'payments.refund'],
  holders: 2,
});
const mine = ['roles.manage', 'leads.read', 'leads.manage'];

function open(at = '/admin/roles', answers = {}, roles = [sales, role({})]) {
  const server = serveRpc({ list_roles: () => ({ permissions, roles }), ...answers });
  const view = openConsole(
    <Route path="/admin/roles" element={<RolesPage />}>
      <Route path=":roleId" element={<RoleDrawer />} />
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

it('shows which role allows what, grouped by area, with system roles marked in words', async () => {
  open();
  const table = await screen.findByRole('table', { name: 'Roles and their permissions' }, patience);
  const row = within(table).getByRole('row', { name: /Refund payments/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['Yes', 'No']);
  expect(within(table).getByRole('columnheader', { name: /Sales\s*System role\s*2 people/ })).toBeVisible();
  expect(within(table).getByRole('rowheader', { name: 'Payments' })).toBeVisible();
});

it('shows one role at a time where there is no room', async () => {
  vi.spyOn(globalThis, 'matchMedia').mockImplementation((query) => ({
    matches: true,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    dispatchEvent: () => false,
  }));
  const { user, address } = open();
  await user.selectOptions(await screen.findByLabelText('Role', undefined, patience), 'Helpers');
  expect(address()).toBe('/admin/roles?role=helpers');
  expect(within(screen.getByRole('region', { name: 'Payments' })).getByRole('listitem')).toHaveTextContent(
    /^Not allowed: ?Refund payments$/,
  );
});

it('keeps a system role fixed and offers a copy of it with what the person holds', async () => {
  const { user, address } = open('/admin/roles/sales');
  expect(await screen.findByText(/come with the product are fixed/, undefined, patience)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Save changes' })).toBeNull();
  await user.click(screen.getByRole('link', { name: 'Duplicate' }));
  expect(address()).toBe('/admin/roles/new?from=sales');
  expect(await screen.findByLabelText(/^Name/)).toHaveValue('Copy of Sales');
  expect(screen.getByRole('checkbox', { name: 'See enquiries' })).toBeChecked();
  expect(screen.getByRole('checkbox', { name: 'Refund payments' })).toBeDisabled();
  expect(screen.getByRole('checkbox', { name: 'Refund payments' })).not.toBeChecked();
});

it('says what is missing to change a role that holds more', async () => {
  open('/admin/roles/rich', {}, [role({ id: 'rich', name: 'Rich', permissions: ['payments.refund'] })]);
  expect(await screen.findByText(/You lack: payments.refund/, undefined, patience)).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
});

it('makes a role, with a reason', async () => {
  const { user, server, address } = open('/admin/roles/new', { create_role: () => 'callers' });
  await user.click(await screen.findByRole('button', { name: 'Create the role' }, patience));
  expect(await screen.findByRole('alert')).toHaveTextContent('Choose at least one permission.');
  await user.type(screen.getByLabelText(/^Name/), 'Callers');
  await user.click(screen.getByRole('checkbox', { name: 'Work on enquiries' }));
  await user.click(screen.getByRole('button', { name: 'Create the role' }));
  await giveReason(user, 'Create Callers?', 'Create the role');
  await waitFor(() => expect(address()).toBe('/admin/roles'));
  expect(server.asked('create_role')).toEqual([
    { p_name: 'Callers', p_description: '', p_permissions: ['leads.manage'], p_reason: 'A good reason' },
  ]);
});

it('saves against the version that was seen, and says when somebody else was faster', async () => {
  let now = role({});
  const { user, server } = open('/admin/roles/helpers', {
    list_roles: () => ({ permissions, roles: [now] }),
    change_role: () => {
      now = role({ version: 4, description: 'They help more' });
      return refused('changed_meanwhile');
    },
  });
  const save = await screen.findByRole('button', { name: 'Save changes' }, patience);
  expect(save).toBeDisabled();
  await user.click(screen.getByRole('checkbox', { name: 'Work on enquiries' }));
  await user.click(save);
  await giveReason(user, 'Save changes of Helpers?', 'Save changes');
  expect(await screen.findByText(/Somebody else has changed this role since/, undefined, patience)).toBeVisible();
  expect(server.asked('change_role')).toMatchObject([
    { p_role_id: 'helpers', p_version: 3, p_permissions: ['leads.read', 'leads.manage'] },
  ]);
  const newest = await screen.findByRole('button', { name: 'Show the newest, without what I typed' });
  expect(screen.getByRole('checkbox', { name: 'Work on enquiries' })).toBeChecked();
  await user.click(newest);
  expect(screen.getByLabelText('Description')).toHaveValue('They help more');
  expect(screen.getByRole('checkbox', { name: 'Work on enquiries' })).not.toBeChecked();
});

it('deletes a role that nobody holds, and no other', async () => {
  const { user, server } = open('/admin/roles/helpers', { delete_role: () => null });
  await user.click(await screen.findByRole('button', { name: 'Delete' }, patience));
  await giveReason(user, 'Delete Helpers?', 'Delete');
  await waitFor(() =>
    expect(server.asked('delete_role')).toEqual([{ p_role_id: 'helpers', p_version: 3, p_reason: 'A good reason' }]),
  );
});

it('says why a role that is held cannot be deleted', async () => {
  open('/admin/roles/helpers', {}, [role({ holders: 1 })]);
  expect(await screen.findByText('It cannot be deleted while somebody holds it.', undefined, patience)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
});

it('says that there is no such role', async () => {
  open('/admin/roles/nothing');
  expect(await screen.findByRole('heading', { name: 'This role is not there' }, patience)).toBeVisible();
});

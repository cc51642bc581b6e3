import { screen, waitFor, within } from '@testing-library/react';
import { Route } from 'react-router';
import { expect, it, vi } from 'vitest';
import { openConsole, serveRpc } from '~/testing/console';
import { aPage, aPerson } from '~/testing/people';
import UsersPage from './users-page';

vi.setConfig({ testTimeout: 30_000 });

const patience = { timeout: 8_000 };
const pages = <Route path="/admin/users" element={<UsersPage />} />;
const open = async (search = '', permissions = ['users.read']) => {
  const view = openConsole(pages, `/admin/users${search}`, permissions);
  await screen.findByRole('rowheader', { name: /Asha Rao/ }, patience);
  return view;
};
const asha = aPerson();

it('shows the newest first, with what stands out about each', async () => {
  const server = serveRpc({ tracks: () => [], list_users: () => aPage([aPerson({ identity: 'waiting' })]) });
  await open();
  expect(server.asked('list_users')).toEqual([{ p_search: '', p_sort: 'joined', p_descending: true, p_limit: 25 }]);
  const row = within(screen.getByRole('row', { name: /Asha Rao/ }));
  expect(row.getByText('AI Foundations · Active')).toBeVisible();
  expect(row.getByText('Waiting')).toBeVisible();
  expect(screen.getByRole('columnheader', { name: 'Joined' })).toHaveAttribute('aria-sort', 'descending');
  expect(screen.getByText('1 in all')).toBeVisible();
});

it('searches while the person types, and promises certificate numbers only to who may see certificates', async () => {
  const server = serveRpc({ tracks: () => [], list_users: () => aPage([asha]) });
  const { user, address } = await open();
  const field = screen.getByRole('textbox', { name: 'Search' });
  expect(field).toHaveAttribute('placeholder', 'Name, e-mail or phone');
  await user.type(field, 'asha');
  await waitFor(() => expect(address()).toBe('/admin/users?q=asha'), patience);
  await waitFor(() => expect(server.asked('list_users').at(-1)).toMatchObject({ p_search: 'asha' }), patience);
});

it('says that certificate numbers can be searched for', async () => {
  serveRpc({ tracks: () => [], list_users: () => aPage([asha]) });
  await open('', ['users.read', 'certificates.read']);
  expect(screen.getByRole('textbox', { name: 'Search' })).toHaveAttribute(
    'placeholder',
    'Name, e-mail, phone or certificate number',
  );
});

it('filters, and begins at the first page again', async () => {
  const server = serveRpc({ tracks: () => [], list_users: () => aPage([asha]) });
  const { user, address } = await open(`?after=${asha.id}`);
  await user.selectOptions(screen.getByLabelText('Account'), 'Suspended');
  await user.selectOptions(screen.getByLabelText('Identity document'), 'Waiting');
  await user.selectOptions(screen.getByLabelText('Enrolment'), 'Expired');
  expect(address()).toBe('/admin/users?status=suspended&enrolment=expired&identity=waiting');
  await waitFor(() =>
    expect(server.asked('list_users').at(-1)).toMatchObject({
      p_status: 'suspended',
      p_identity: 'waiting',
      p_enrolment: 'expired',
    }),
  );
  expect(server.asked('list_users').at(-1)).not.toHaveProperty('p_after');
});

it('turns pages both ways and says that there are more than it counted', async () => {
  const other = '00000000-0000-4000-8000-000000000299';
  const server = serveRpc({
    tracks: () => [],
    list_users: ({ p_after }) =>
      aPage([asha], {
        total: 10_000,
        total_capped: true,
        next: { id: asha.id },
        previous: p_after === undefined ? null : { id: other, back: true },
      }),
  });
  const { user, address } = await open();
  expect(screen.getByText('More than 10,000')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Previous page' })).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Next page' }));
  expect(address()).toBe(`/admin/users?after=${asha.id}`);
  await waitFor(() => expect(screen.getByRole('button', { name: 'Previous page' })).toBeEnabled(), patience);
  await user.click(screen.getByRole('button', { name: 'Previous page' }));
  expect(address()).toBe(`/admin/users?before=${other}`);
  await waitFor(() => expect(server.asked('list_users').at(-1)).toMatchObject({ p_after: { id: other, back: true } }));
});

it('offers to clear the filters when nobody matches', async () => {
  serveRpc({ tracks: () => [], list_users: ({ p_search }) => aPage(p_search === 'zz' ? [] : [asha]) });
  const { user, address } = openConsole(pages, '/admin/users?q=zz', ['users.read']);
  expect(await screen.findByRole('heading', { name: 'Nobody matches' }, patience)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Clear the filters' }));
  expect(address()).toBe('/admin/users');
});

it('says when the list could not be loaded', async () => {
  serveRpc({ tracks: () => [], list_users: () => Response.json({ code: '42501', message: 'x' }, { status: 403 }) });
  openConsole(pages, '/admin/users', ['users.read']);
  expect(await screen.findByRole('alert', undefined, patience)).toHaveTextContent('not allowed');
});

it('leads to the invitation of staff only who may manage roles', async () => {
  serveRpc({ tracks: () => [], list_users: () => aPage([asha]) });
  await open();
  expect(screen.queryByRole('link', { name: 'Invite staff' })).toBeNull();
});

it('leads who may manage roles to the staff', async () => {
  serveRpc({ tracks: () => [], list_users: () => aPage([asha]) });
  await open('', ['users.read', 'roles.manage']);
  expect(screen.getByRole('link', { name: 'Invite staff' })).toHaveAttribute('href', '/admin/roles/staff');
});

import { screen, waitFor, within } from '@testing-library/react';
import { Route } from 'react-router';
import { expect, it, vi } from 'vitest';
import { openConsole, refused, serveRpc } from '~/testing/console';
import type { AuditEntry } from '../schemas';
import AuditPage from './audit-page';
import EntryDrawer from './entry-drawer';

vi.setConfig({ testTimeout: 30_000 });
const patience = { timeout: 8_000 };

const entry = (id: number, given: Partial<AuditEntry> = {}): AuditEntry => ({
  id,
  at: '2026-11-24T08:00:00.123456+00:00',
  actor: '00000000-0000-4000-8000-000000000104',
  actor_name: 'Nila Iyer',
  action: 'role.granted',
  subject_type: 'profile',
  subject_id: '00000000-0000-4000-8000-000000000900',
  subject_name: 'Ravi Menon',
  reason: 'New colleague',
  origin: { address: '203.0.113.9', agent: 'Browser/1' },
  details: { before: {}, after: { role: 'sales' } },
  ...given,
});
const page = (rows: AuditEntry[], more = {}) => ({
  rows,
  next: null,
  previous: null,
  total: rows.length,
  total_capped: false,
  ...more,
});

function open(at = '/admin/audit', answers = {}) {
  const server = serveRpc({
    list_audit: () => page([entry(7), entry(6, { actor: null, actor_name: null, action: 'zoo.fed', reason: null })]),
    find_actors: () => [
      { id: '00000000-0000-4000-8000-000000000104', full_name: 'Nila Iyer', email: 'nila@example.com' },
    ],
    get_audit_entry: () => ({ ...entry(7), hash: 'abc123', actor_email: 'nila@example.com' }),
    ...answers,
  });
  const view = openConsole(
    <Route path="/admin/audit" element={<AuditPage />}>
      <Route path=":entryId" element={<EntryDrawer />} />
    </Route>,
    at,
    ['audit.read'],
  );
  return { ...view, server };
}

it('tells who did what to whom, in words, and shows an unknown code as it is', async () => {
  open();
  const row = await screen.findByRole('row', { name: /Gave a role/ }, patience);
  for (const words of ['Nila Iyer', 'Ravi Menon', 'Person', 'New colleague', '203.0.113.9']) {
    expect(within(row).getByText(words)).toBeVisible();
  }
  expect(screen.getByRole('row', { name: /zoo\.fed/ })).toHaveTextContent('The system');
});

it('is filtered by the address, days meant as the person lives them', async () => {
  const { user, server, address } = open('/admin/audit?from=2026-11-01&to=2026-11-30&cursor=9_2026-11-02T00:00:00Z');
  await screen.findByRole('row', { name: /Gave a role/ }, patience);
  expect(server.asked('list_audit')[0]).toMatchObject({
    p_from: '2026-10-31T18:30:00.000Z',
    p_to: '2026-11-30T18:30:00.000Z',
    p_after: { id: 9, at: '2026-11-02T00:00:00Z' },
  });
  await user.selectOptions(screen.getByLabelText('Action'), 'Took a role away');
  await user.selectOptions(screen.getByLabelText('Kind of subject'), 'Role');
  expect(address()).toBe('/admin/audit?from=2026-11-01&to=2026-11-30&action=role.taken&type=role');
  await user.click(screen.getByRole('button', { name: 'Clear the filters' }));
  expect(address()).toBe('/admin/audit');
});

it('finds who acted by name or e-mail', async () => {
  const { user, server, address } = open();
  await user.type(await screen.findByRole('combobox', { name: 'Who acted' }, patience), 'nila');
  await waitFor(() => expect(server.asked('find_actors').at(-1)).toEqual({ p_search: 'nila' }));
  await user.click(await screen.findByRole('option', { name: 'Nila Iyer (nila@example.com)' }));
  expect(address()).toBe('/admin/audit?actor=00000000-0000-4000-8000-000000000104');
});

it('turns its pages by place', async () => {
  const cursor = { id: 6, at: '2026-11-24T08:00:00.123456+00:00' };
  const { user, server } = open('/admin/audit', {
    list_audit: () => page([entry(7)], { next: cursor, total: 10_000, total_capped: true }),
  });
  await user.click(await screen.findByRole('button', { name: 'Next page' }, patience));
  await waitFor(() => expect(server.asked('list_audit').at(-1)).toMatchObject({ p_after: cursor, p_newer: false }));
});

it('opens one entry with what changed, from where, and the hash', async () => {
  open('/admin/audit/7?type=profile');
  const dialog = within(await screen.findByRole('dialog', { name: 'Entry 7' }, patience));
  expect(await dialog.findByText('New colleague')).toBeVisible();
  const change = within(dialog.getByRole('table', { name: 'Before and after' })).getByRole('row', { name: /Role/ });
  expect(change).toHaveTextContent('Rolenothingsales');
  expect(dialog.getByText('Browser/1')).toBeVisible();
  expect(dialog.getByText('abc123')).toBeVisible();
});

it('says that there is no such entry', async () => {
  open('/admin/audit/99', { get_audit_entry: () => refused('entry_not_found') });
  expect(await screen.findByRole('heading', { name: 'This entry is not there' }, patience)).toBeVisible();
});

it('says what to do when nothing fits the filters', async () => {
  open('/admin/audit?type=role', { list_audit: () => page([]) });
  expect(await screen.findByRole('heading', { name: 'Nothing is found' }, patience)).toBeVisible();
});

it('checks the chain part by part and says that it is whole', async () => {
  const { user, server } = open('/admin/audit', {
    check_audit_chain: ({ p_after }: Record<string, unknown>) =>
      p_after === 0
        ? { checked: 20_000, last_id: 20_000, broken_id: null, done: false }
        : { checked: 5, last_id: 20_005, broken_id: null, done: true },
  });
  await user.click(await screen.findByRole('button', { name: 'Check the chain' }, patience));
  expect(await screen.findByText('The chain is whole: 20,005 entries were checked.')).toBeVisible();
  expect(server.asked('check_audit_chain').map(({ p_after }) => p_after)).toEqual([0, 20_000]);
});

it('names the first broken link and leads to it', async () => {
  const { user, address } = open('/admin/audit', {
    check_audit_chain: () => ({ checked: 7, last_id: 7, broken_id: 4, done: true }),
  });
  await user.click(await screen.findByRole('button', { name: 'Check the chain' }, patience));
  await user.click(await screen.findByRole('link', { name: 'Show entry 4' }));
  expect(address()).toBe('/admin/audit/4');
});

import { screen, waitFor, within } from '@testing-library/react';
import { Route } from 'react-router';
import { expect, it, vi } from 'vitest';
import { openConsole, refused, serveRpc } from '~/testing/console';
import { aTrack } from '~/testing/track';
import BulkPage from './bulk-page';
import JobPage from './job-page';
import NewBulkPage from './new-bulk-page';

vi.setConfig({ testTimeout: 30_000 });

const id = '00000000-0000-4000-8000-0000000000b1';
const job = {
  id,
  kind: 'enrol',
  status: 'running',
  reason: 'For the new term',
  track: 'AI Foundations',
  until: null,
  subject: null,
  body: null,
  created_by: 'Nila Iyer',
  total: 1200,
  changed: 300,
  skipped: 20,
  refused: 1,
  created_at: '2026-03-20T10:00:00Z',
  ended_at: null,
};
const preview = {
  found: 2,
  unknown: 1,
  sample: [{ name: 'Asha Rao', email: 'asha@example.com' }],
  unknown_sample: ['x@example.com'],
};
const all = ['bulk.run', 'users.read', 'users.manage', 'enrolments.manage'];
const row = (number: number, more: object = {}) => ({
  row: number,
  user_id: '00000000-0000-4000-8000-000000000001',
  name: `Learner ${number}`,
  email: `l${number}@example.com`,
  state: 'changed',
  outcome: 'enrolled',
  ...more,
});

const open = (at: string, permissions = all) =>
  openConsole(
    <>
      <Route path="/admin/bulk" element={<BulkPage />} />
      <Route path="/admin/bulk/new" element={<NewBulkPage />} />
      <Route path="/admin/bulk/:jobId" element={<JobPage />} />
    </>,
    at,
    permissions,
  );

it('shows what would happen before anything does, and begins it once with a reason', async () => {
  const server = serveRpc({
    tracks: () => [aTrack],
    preview_bulk: () => preview,
    create_bulk: () => id,
    get_bulk_job: () => job,
    list_bulk_rows: () => ({ rows: [], next: null }),
  });
  const { user, address } = open('/admin/bulk/new?q=asha&status=active');
  await user.click(await screen.findByRole('button', { name: 'Check the set' }));
  expect(await screen.findByRole('link', { name: 'Choose a track.' })).toBeVisible();
  expect(server.asked('preview_bulk')).toEqual([]);
  await user.selectOptions(screen.getByLabelText(/^Track/), 'AI Foundations');
  await user.click(screen.getByRole('button', { name: 'Check the set' }));
  expect(await screen.findByText('2 people are in the set, among them:')).toBeVisible();
  expect(screen.getByText('Asha Rao · asha@example.com')).toBeVisible();
  expect(screen.getByText('x@example.com')).toBeVisible();
  const asked = {
    p_kind: 'enrol',
    p_params: { track_id: 'ai-foundations' },
    p_people: { filter: { search: 'asha', status: 'active' } },
  };
  expect(server.asked('preview_bulk')).toEqual([asked]);
  await user.click(screen.getByRole('button', { name: 'Enrol 2 people' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText(/^Reason/), 'For the new term');
  await user.click(dialog.getByRole('button', { name: 'Enrol 2 people' }));
  await waitFor(() => expect(address()).toBe(`/admin/bulk/${id}`));
  expect(server.asked('create_bulk')).toEqual([
    { ...asked, p_reason: 'For the new term', p_request_key: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  ]);
});

it('forgets the check when the set or the act is changed', async () => {
  serveRpc({ tracks: () => [aTrack], preview_bulk: () => preview });
  const { user } = open('/admin/bulk/new');
  await user.click(await screen.findByText('By addresses'));
  await user.click(screen.getByText('Export'));
  await user.type(screen.getByLabelText(/^E-mail addresses/), 'asha@example.com, x@example.com');
  expect(screen.getByText('2 addresses')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Check the set' }));
  expect(await screen.findByRole('button', { name: 'Export 2 people' })).toBeVisible();
  await user.type(screen.getByLabelText(/^E-mail addresses/), ' y@example.com');
  expect(screen.queryByRole('button', { name: 'Export 2 people' })).toBeNull();
});

it('says what the server refuses, and keeps what was typed', async () => {
  serveRpc({ tracks: () => [], preview_bulk: () => refused('too_many') });
  const { user } = open('/admin/bulk/new');
  await user.click(await screen.findByText('Send a mail'));
  await user.type(screen.getByLabelText(/^Subject/), 'The new term');
  await user.type(screen.getByLabelText(/^Text/), 'It begins on Monday.');
  await user.click(screen.getByRole('button', { name: 'Check the set' }));
  expect(await screen.findByText(/Narrow the set down/)).toBeVisible();
  expect(screen.getByLabelText(/^Subject/)).toHaveValue('The new term');
});

it('offers only the acts that the rights allow', async () => {
  serveRpc({ tracks: () => [] });
  open('/admin/bulk/new', ['bulk.run', 'users.read']);
  expect(await screen.findByText('Export')).toBeVisible();
  for (const name of ['Enrol', 'Extend', 'Send a mail']) expect(screen.queryByText(name)).toBeNull();
});

it('shows how far it is and what became of each, and can be called off with a reason', async () => {
  const server = serveRpc({
    get_bulk_job: () => job,
    cancel_bulk: () => null,
    list_bulk_rows: ({ p_after }) =>
      p_after === undefined
        ? {
            rows: [row(1), row(2, { user_id: null, name: null, state: 'refused', outcome: 'account_not_found' })],
            next: 2,
          }
        : { rows: [row(3, { state: 'waiting', outcome: null })], next: null },
  });
  const { user } = open(`/admin/bulk/${id}`);
  expect(await screen.findByRole('progressbar', { name: 'Progress of the operation' })).toHaveAttribute(
    'aria-valuetext',
    '321 of 1,200 done',
  );
  const rows = within(await screen.findByRole('list', { name: 'Results' }));
  expect(rows.getByText('Nobody has this address')).toBeVisible();
  expect(rows.getByRole('link', { name: 'Learner 1' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  expect(await rows.findByText('Waits for its turn')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Call it off' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText(/^Reason/), 'The wrong track');
  await user.click(dialog.getByRole('button', { name: 'Call it off' }));
  await waitFor(() => expect(server.asked('cancel_bulk')).toEqual([{ p_job_id: id, p_reason: 'The wrong track' }]));
});

it('lists operations, newest first, with its empty state', async () => {
  serveRpc({
    list_bulk_jobs: ({ p_kind }) => (p_kind === undefined ? { total: 1, rows: [job] } : { total: 0, rows: [] }),
  });
  const { user } = open('/admin/bulk', ['bulk.run']);
  expect(await screen.findByRole('link', { name: 'Enrol' })).toHaveAttribute('href', `/admin/bulk/${id}`);
  expect(screen.getByText('1,200 people')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'New operation' })).toBeNull();
  await user.selectOptions(screen.getByLabelText('Operation'), 'Export');
  expect(await screen.findByText('No operation fits')).toBeVisible();
});

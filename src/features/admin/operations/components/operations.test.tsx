import { screen, waitFor, within } from '@testing-library/react';
import { Route } from 'react-router';
import { expect, it, vi } from 'vitest';
import { openConsole, refused, serveRpc } from '~/testing/console';
import type { Job, StoredEvent } from '../schemas';
import EventDrawer from './event-drawer';
import InboxPage from './inbox-page';
import JobDrawer from './job-drawer';
import OutboxPage from './outbox-page';

vi.setConfig({ testTimeout: 30_000 });
const patience = { timeout: 8_000 };

const job: Job = {
  id: '00000000-0000-4000-8000-000000000a01',
  kind: 'email.send',
  status: 'dead',
  attempts: 20,
  created_at: '2026-11-24T08:00:00Z',
  next_attempt_at: null,
  done_at: null,
  failed_at: '2026-11-24T09:00:00Z',
  last_error: 'smtp refused',
};
const event: StoredEvent = {
  id: '00000000-0000-4000-8000-000000000b01',
  provider: 'razorpay',
  event_id: 'evt_1',
  state: 'failed',
  received_at: '2026-11-24T08:00:00Z',
  processed_at: null,
  error: 'no such order',
};
const count = { pending: 0, running: 0, dead: 0, discarded: 0, done_today: 0, oldest_waiting: null };
const health = { last_success_at: null, last_failure_at: null, last_error: null, waiting: 0, failed_today: 0 };
const overview = {
  kinds: [
    { ...count, kind: 'email.send', pending: 2, dead: 3, oldest_waiting: '2026-11-24T08:00:00Z' },
    { ...count, kind: 'zoo.feed', done_today: 1500 },
  ],
  providers: [{ provider: 'razorpay', open: 0, failed: 1, done_today: 4, oldest_open: null }],
  vendors: [
    { ...health, vendor: 'razorpay', last_success_at: '2026-11-24T08:00:00Z' },
    { ...health, vendor: 'talview' },
    { ...health, vendor: 'credly' },
    {
      ...health,
      vendor: 'email',
      last_failure_at: '2026-11-24T09:00:00Z',
      last_error: 'smtp refused',
      failed_today: 3,
    },
  ],
};
const page = (rows: unknown[]) => ({ rows, next: null, previous: null, total: rows.length, total_capped: false });

function open(at = '/admin/operations', answers = {}) {
  const server = serveRpc({
    operations_overview: () => overview,
    list_outbox: () => page([job]),
    get_outbox_job: () => ({ ...job, vendor: 'email', payload: { template: 'payment_receipt', token: '…' } }),
    list_webhook_events: () => page([event]),
    get_webhook_event: () => ({ ...event, body: { event: '…' } }),
    ...answers,
  });
  const view = openConsole(
    <>
      <Route path="/admin/operations" element={<OutboxPage />}>
        <Route path="/admin/operations/jobs/:jobId" element={<JobDrawer />} />
      </Route>
      <Route path="/admin/operations/inbox" element={<InboxPage />}>
        <Route path=":eventId" element={<EventDrawer />} />
      </Route>
    </>,
    at,
    ['outbox.manage'],
  );
  return { ...view, server };
}
const giveReason = async (user: ReturnType<typeof open>['user'], title: string, confirm: string) => {
  const dialog = within(await screen.findByRole('dialog', { name: title }));
  await user.type(dialog.getByRole('textbox', { name: /Reason/ }), 'A good reason');
  await user.click(dialog.getByRole('button', { name: confirm }));
  return dialog;
};

it('says how each vendor does', async () => {
  open();
  const vendors = within(await screen.findByRole('region', { name: 'Vendors' }, patience));
  expect(await vendors.findByText('Failing')).toBeVisible();
  expect(vendors.getByText('smtp refused')).toBeVisible();
  expect(vendors.getByText('Answers')).toBeVisible();
  expect(vendors.getAllByText('Nothing to tell yet')).toHaveLength(2);
});

it('counts jobs by kind, leads to them, and shows an unknown kind as it is', async () => {
  const { user, address, server } = open();
  const counts = within(await screen.findByRole('table', { name: 'Jobs by kind and status' }, patience));
  expect(counts.getByRole('row', { name: /zoo\.feed/ })).toHaveTextContent('1,500');
  await user.click(counts.getByRole('link', { name: 'Show 3: Send a mail, Failed' }));
  expect(address()).toBe('/admin/operations?status=dead&kind=email.send');
  await waitFor(() =>
    expect(server.asked('list_outbox').at(-1)).toMatchObject({ p_status: 'dead', p_kind: 'email.send' }),
  );
});

it('retries all failed jobs of a kind, once it is asked and has a reason', async () => {
  const { user, server } = open('/admin/operations', { retry_failed_jobs: () => ({ retried: 3, left: 0 }) });
  await user.click(await screen.findByRole('button', { name: 'Retry all failed: Send a mail' }, patience));
  await giveReason(user, 'Retry all failed: Send a mail?', 'Retry all failed');
  await waitFor(() =>
    expect(server.asked('retry_failed_jobs')).toEqual([{ p_kind: 'email.send', p_reason: 'A good reason' }]),
  );
  expect(screen.queryByRole('button', { name: 'Retry all failed: zoo.feed' })).toBeNull();
});

it('filters the jobs in the address', async () => {
  const { user, server, address } = open();
  await screen.findByRole('table', { name: 'Jobs' }, patience);
  await user.selectOptions(screen.getByLabelText('Status'), 'Discarded');
  await user.type(screen.getByLabelText('Text of the error'), 'smtp{Enter}');
  expect(address()).toBe('/admin/operations?status=discarded&error=smtp');
  await waitFor(() =>
    expect(server.asked('list_outbox').at(-1)).toMatchObject({ p_status: 'discarded', p_search: 'smtp' }),
  );
  await user.click(screen.getByRole('button', { name: 'Clear the filters' }));
  expect(address()).toBe('/admin/operations');
});

it('opens a job, with its content masked, and retries it', async () => {
  const { user, server } = open(`/admin/operations/jobs/${job.id}`, { retry_job: () => null });
  const dialog = within(await screen.findByRole('dialog', { name: 'Send a mail' }, patience));
  expect(dialog.getByText(/"token": "…"/)).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Retry now' }));
  await giveReason(user, 'Retry this job now?', 'Retry now');
  await waitFor(() => expect(server.asked('retry_job')).toEqual([{ p_id: job.id, p_reason: 'A good reason' }]));
});

it('says why a job cannot be discarded', async () => {
  const { user } = open(`/admin/operations/jobs/${job.id}`, { discard_job: () => refused('job_running') });
  await user.click(await screen.findByRole('button', { name: 'Discard' }, patience));
  const dialog = await giveReason(user, 'Discard this job?', 'Discard');
  expect(await dialog.findByRole('alert')).toHaveTextContent('A worker is at it at this moment.');
});

it('leaves a job alone that runs or is done', async () => {
  open(`/admin/operations/jobs/${job.id}`, {
    get_outbox_job: () => ({ ...job, status: 'running', vendor: null, payload: {} }),
  });
  expect(await screen.findByRole('heading', { name: 'How it stands' }, patience)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Retry now' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Discard' })).toBeNull();
});

it('says that there is no such job', async () => {
  open(`/admin/operations/jobs/${job.id}`, { get_outbox_job: () => refused('job_not_found') });
  expect(await screen.findByRole('heading', { name: 'This job is not there' }, patience)).toBeVisible();
});

it('shows what came in, by vendor and state', async () => {
  const { user, server, address } = open('/admin/operations/inbox');
  const row = await screen.findByRole('row', { name: /evt_1/ }, patience);
  expect(row).toHaveTextContent('Razorpay');
  expect(row).toHaveTextContent('no such order');
  await user.selectOptions(screen.getByLabelText('State'), 'Failed');
  expect(address()).toBe('/admin/operations/inbox?state=failed');
  await waitFor(() => expect(server.asked('list_webhook_events').at(-1)).toMatchObject({ p_state: 'failed' }));
});

it('opens an event with its keys alone, and has it acted upon', async () => {
  const { user, server } = open(`/admin/operations/inbox/${event.id}`, { reprocess_event: () => null });
  const dialog = within(await screen.findByRole('dialog', { name: 'Razorpay' }, patience));
  expect(dialog.getByText(/"event": "…"/)).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Act upon it now' }));
  await giveReason(user, 'Act upon this event now?', 'Act upon it now');
  await waitFor(() => expect(server.asked('reprocess_event')).toEqual([{ p_id: event.id, p_reason: 'A good reason' }]));
});

it('says so when nothing was queued yet', async () => {
  open('/admin/operations', { list_outbox: () => page([]), operations_overview: () => ({ ...overview, kinds: [] }) });
  expect(await screen.findByRole('heading', { name: 'No job is queued' }, patience)).toBeVisible();
  expect(await screen.findByText('No job is known.')).toBeVisible();
});

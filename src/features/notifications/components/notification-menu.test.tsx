import { screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { renderApp } from '~/testing/render';
import NotificationMenu from './notification-menu';

type Row = Record<string, unknown>;
const row = (index: number, changed: Row = {}): Row => ({
  id: `00000000-0000-4000-8000-00000000000${index}`,
  kind: 'lead_new',
  params: { institution_name: `Sample ${index}`, reference: `ENQ-00000${index}` },
  link: `/admin/leads/${index}`,
  read_at: null,
  created_at: new Date(Date.now() - index * 60_000).toISOString(),
  ...changed,
});

/** Plays the server; answers the calls of functions, in order. */
function serve(rows: Row[], status = 200) {
  const calls: { name: string; body: unknown }[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    const name = url.pathname.split('/').at(-1) ?? '';
    if (name !== 'notifications') {
      calls.push({ name, body: JSON.parse(typeof init?.body === 'string' ? init.body : 'null') });
      return Promise.resolve(new Response(null, { status: 204 }));
    }
    if (status !== 200) return Promise.resolve(Response.json({ code: '42501', message: 'no' }, { status }));
    const first = Number(url.searchParams.get('offset') ?? 0);
    const limit = Number(url.searchParams.get('limit') ?? rows.length);
    return Promise.resolve(Response.json(rows.slice(first, first + limit)));
  });
  return calls;
}

const soon = { timeout: 4_000 };
const onLeave = vi.fn<() => void>();
const open = (unread = 1) => renderApp(<NotificationMenu userId="u1" unread={unread} onLeave={onLeave} />);

it('leads to what a notification is about and marks it as read', async () => {
  const calls = serve([row(1)]);
  const { user, address } = open();
  await user.click(await screen.findByRole('link', { name: /^Unread: ?New enquiry from Sample 1/ }, soon));
  expect(address()).toBe('/admin/leads/1');
  expect(onLeave).toHaveBeenCalled();
  await waitFor(() => expect(calls).toEqual([{ name: 'mark_notification_read', body: { p_id: row(1).id } }]));
});

it('marks all as read at once, and offers it only while something is unread', async () => {
  const calls = serve([row(1)]);
  const first = open();
  await first.user.click(screen.getByRole('button', { name: 'Mark all as read' }));
  await waitFor(() => expect(calls.map(({ name }) => name)).toEqual(['mark_all_notifications_read']));
  first.unmount();
  open(0);
  expect(screen.queryByRole('button', { name: 'Mark all as read' })).toBeNull();
});

it('turns to older ones and back', async () => {
  serve(Array.from({ length: 8 }, (_, index) => row(index)));
  const { user } = open();
  expect(await screen.findByText('New enquiry from Sample 0', {}, soon)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Older' }));
  expect(await screen.findByText('New enquiry from Sample 7', {}, soon)).toBeVisible();
  expect(screen.queryByText('New enquiry from Sample 0')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Newer' }));
  expect(await screen.findByText('New enquiry from Sample 0', {}, soon)).toBeVisible();
});

it.each([
  ['order_paid', { total: 590_000 }, 'We have received your payment of ₹5,900'],
  ['bulk_done', { changed: 1240, total: 1250 }, 'A bulk operation is done: 1,240 of 1,250 people'],
  ['import_done', { file_name: 'a.csv', enrolled: 1240, refused: 5 }, 'a.csv is done: 1,240 enrolled, 5 refused'],
  ['lead_enquired_again', { institution_name: 'Sample' }, 'Sample has enquired again'],
  ['certificate_revoked', { reason: 'Copied' }, 'Your certificate was revoked: Copied'],
  ['from_the_future', {}, 'There is news in your account'],
])('says %s in words', async (kind, params, sentence) => {
  serve([row(1, { kind, params })]);
  open();
  expect(await screen.findByText(sentence, {}, soon)).toBeVisible();
});

it('makes no link of an address that leads out of the app', async () => {
  serve([row(1, { link: '//elsewhere.example' })]);
  open();
  expect(await screen.findByRole('button', { name: /New enquiry/ }, soon)).toBeVisible();
  expect(screen.queryByRole('link')).toBeNull();
});

it('says that there is nothing', async () => {
  serve([]);
  open(0);
  expect(await screen.findByRole('heading', { name: 'Nothing here yet' }, soon)).toBeVisible();
});

it('says that it could not be loaded, and tries again when asked', async () => {
  serve([], 403);
  const { user } = open(0);
  expect(await screen.findByRole('alert', {}, soon)).toBeVisible();
  serve([row(1)]);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('New enquiry from Sample 1', {}, soon)).toBeVisible();
});

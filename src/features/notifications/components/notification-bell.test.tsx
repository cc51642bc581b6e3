import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { readAnnouncement } from '~/components/announce';
import * as store from '~/entities/session/session-store';
import { renderApp } from '~/testing/render';
import { notificationKeys } from '../api/keys';
import { NotificationBell } from './notification-bell';

let session: store.SessionState;
let unread = 0;
let asked: string[] = [];

beforeEach(() => {
  asked = [];
  session = { status: 'signed-in', userId: 'u1', email: 'a@example.com' };
  vi.spyOn(store, 'readSession').mockImplementation(() => session);
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    asked.push(url.searchParams.get('select') ?? '');
    const rows = url.searchParams.get('select') === 'id' ? Array.from({ length: unread }, (_, id) => ({ id })) : [];
    return Promise.resolve(Response.json(rows));
  });
});

const soon = { timeout: 4_000 };

it.each([
  [1, 'Notifications: 1 unread'],
  [7, 'Notifications: 7 unread'],
  [100, 'Notifications: 99+ unread'],
])('tells that %i are unread', async (count, name) => {
  unread = count;
  renderApp(<NotificationBell />);
  expect(await screen.findByRole('button', { name }, soon)).toBeVisible();
});

it('asks for the list only when it is opened', async () => {
  unread = 1;
  renderApp(<NotificationBell />);
  await screen.findByRole('button', { name: 'Notifications: 1 unread' }, soon);
  expect(asked).toEqual(['id']);
  // jsdom has no popovers: this is what the browser tells when one opens.
  const opened = Object.assign(new Event('toggle'), { newState: 'open' });
  fireEvent(screen.getByRole('region', { hidden: true }), opened);
  expect(await screen.findByText('Nothing here yet', {}, soon)).toBeInTheDocument();
});

it('says aloud that one has come, and nothing about those that were there', async () => {
  unread = 1;
  const { queryClient } = renderApp(<NotificationBell />);
  await screen.findByRole('button', { name: 'Notifications: 1 unread' }, soon);
  expect(readAnnouncement()).toBe('');
  unread = 2;
  await queryClient.invalidateQueries({ queryKey: notificationKeys.all });
  await screen.findByRole('button', { name: 'Notifications: 2 unread' }, soon);
  expect(readAnnouncement()).toBe('Notifications: 2 unread');
});

it('is gone once the person has signed out', () => {
  session = { status: 'anonymous' };
  renderApp(<NotificationBell />);
  expect(screen.queryByRole('button')).toBeNull();
});

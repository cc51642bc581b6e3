import { screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { serveRpc } from '~/testing/console';
import { renderApp } from '~/testing/render';
import { LateNotice } from './late-notice';

vi.setConfig({ testTimeout: 30_000 });
const patience = { timeout: 12_000 };

beforeEach(() => sessionStorage.clear());
const open = (notice: unknown) => {
  const server = serveRpc({ maintenance_notice: () => notice });
  return { ...renderApp(<LateNotice />), server };
};

it('shows what staff tell everybody, as text, in a box that is announced', async () => {
  open({ message: 'Back at <b>six</b>', level: 'warning', until: null });
  const notice = await screen.findByRole('region', { name: 'Notice' }, patience);
  expect(notice).toHaveTextContent('Back at <b>six</b>');
  expect(screen.getByRole('status')).toContainElement(notice);
  expect(screen.queryByRole('button')).toBeNull();
});

it('closes information for the session, and asks the server once in five minutes', async () => {
  const { user, server, unmount } = open({ message: 'New tracks on Monday', level: 'info', until: null });
  await user.click(await screen.findByRole('button', { name: 'Close the notice' }, patience));
  expect(screen.queryByRole('region', { name: 'Notice' })).toBeNull();
  unmount();
  renderApp(<LateNotice />);
  await screen.findByRole('status', undefined, patience);
  expect(screen.queryByRole('region', { name: 'Notice' })).toBeNull();
  expect(server.asked('maintenance_notice')).toHaveLength(1);
});

it.each([[null], [Response.json({}, { status: 500 })]])(
  'shows nothing when there is nothing, or no answer',
  async (answer) => {
    open(answer);
    expect(await screen.findByRole('status', undefined, patience)).toBeEmptyDOMElement();
  },
);

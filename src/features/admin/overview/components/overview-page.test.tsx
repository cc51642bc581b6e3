import { screen, waitFor, within } from '@testing-library/react';
import { Route } from 'react-router';
import { beforeEach, expect, it, vi } from 'vitest';
import { openConsole, refused, serveRpc } from '~/testing/console';
import { aTrack } from '~/testing/track';
import OverviewPage from './overview-page';
import RowsDrawer from './rows-drawer';

vi.setConfig({ testTimeout: 30_000 });
vi.mock('./course-chart', () => ({ default: () => null }));
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-31T12:00:00Z') }));

const now = {
  registrations: 1500,
  paid: 80,
  refunds: 1,
  refunded: 118_000,
  revenue: 9_440_000,
  enrolments: 90,
  completions: 0,
  exams_passed: 2,
  exams_failed: 1,
  certificates: 2,
};
const overview = {
  now,
  before: { ...now, registrations: 1000, paid: 100, revenue: 0, completions: 0 },
  funnel: { registered: 1500, enrolled: 750, learning: 300, test_passed: 30, exam: 3, certified: 2 },
  course: {
    unit: 'day',
    steps: [{ day: '2026-03-01', registrations: 1500, enrolments: 90, revenue: 9_440_000, certificates: 2 }],
  },
  expiring: 4,
  work: { waiting: 1, retrying: 0, failed: 2 },
};
const row = (id: string) => ({
  id,
  user_id: '00000000-0000-4000-8000-000000000001',
  name: `Learner ${id}`,
  email: `${id}@example.com`,
  track: 'AI Foundations',
  at: '2026-03-20T10:00:00Z',
  amount: 118_000,
  state: 'paid',
});

const open = (permissions: string[], at = '/admin/overview') =>
  openConsole(
    <Route path="/admin/overview" element={<OverviewPage />}>
      <Route path=":list" element={<RowsDrawer />} />
    </Route>,
    at,
    ['analytics.read', ...permissions],
  );
const tile = async (name: RegExp) => {
  const heading = await screen.findByRole('heading', { level: 2, name });
  const item = heading.closest('li');
  if (item === null) throw new Error('A figure stands in a list');
  return within(item);
};

it('shows each figure beside that of the period before, in words', async () => {
  serveRpc({ admin_overview: () => overview, tracks: () => [aTrack] });
  open([]);
  const registrations = await tile(/^Registrations/);
  expect(registrations.getByText('1,500')).toBeVisible();
  expect(registrations.getByText('50% more than before')).toBeVisible();
  expect((await tile(/^Paid orders/)).getByText('20% less than before')).toBeVisible();
  expect((await tile(/^Revenue/)).getByText('₹94,400')).toBeVisible();
  expect((await tile(/^Revenue/)).getByText('Nothing before')).toBeVisible();
  expect((await tile(/^Courses/)).getByText('As before')).toBeVisible();
  expect((await tile(/^Exam pass rate/)).getByText('66%')).toBeVisible();
  expect((await tile(/^Exam pass rate/)).getByText('2 of 3 exams passed')).toBeVisible();
  expect(screen.getByText('2 jobs have failed and need you')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Go to operations' })).toBeNull();
});

it('asks for the period and the track of the address, and for others by the fields', async () => {
  const server = serveRpc({ admin_overview: () => overview, tracks: () => [aTrack] });
  const { user, address } = open([], '/admin/overview?days=7');
  await tile(/^Registrations/);
  expect(server.asked('admin_overview')).toEqual([{ p_from: '2026-03-25', p_to: '2026-03-31' }]);
  await user.selectOptions(screen.getByLabelText('Period'), 'Own dates');
  await user.clear(screen.getByLabelText('From'));
  await user.click(screen.getByRole('button', { name: 'Show' }));
  expect(screen.getByText('Give both days.')).toBeVisible();
  await user.type(screen.getByLabelText('From'), '2026-01-01');
  await user.click(screen.getByRole('button', { name: 'Show' }));
  await waitFor(() => expect(address()).toBe('/admin/overview?from=2026-01-01&to=2026-03-31'));
  await waitFor(() =>
    expect(server.asked('admin_overview').at(-1)).toEqual({ p_from: '2026-01-01', p_to: '2026-03-31' }),
  );
});

it('opens the list behind a figure for those who may see it, page by page', async () => {
  const server = serveRpc({
    admin_overview: () => overview,
    tracks: () => [],
    overview_rows: ({ p_after }) =>
      p_after === undefined
        ? { rows: [row('a')], next: { at: '2026-03-20T10:00:00Z', id: 'a' } }
        : { rows: [row('b')], next: null },
  });
  const { user, address } = open(['payments.read']);
  expect((await tile(/^Registrations/)).queryByRole('link')).toBeNull();
  await user.click(screen.getByRole('link', { name: 'Paid orders' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Paid orders' }));
  expect(address()).toBe('/admin/overview/paid');
  expect(await drawer.findByText('Learner a')).toBeVisible();
  await user.click(drawer.getByRole('button', { name: 'Show more' }));
  expect(await drawer.findByText('Learner b')).toBeVisible();
  expect(server.asked('overview_rows').at(-1)).toMatchObject({
    p_figure: 'paid',
    p_after: { at: '2026-03-20T10:00:00Z', id: 'a' },
  });
  expect(drawer.queryByRole('button', { name: 'Show more' })).toBeNull();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(address()).toBe('/admin/overview'));
});

it('says that a period without learners has no funnel, and what to do when it cannot be loaded', async () => {
  serveRpc({
    admin_overview: ({ p_track }) =>
      p_track === undefined
        ? { ...overview, funnel: { registered: 0, enrolled: 0, learning: 0, test_passed: 0, exam: 0, certified: 0 } }
        : refused('track_not_found'),
    tracks: () => [aTrack],
  });
  const { user } = open([]);
  expect(await screen.findByText('Nobody registered in this period.')).toBeVisible();
  await user.selectOptions(screen.getByLabelText('Track'), 'AI Foundations');
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
});

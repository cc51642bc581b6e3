import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { accessQueryOptions } from '~/entities/permissions/access';
import * as store from '~/entities/session/session-store';
import { createQueryClient } from '~/lib/query-client';
import { block, overviewOf, serve } from '~/testing/institution';
import { renderApp } from '~/testing/render';
import type { SeatBlock } from '../schemas';
import { InstitutionHeader } from './institution-header';
import { InstitutionProvider } from './institution-provider';

const wait = { timeout: 5_000 };
const one = { id: 'i1', name: 'First University' };
const two = { id: 'i2', name: 'Second College' };
let blocks: SeatBlock[];

beforeEach(() => {
  blocks = [block()];
  vi.spyOn(store, 'readSession').mockReturnValue({ status: 'signed-in', userId: 'u1', email: 'asha@example.com' });
});

function open(institutions: { id: string; name: string }[], at = '/institution/progress') {
  const calls = serve({ institution_overview: () => Response.json(overviewOf(blocks)) });
  const queryClient = createQueryClient();
  queryClient.setQueryData(accessQueryOptions('u1').queryKey, {
    kind: 'institution',
    status: 'active',
    permissions: [],
    institutions,
  });
  const view = renderApp(
    <InstitutionProvider>
      <InstitutionHeader />
    </InstitutionProvider>,
    { at, queryClient },
  );
  return { ...view, asked: () => calls.map(({ body }) => body.p_institution_id) };
}

it('says so to somebody who manages none any more', () => {
  open([]);
  expect(screen.getByRole('heading', { level: 1, name: 'You manage no institution' })).toBeVisible();
});

it('names the only institution and the seats of each track', async () => {
  blocks = [block(), block({ id: 'b2', track_id: 'two', track_name: 'Track Two', used: 10, left: 0 })];
  open([one]);
  expect(screen.getByText('First University')).toBeVisible();
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(await screen.findByText('4 seats used', undefined, wait)).toBeVisible();
  expect(screen.getByText('6 left')).toBeVisible();
  expect(screen.getByText('none left')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Enrol students from a file' })).toHaveAttribute('href', '/institution/bulk');
});

it('warns of seats that end soon and of those that are lost', async () => {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  blocks = [
    block({ valid_until: day(10) }),
    block({ id: 'b2', track_name: 'Track Two', left: 1, valid_until: day(-10), valid: false }),
  ];
  open([one]);
  expect(await screen.findByText(/6 free seats for Track One end on/, undefined, wait)).toBeVisible();
  expect(screen.getByText(/1 seat for Track Two ended on/)).toBeVisible();
});

it('says what happens next while no seats were bought', async () => {
  blocks = [];
  open([one]);
  expect(await screen.findByText(/No seats have been bought yet/, undefined, wait)).toBeVisible();
});

it('changes over to another institution, begins with its students, and remembers it', async () => {
  const { user, address, asked, unmount } = open([one, two]);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Institution' }), 'Second College');
  await waitFor(() => expect(asked()).toEqual(['i1', 'i2']), wait);
  expect(address()).toBe('/institution/students');
  unmount();
  open([one, two]);
  expect(screen.getByRole('combobox', { name: 'Institution' })).toHaveDisplayValue('Second College');
});

it('forgets an institution that is no longer the own', () => {
  localStorage.setItem('ai-ready-institution', 'i2');
  open([one]);
  expect(screen.getByText('First University')).toBeVisible();
});

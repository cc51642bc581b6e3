import { screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { accessQueryOptions, type Access } from '~/entities/permissions/access';
import * as store from '~/entities/session/session-store';
import type { SessionState } from '~/entities/session/session-store';
import { createQueryClient } from '~/lib/query-client';
import { renderApp } from '~/testing/render';
import { UserMenu } from './user-menu';

const person: SessionState = { status: 'signed-in', userId: 'u1', email: 'asha@example.com' };
const institutions = [{ id: 'i1', name: 'Sample University' }];

beforeEach(() => {
  vi.spyOn(store, 'readSession').mockImplementation(() => person);
});

function linksFor(access: Pick<Access, 'kind' | 'institutions'>) {
  const queryClient = createQueryClient();
  queryClient.setQueryData(accessQueryOptions('u1').queryKey, { status: 'active', permissions: [], ...access });
  renderApp(<UserMenu />, { queryClient });
  // The popover is closed, and jsdom knows no popovers.
  return screen.getAllByRole('link', { hidden: true }).map((link) => link.getAttribute('href'));
}

it('leads a learner who also manages an institution to both areas', () => {
  expect(linksFor({ kind: 'learner', institutions })).toEqual(['/dashboard', '/institution', '/profile', '/verify']);
});

it.each([
  ['learner', [], '/dashboard'],
  ['institution', institutions, '/institution'],
  ['staff', [], '/admin'],
] as const)('leads a %s to the one area there is', (kind, managed, home) => {
  expect(linksFor({ kind, institutions: [...managed] })).toEqual([home, '/profile', '/verify']);
});

import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Access, PersonKind } from '~/entities/permissions/access';
import { accessQueryOptions } from '~/entities/permissions/access';
import type { SessionState } from '~/entities/session/session-store';
import * as store from '~/entities/session/session-store';
import { createQueryClient } from '~/lib/query-client';
import { AppError } from '~/lib/supabase/app-error';
import { renderApp } from '~/testing/render';
import { AnonymousOnly } from './anonymous-only';
import { RequireKind } from './require-kind';
import { RequirePermission } from './require-permission';

const person: SessionState = { status: 'signed-in', userId: 'u1', email: 'asha@example.com' };
let session: SessionState;

beforeEach(() => {
  vi.spyOn(store, 'readSession').mockImplementation(() => session);
});

function open(at: string, kinds: readonly PersonKind[], access?: Partial<Access>, managers = false) {
  const queryClient = createQueryClient();
  if (access !== undefined) {
    queryClient.setQueryData(accessQueryOptions('u1').queryKey, {
      kind: 'learner',
      status: 'active',
      permissions: [],
      institutions: [],
      ...access,
    });
  }
  return renderApp(
    <Routes>
      <Route element={<AnonymousOnly />}>
        <Route path="/login" element={<h1>Login</h1>} />
      </Route>
      <Route element={<RequireKind kinds={kinds} managers={managers} />}>
        <Route element={<RequirePermission anyOf={['leads.read', 'leads.manage']} />}>
          <Route path="/admin/leads" element={<h1>Leads</h1>} />
        </Route>
        <Route path="*" element={<h1>Inside</h1>} />
      </Route>
    </Routes>,
    { at, queryClient },
  );
}

it('sends a stranger to sign in and remembers where to', () => {
  session = { status: 'anonymous' };
  const { address } = open('/dashboard/modules/1?x=2', ['learner']);
  expect(address()).toBe(`/login?next=${encodeURIComponent('/dashboard/modules/1?x=2')}`);
  expect(screen.getByRole('heading', { name: 'Login' })).toBeVisible();
});

it('opens an area to its own kind', () => {
  session = person;
  open('/dashboard', ['learner'], { kind: 'learner' });
  expect(screen.getByRole('heading', { name: 'Inside' })).toBeVisible();
});

it.each([
  ['learner', '/dashboard'],
  ['institution', '/institution'],
  ['staff', '/admin'],
] as const)('tells a %s whose area this is not, and points to %s', (kind, home) => {
  session = person;
  open(
    '/somewhere',
    (['learner', 'institution', 'staff'] as const).filter((each) => each !== kind),
    { kind },
  );
  expect(screen.getByRole('heading', { name: 'This area is not open to your account' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Go to my own area' })).toHaveAttribute('href', home);
});

it('opens the area of institutions to a learner who manages one, and to no other learner', () => {
  session = person;
  const institutions = [{ id: 'i1', name: 'Sample University' }];
  const manager = open('/institution', ['institution'], { institutions }, true);
  expect(screen.getByRole('heading', { name: 'Inside' })).toBeVisible();
  manager.unmount();
  open('/institution', ['institution'], {}, true);
  expect(screen.getByRole('heading', { name: 'This area is not open to your account' })).toBeVisible();
});

it('opens a part of an area by permission, and tells colleagues without it', () => {
  session = person;
  const openLeads = (permissions: string[]) => open('/admin/leads', ['staff'], { kind: 'staff', permissions });
  const reader = openLeads(['leads.read']);
  expect(screen.getByRole('heading', { name: 'Leads' })).toBeVisible();
  reader.unmount();
  openLeads(['payments.read']);
  expect(screen.queryByRole('heading', { name: 'Leads' })).toBeNull();
  expect(screen.getByRole('heading', { name: 'This area is not open to your account' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Go to my own area' })).toHaveAttribute('href', '/admin');
});

it('shuts a suspended account out of its own area', () => {
  session = person;
  open('/dashboard', ['learner'], { status: 'suspended' });
  expect(screen.getByRole('heading', { name: 'This account is suspended' })).toBeVisible();
});

it.each([
  ['learner', '/dashboard'],
  ['institution', '/institution'],
  ['staff', '/admin'],
] as const)('sends a %s after sign-in to %s', (kind, home) => {
  session = person;
  expect(open('/login', ['learner', 'institution', 'staff'], { kind }).address()).toBe(home);
});

it('goes on to where the person wanted, unless that is not ours', () => {
  session = person;
  expect(open('/login?next=%2Fprofile', ['learner'], {}).address()).toBe('/profile');
});

it('does not follow a stranger’s next', () => {
  session = person;
  expect(open('/login?next=%2F%2Fevil.example', ['learner'], {}).address()).toBe('/dashboard');
});

it('shows an error with another try when rights cannot be read', async () => {
  session = person;
  const { queryClient } = open('/dashboard', ['learner']);
  await queryClient.cancelQueries();
  queryClient
    .getQueryCache()
    .find({ queryKey: accessQueryOptions('u1').queryKey })
    ?.setState({
      status: 'error',
      error: new AppError('unexpected', { status: 500, requestId: 'req-7' }),
      fetchStatus: 'idle',
    });
  expect(await screen.findByRole('alert')).toHaveTextContent('Reference: req-7');
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Sign out' })).toBeVisible();
});

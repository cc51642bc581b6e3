import { screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import * as session from '~/entities/session/use-session';
import { renderApp } from '~/testing/render';
import { type IdentityDocument, identityQueryOptions } from '../api/get-identity';
import { IdentityPanel } from './identity-panel';

beforeEach(() => {
  vi.spyOn(session, 'useCurrentUser').mockReturnValue({ id: 'u1', email: 'asha@example.com' });
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => new Promise(() => {}));
});

it('asks for another document as soon as the first is refused, without a reload', async () => {
  const { queryClient } = renderApp(<IdentityPanel />);
  const key = identityQueryOptions('u1').queryKey;
  const pending: IdentityDocument = {
    id: 'd1',
    document_kind: 'passport',
    status: 'pending',
    note: null,
    created_at: '2026-01-01T00:00:00Z',
    reviewed_at: null,
  };
  queryClient.setQueryData(key, pending);
  expect(await screen.findByRole('button', { name: /another|replace/i })).toBeVisible();
  const rejected: IdentityDocument = { ...pending, status: 'rejected', note: 'Blurred' };
  queryClient.setQueryData(key, rejected);
  expect(await screen.findByRole('combobox')).toBeVisible();
});

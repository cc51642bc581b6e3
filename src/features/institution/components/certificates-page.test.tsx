import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import * as notifications from '~/components/notify';
import { block, institution, openPage, overviewOf, serve, widen, type Call } from '~/testing/institution';
import CertificatesPage from './certificates-page';

vi.setConfig({ testTimeout: 20_000 });

const wait = { timeout: 5_000 };
const certificate = {
  id: '0a7d1c3e-1111-4111-8111-111111111111',
  number: 'AIR-2026-FY0CT8QY',
  holder_name: 'Asha Rao',
  track_name: 'Track One',
  status: 'issued',
  issued_at: '2026-11-01T08:00:00Z',
  expires_at: '2999-11-01T08:00:00Z',
};
const revoked = { ...certificate, id: 'c2', number: 'AIR-2026-2FB0QY0W', holder_name: 'Ravi Menon', status: 'revoked' };

const notify = vi.fn<typeof notifications.notify>(async () => undefined);
let followed: string[];

beforeEach(() => {
  followed = [];
  notify.mockClear();
  vi.spyOn(notifications, 'notify').mockImplementation(notify);
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    followed.push(this.download === '' ? this.href : this.download);
  });
  URL.createObjectURL = () => 'blob:file';
});

/** The archive's count asks for no more than an id; both answers name their total as PostgREST does. */
function open(
  rows: unknown[],
  issued: number,
  at = '/institution/certificates',
  answers: Record<string, (call: Call) => Response> = {},
) {
  const calls = serve({
    institution_overview: () => Response.json(overviewOf([block()])),
    certificates: ({ search }) =>
      search.get('select') === 'id'
        ? Response.json([], { headers: { 'content-range': `*/${issued}` } })
        : Response.json(rows, { headers: { 'content-range': `0-${rows.length}/${rows.length}` } }),
    ...answers,
  });
  const lists = () =>
    calls
      .filter(({ name, search }) => name === 'certificates' && search.get('select') !== 'id')
      .map(({ search }) => search);
  return { ...openPage(<CertificatesPage />, at), calls, lists };
}

it('shows each certificate with its public page and its document, and no document of a revoked one', async () => {
  widen();
  const { user, calls } = open([certificate, revoked], 1, undefined, {
    'certificate-pdf': () => new Response('%PDF', { headers: { 'content-type': 'application/pdf' } }),
  });
  const table = within(await screen.findByRole('table', { name: 'Certificates' }, wait));
  expect(table.getByRole('link', { name: 'Verify certificate AIR-2026-FY0CT8QY' })).toHaveAttribute(
    'href',
    '/verify/AIR-2026-FY0CT8QY',
  );
  expect(table.getByText('Valid')).toBeVisible();
  expect(table.getByText('Revoked')).toBeVisible();
  expect(table.queryByRole('button', { name: 'Download the certificate of Ravi Menon' })).toBeNull();
  await user.click(table.getByRole('button', { name: 'Download the certificate of Asha Rao' }));
  await waitFor(() => expect(followed).toEqual(['AIR-2026-FY0CT8QY.pdf']));
  expect(calls.find(({ name }) => name === 'certificate-pdf')?.body).toEqual({ certificateId: certificate.id });
});

it('asks for the own institution only, and searches holder and number', async () => {
  const { user, lists, address } = open([certificate], 1);
  await screen.findByText('Asha Rao', undefined, wait);
  expect(lists().at(-1)?.get('institution_id')).toBe(`eq.${institution.id}`);
  await user.type(screen.getByRole('textbox', { name: 'Search' }), 'rao');
  await waitFor(() => expect(address()).toBe('/institution/certificates?q=rao'), wait);
  await waitFor(() => expect(lists().at(-1)?.get('or')).toBe('(holder_name.ilike.%rao%,number.ilike.%rao%)'));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Expired');
  await waitFor(() => expect(lists().at(-1)?.get('status')).toBe('eq.issued'));
  expect(lists().at(-1)?.get('expires_at')).toMatch(/^lte\./);
  expect(address()).toBe('/institution/certificates?q=rao&status=expired');
});

it('lets the browser fetch all of them as an archive, and says how many', async () => {
  const { user, calls } = open([certificate], 12, '/institution/certificates?track=one', {
    'certificates-zip': () => Response.json({ url: 'http://supabase.test/zip?ticket=t', count: 12 }),
  });
  expect(await screen.findByText('12 documents and a list', undefined, wait)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Download this track as ZIP' }));
  await waitFor(() => expect(followed).toEqual(['http://supabase.test/zip?ticket=t']));
  expect(calls.find(({ name }) => name === 'certificates-zip')?.body).toEqual({
    institutionId: institution.id,
    trackId: 'one',
  });
  expect(notify).toHaveBeenCalledWith('success', expect.stringContaining('12 certificates'));
});

it('says what will stand here while there is none, and offers no archive', async () => {
  open([], 0);
  expect(await screen.findByRole('heading', { name: 'No certificates yet' }, wait)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Download all as ZIP' })).toBeDisabled();
  expect(screen.queryByRole('textbox', { name: 'Search' })).toBeNull();
});

it('keeps the filters where nothing matches', async () => {
  const { user, address } = open([], 3, '/institution/certificates?q=zzz');
  await user.click(await screen.findByRole('button', { name: 'Show all certificates' }, wait));
  expect(address()).toBe('/institution/certificates');
});

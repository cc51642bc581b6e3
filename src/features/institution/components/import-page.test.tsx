import { act, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as session from '~/entities/session/use-session';
import { renderApp } from '~/testing/render';
import ImportPage from './import-page';
import { InstitutionContext } from './use-institution';

const institutionId = '0b7e5b0a-5f0e-4a53-8f0c-6a4c1e6f7a01';
const importId = '6d5b3a52-9c0e-4a53-8f0c-6a4c1e6f7a01';
const choose = vi.fn<(id: string) => void>();

const stored = {
  id: importId,
  institution_id: institutionId,
  created_by: 'u1',
  file_name: 'third-year.csv',
  file_size: 1840,
  status: 'checked',
  problem: null as string | null,
  problem_details: null as unknown,
  encoding: 'utf-8',
  delimiter: ';',
  ignored_columns: ['phone'],
  rows_total: 25,
  rows_valid: 20,
  rows_known: 0,
  rows_faulty: 5,
  rows_done: 0,
  rows_enrolled: 0,
  rows_already: 0,
  rows_refused: 0,
  rows_undone: 0,
  seats_needed: [{ track_id: 'a', track_name: 'AI Foundations', needed: 20, left: 40 }],
  created_at: '2026-11-25T10:12:00Z',
  confirmed_at: null as string | null,
  cancel_requested_at: null as string | null,
  finished_at: null as string | null,
  undone_at: null as string | null,
  track: null,
};
const enrolling = { ...stored, status: 'enrolling', confirmed_at: stored.created_at, rows_done: 5, rows_refused: 5 };
const done = { ...enrolling, status: 'done', finished_at: stored.created_at, rows_done: 25, rows_enrolled: 20 };
const rows = [
  {
    row_number: 4,
    raw: { 'E-mail': 'asha@@example', Name: 'Asha Rao' },
    email: null,
    full_name: 'Asha Rao',
    faults: [{ column: 'email', code: 'email_invalid' }],
    reason: 'email_invalid',
  },
  {
    row_number: 9,
    raw: { 'E-mail': 'ravi@example.edu', Name: 'Ravi' },
    email: 'ravi@example.edu',
    full_name: 'Ravi',
    faults: [{ column: 'email', code: 'duplicate_in_file', details: { row: 6 } }],
    reason: 'duplicate_in_file',
  },
];

let now = { ...stored };
let looks = 0;
let actions: unknown[] = [];
let asked: string[] = [];
let onAction: () => Response = () => Response.json({});

beforeEach(() => {
  now = { ...stored };
  looks = 0;
  actions = [];
  asked = [];
  vi.spyOn(session, 'useCurrentUser').mockReturnValue({ id: 'u1', email: 'asha@example.com' });
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    if (pathname.endsWith('/functions/v1/bulk-enrol')) {
      actions.push(await request.json());
      return onAction();
    }
    if (pathname.endsWith('/import_rows')) {
      asked.push(decodeURIComponent(search));
      return Response.json(rows, { headers: { 'content-range': '0-1/2' } });
    }
    if (pathname.endsWith('/imports')) {
      looks += 1;
      return Response.json(now);
    }
    return Response.json({ managers: [], invitations: [] });
  });
});
afterEach(() => {
  vi.useRealTimers();
});

function show(id = importId) {
  const institution = { id: institutionId, name: 'Sample University' };
  return renderApp(
    <InstitutionContext value={{ ...institution, all: [institution], choose }}>
      <ImportPage />
    </InstitutionContext>,
    { at: `/institution/bulk/${id}`, path: '/institution/bulk/:importId' },
  );
}

it('names each fault with its row, its column, what stands there and why', async () => {
  show();
  expect(await screen.findByText('Nobody is enrolled yet')).toBeVisible();
  const table = await screen.findByRole('table', { name: 'Rows with faults' });
  const [first, second] = within(table).getAllByRole('row').slice(1);
  expect(first).toHaveTextContent(/4.*E-mail.*asha@@example.*This is not an e-mail address\./);
  expect(second).toHaveTextContent(/9.*ravi@example\.edu.*The same student stands in row 6 already\./);
  expect(screen.getByText('phone')).toBeVisible();
  expect(screen.getByText('semicolons')).toBeVisible();
});

it('asks the server for one kind of fault and keeps it in the address', async () => {
  const { user, address } = show();
  await user.selectOptions(await screen.findByLabelText('Kind of fault'), 'Twice in the list');
  const table = await screen.findByRole('table', { name: 'Rows with faults' });
  await vi.waitFor(() => expect(asked.at(-1)).toContain('faults=cs.[{"code":"duplicate_in_file"}]'));
  expect(within(table).queryByText('asha@@example')).toBeNull();
  expect(address()).toContain('kind=duplicate_in_file');
});

it('enrols once confirmed, with the number on the button', async () => {
  onAction = () => {
    now = { ...enrolling };
    return Response.json({ importId, status: 'enrolling' });
  };
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Enrol 20 students' }));
  const bar = await screen.findByRole('progressbar', { name: 'Rows worked on' });
  expect(bar).toHaveAttribute('aria-valuenow', '5');
  expect(bar).toHaveAttribute('aria-valuemax', '25');
  expect(actions).toEqual([{ action: 'confirm', importId }]);
});

it('says who is left out when there are too few seats', async () => {
  now.seats_needed = [{ track_id: 'a', track_name: 'AI Foundations', needed: 20, left: 12 }];
  show();
  expect(await screen.findByRole('button', { name: 'Enrol 12 students' })).toBeVisible();
  expect(screen.getByText(/first 12 in the order of the list are enrolled, the other 8 are refused/)).toBeVisible();
});

it('offers no enrolment when nobody is left to enrol', async () => {
  Object.assign(now, { rows_valid: 0, rows_known: 25, rows_faulty: 0, seats_needed: [] });
  show();
  expect(await screen.findByText('Everybody in it is enrolled already.')).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Enrol \d/ })).toBeNull();
});

it('says a problem of the whole file in words, with what to do', async () => {
  Object.assign(now, { status: 'unreadable', problem: 'broken_quote', problem_details: { row: 7 } });
  show();
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('A quotation mark is open');
  expect(alert).toHaveTextContent(/quotation mark in row 7 never ends/);
  expect(screen.getByRole('link', { name: 'Hand in another file' })).toHaveAttribute('href', '/institution/bulk');
});

it('stops an enrolment after saying what stays', async () => {
  now = { ...enrolling };
  onAction = () => {
    now = { ...enrolling, cancel_requested_at: stored.created_at };
    return Response.json({ importId, status: 'enrolling' });
  };
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Stop enrolling' }));
  const dialog = await screen.findByRole('dialog', { name: 'Stop enrolling?' });
  expect(dialog).toHaveTextContent('Students who are enrolled by then stay enrolled');
  await user.click(within(dialog).getByRole('button', { name: 'Stop enrolling' }));
  expect(await screen.findByText('Stopping after the rows at work…')).toBeVisible();
  expect(actions).toEqual([{ action: 'cancel', importId }]);
});

it('undoes what has ended, once asked', async () => {
  now = { ...done };
  onAction = () => {
    now = { ...done, status: 'undone', rows_undone: 18, undone_at: stored.created_at };
    return Response.json({ importId, status: 'undone', undone: 18, kept: 2 });
  };
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  const dialog = await screen.findByRole('dialog', { name: 'Undo this enrolment?' });
  expect(actions).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Undo the enrolment' }));
  expect(await screen.findByRole('heading', { name: 'The enrolment was undone' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

it('looks again while the server is at work, and no longer once it is done', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  now = { ...enrolling };
  show();
  await screen.findByRole('progressbar', { name: 'Rows worked on' });
  const before = looks;
  await act(() => vi.advanceTimersByTimeAsync(2_500));
  expect(looks).toBeGreaterThan(before);
  now = { ...done };
  await act(() => vi.advanceTimersByTimeAsync(2_000));
  expect(await screen.findByRole('heading', { name: 'The list is enrolled' })).toBeVisible();
  const after = looks;
  await act(() => vi.advanceTimersByTimeAsync(30_000));
  expect(looks).toBe(after);
});

it('asks nobody about an address that cannot be an import', async () => {
  show('nonsense');
  expect(await screen.findByRole('heading', { level: 1, name: 'There is no such list' })).toBeVisible();
  expect(looks).toBe(0);
});

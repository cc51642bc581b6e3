import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as notifications from '~/components/notify';
import {
  block,
  institution,
  openPage,
  overviewOf,
  raised,
  serve,
  studentRow,
  widen,
  type Call,
} from '~/testing/institution';
import type { StudentRow } from '../schemas';
import StudentsPage from './students-page';

vi.setConfig({ testTimeout: 20_000 });

const notify = vi.fn<typeof notifications.notify>(async () => undefined);
const wait = { timeout: 5_000 };

beforeEach(() => {
  notify.mockClear();
  vi.spyOn(notifications, 'notify').mockImplementation(notify);
});

type Served = { rows?: StudentRow[]; total?: number; answers?: Record<string, (call: Call) => Response> };

function open({ rows = [studentRow()], total = rows.length, answers = {} }: Served, at = '/institution/students') {
  const calls = serve({
    institution_overview: () => Response.json(overviewOf([block()])),
    list_students: () => Response.json({ total, rows }),
    ...answers,
  });
  const lists = () => calls.filter(({ name }) => name === 'list_students').map(({ body }) => body);
  return { ...openPage(<StudentsPage />, at), calls, lists };
}
const cardOf = async (name: string) => {
  const card = (await screen.findByText(name, undefined, wait)).closest('li');
  if (card === null) throw new Error(`No card of ${name}`);
  return within(card);
};

describe('the list of students', () => {
  it('says in words how each one gets on', async () => {
    open({
      rows: [
        studentRow({ roll_no: '42', best_test_score: 81.4, tests_passed: 1, risk: 'inactive' }),
        studentRow({
          seat_id: 'seat2',
          student_id: 's2',
          full_name: 'Ravi Menon',
          state: 'invited',
          modules_completed: 0,
          percent: 0,
          joined_at: null,
          last_active_at: null,
          invitation_sent_at: null,
        }),
        studentRow({
          seat_id: 'seat3',
          student_id: 's3',
          full_name: 'Zoya Khan',
          state: 'certified',
          exam_status: 'passed',
          exam_score: 88,
          certificate_number: 'AIR-2026-FY0CT8QY',
        }),
      ],
    });
    const asha = await cardOf('Asha Rao');
    expect(asha.getByText('Learning')).toBeVisible();
    expect(asha.getByText('3 of 9 modules')).toBeVisible();
    expect(asha.getByText('Inactive for three weeks')).toBeVisible();
    expect(asha.getByText('81%')).toBeVisible();
    expect(asha.getByText('Roll no. 42')).toBeVisible();
    expect(asha.queryByRole('button', { name: /again/ })).toBeNull();
    const ravi = await cardOf('Ravi Menon');
    expect(ravi.getByText('Invited')).toBeVisible();
    expect(ravi.getByText('Invitation is being sent')).toBeVisible();
    const zoya = await cardOf('Zoya Khan');
    expect(zoya.getByRole('link', { name: 'AIR-2026-FY0CT8QY' })).toHaveAttribute('href', '/verify/AIR-2026-FY0CT8QY');
  });

  it('searches while typing and filters, from the first page, with all of it in the address', async () => {
    const { user, lists, address } = open({}, '/institution/students?page=3');
    await cardOf('Asha Rao');
    expect(lists().at(-1)).toMatchObject({ p_institution_id: institution.id, p_offset: 50, p_limit: 25 });
    await user.type(screen.getByRole('textbox', { name: 'Search' }), 'rao');
    await waitFor(() => expect(address()).toBe('/institution/students?q=rao'), wait);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'May need help');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Order' }), 'Most progress');
    expect(address()).toBe('/institution/students?q=rao&state=at_risk&sort=-percent');
    await waitFor(() =>
      expect(lists().at(-1)).toMatchObject({
        p_search: 'rao',
        p_state: 'at_risk',
        p_sort: 'percent',
        p_descending: true,
        p_offset: 0,
      }),
    );
  });

  it('is a table where there is room, ordered by its headings', async () => {
    widen();
    const { user, lists, address } = open({});
    const table = within(await screen.findByRole('table', { name: 'Students' }, wait));
    expect(table.getByRole('columnheader', { name: 'Student' })).toHaveAttribute('aria-sort', 'ascending');
    await user.click(table.getByRole('button', { name: 'Progress' }));
    expect(address()).toBe('/institution/students?sort=-percent');
    await waitFor(() =>
      expect(table.getByRole('columnheader', { name: 'Progress' })).toHaveAttribute('aria-sort', 'descending'),
    );
    await user.click(table.getByRole('button', { name: 'Progress' }));
    await waitFor(() => expect(lists().at(-1)).toMatchObject({ p_sort: 'percent', p_descending: false }));
    expect(screen.queryByRole('combobox', { name: 'Order' })).toBeNull();
  });

  it('turns pages on the server', async () => {
    const { user, lists, address } = open({ total: 60 });
    await cardOf('Asha Rao');
    expect(screen.getByRole('status')).toHaveTextContent('1–25 of 60');
    await user.click(screen.getByRole('button', { name: 'Next page' }));
    expect(address()).toBe('/institution/students?page=2');
    await waitFor(() => expect(lists().at(-1)).toMatchObject({ p_offset: 25 }));
  });

  it('offers everybody again where nobody matches', async () => {
    const { user, address } = open({ rows: [] }, '/institution/students?q=zzz&track=one');
    expect(await screen.findByRole('heading', { name: 'Nobody matches' }, wait)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show all students' }));
    expect(address()).toBe('/institution/students');
  });

  it('leads on where there is no student yet, and says whom to ask where there is no seat', async () => {
    const nobody = open({ answers: { institution_overview: () => Response.json(overviewOf([block()], 0)) } });
    expect(await screen.findByRole('heading', { name: 'No students yet' }, wait)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Add a student' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Enrol many from a file' })).toHaveAttribute('href', '/institution/bulk');
    nobody.unmount();
    open({ answers: { institution_overview: () => Response.json(overviewOf([], 0)) } });
    expect(await screen.findByRole('heading', { name: 'No seats yet' }, wait)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Add a student' })).toBeNull();
  });

  it('offers another try when the list cannot be read', async () => {
    const answers = { list_students: () => Response.json({ message: 'down' }, { status: 400 }) };
    const { user, lists } = open({ answers });
    await user.click(await screen.findByRole('button', { name: 'Try again' }, wait));
    await waitFor(() => expect(lists()).toHaveLength(2));
  });

  it('is downloaded with the filters that are set', async () => {
    const saved: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    URL.createObjectURL = () => 'blob:list';
    const file = () => new Response('a;b', { headers: { 'content-type': 'application/octet-stream' } });
    const { user, calls } = open({ answers: { 'export-list': file } }, '/institution/students?q=rao&state=invited');
    await user.click(await screen.findByRole('button', { name: 'Download Students as Excel file' }, wait));
    await waitFor(() => expect(saved).toEqual([expect.stringMatching(/^students-\d{4}-\d\d-\d\d\.xlsx$/)]));
    expect(calls.find(({ name }) => name === 'export-list')?.body).toEqual({
      list: 'students',
      format: 'xlsx',
      params: { institutionId: institution.id, search: 'rao', state: 'invited', sort: 'name', descending: false },
    });
  });
});

describe('inviting again', () => {
  const invited = studentRow({ state: 'invited', joined_at: null });
  it.each([
    [() => new Response(null, { status: 204 }), 'A new invitation is on its way to asha@example.com.'],
    [() => raised('invited_recently'), /was invited a few minutes ago/],
    [() => raised('already_joined'), /has joined in the meantime/],
    [() => raised('student_not_found'), /is no longer on your list/],
  ])('tells what came of it', async (answer, words) => {
    const { user, calls } = open({ rows: [invited], answers: { resend_invitation: answer } });
    await user.click(await screen.findByRole('button', { name: 'Invite Asha Rao again' }, wait));
    await waitFor(() => expect(notify).toHaveBeenCalledWith(expect.anything(), expect.toSatisfy(matches(words))), wait);
    expect(calls.find(({ name }) => name === 'resend_invitation')?.body).toEqual({ p_student_id: 's1' });
  });
});

const matches = (words: string | RegExp) => (text: unknown) =>
  typeof text === 'string' && (typeof words === 'string' ? text === words : words.test(text));

describe('removing', () => {
  const rows = [
    studentRow(),
    studentRow({ seat_id: 'seat2', track_id: 'two', track_name: 'Track Two', state: 'not_started' }),
    studentRow({ seat_id: 'seat3', track_id: 'three', track_name: 'Track Three', state: 'certified' }),
    studentRow({ seat_id: 'seat4', student_id: 's2', full_name: 'Asha Raon', track_name: 'Track Four' }),
  ];

  it('says for each of the seats what becomes of it, then removes', async () => {
    const { user, calls } = open({
      rows,
      answers: { remove_student: () => Response.json({ seats_released: 1, seats_kept: 1 }) },
    });
    const [first] = await screen.findAllByRole('button', { name: 'Remove Asha Rao' }, wait);
    if (first === undefined) throw new Error('No button');
    await user.click(first);
    const dialog = within(await screen.findByRole('dialog', undefined, wait));
    const [one, two, three, ...more] = await dialog.findAllByRole('listitem', undefined, wait);
    expect(one).toHaveTextContent(/Track One: Learning. The person keeps the track and the seat stays used/);
    expect(two).toHaveTextContent(/Track Two: Not started. Access ends, and the seat is free again/);
    expect(three).toHaveTextContent(/Track Three: Certified. .* stays on your list of certificates/);
    expect(more).toEqual([]);
    expect(calls.some(({ name }) => name === 'remove_student')).toBe(false);
    await user.click(dialog.getByRole('button', { name: 'Remove Asha Rao' }));
    await waitFor(() =>
      expect(notify).toHaveBeenCalledWith('success', 'Asha Rao is off your list. 1 seat is free again.'),
    );
    expect(calls.find(({ name }) => name === 'remove_student')?.body).toEqual({ p_student_id: 's1' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

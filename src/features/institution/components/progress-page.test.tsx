import { screen, within } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { renderApp } from '~/testing/render';
import ProgressPage from './progress-page';
import { TrackPicture } from './track-picture';
import { InstitutionContext } from './use-institution';

const id = '0b7e5b0a-5f0e-4a53-8f0c-6a4c1e6f7a01';
const track = {
  track_id: 'ai-foundations',
  track_name: 'AI Foundations',
  seats: 40,
  used: 10,
  left: 30,
  students: 10,
  invited: 2,
  not_started: 1,
  learning: 3,
  completed: 1,
  certified: 3,
  at_risk: 2,
  test_passed: 4,
  exam_passed: 3,
  exam_failed: 1,
  average_percent: 46.9,
  average_test_score: 71.2,
  completion: { none: 1, started: 2, half: 1, done: 4 },
};
const overview = { students: 10, invited: 2, joined: 8, certified: 3, at_risk: 2, seats: [], tracks: [track] };
const student = {
  student_id: 's1',
  seat_id: 'x1',
  full_name: 'Asha Rao',
  email: 'asha@example.edu',
  roll_no: null,
  track_id: 'ai-foundations',
  track_name: 'AI Foundations',
  state: 'learning',
  percent: 44,
  modules_completed: 4,
  modules_total: 9,
  best_test_score: 78.5,
  tests_passed: 1,
  exam_status: 'failed',
  exam_score: 52,
  certificate_id: null,
  certificate_number: null,
  last_active_at: '2026-10-20T10:00:00Z',
  invited_at: null,
  invitation_sent_at: '2026-10-01T10:00:00Z',
  joined_at: '2026-10-02T10:00:00Z',
  assigned_at: '2026-10-01T10:00:00Z',
  risk: 'inactive',
};
const waiting = {
  ...student,
  student_id: 's2',
  seat_id: 'x2',
  full_name: 'Ravi Iyer',
  email: 'ravi@example.edu',
  joined_at: null,
  last_active_at: null,
  state: 'invited',
  risk: 'not_joined',
};

let wishes: Record<string, unknown>[] = [];
let invited: unknown[] = [];

beforeEach(() => {
  wishes = [];
  invited = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    if (request.url.endsWith('/rpc/institution_overview')) return Response.json(overview);
    const body = await request.json();
    if (request.url.endsWith('/rpc/resend_invitation')) {
      invited.push(body);
      return new Response(null, { status: 204 });
    }
    wishes.push(body);
    return Response.json({ total: 2, rows: [student, waiting] });
  });
});

function show(at = '/institution/progress') {
  const institution = { id, name: 'Sample University' };
  return renderApp(
    <InstitutionContext value={{ ...institution, all: [institution], choose: () => undefined }}>
      <ProgressPage />
    </InstitutionContext>,
    { at },
  );
}

it('writes every number of its pictures, and leads from a part to those whom it counts', () => {
  renderApp(<TrackPicture track={track} />, { at: '/institution/progress' });
  const states = screen.getByRole('region', { name: 'Where they stand' });
  expect(within(states).getByRole('link', { name: 'Learning' })).toHaveAttribute(
    'href',
    '/institution/progress?track=ai-foundations&state=learning#students',
  );
  expect(states).toHaveTextContent(/Learning3/);
  const picture = screen.getByRole('region', { name: 'AI Foundations' });
  expect(picture).toHaveTextContent(/Less than half2/);
  expect(picture).toHaveTextContent(/Not passed1/);
  // Cut off, never rounded up.
  expect(picture).toHaveTextContent(/Average progress46%/);
});

it('says why somebody may need help and what to do: invite again, or write', async () => {
  const { user } = show();
  const list = await screen.findByRole('region', { name: 'May need help' });
  expect(await within(list).findByText(/Last active on 20 Oct 2026, with 4 of 9 modules done\./)).toBeVisible();
  expect(within(list).getByText(/Invited on 1 Oct 2026, and has not joined\./)).toBeVisible();
  expect(within(list).getByRole('link', { name: 'Write a mail to Asha Rao' })).toHaveAttribute(
    'href',
    'mailto:asha@example.edu?subject=Your%20track%20AI%20Foundations',
  );
  await user.click(within(list).getByRole('button', { name: 'Invite Ravi Iyer again' }));
  await vi.waitFor(() => expect(invited).toEqual([{ p_student_id: 's2' }]));
});

it('asks the server for the list that the address says', async () => {
  show('/institution/progress?track=ai-foundations&sort=-score&page=2&help=3');
  await screen.findByRole('region', { name: 'Students one by one' });
  await vi.waitFor(() =>
    expect(wishes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ p_track_id: 'ai-foundations', p_sort: 'score', p_descending: true, p_offset: 25 }),
        expect.objectContaining({ p_state: 'at_risk', p_offset: 16, p_limit: 8 }),
      ]),
    ),
  );
});

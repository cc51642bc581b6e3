import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { InstitutionContext } from '~/features/institution/components/use-institution';
import type { Overview, SeatBlock, StudentRow } from '~/features/institution/schemas';
import { renderApp } from './render';

export const institution = { id: '7b0c6a34-6f5f-4a53-9a4f-0d1a7c0d9b22', name: 'Sample University' };

export const block = (more: Partial<SeatBlock> = {}): SeatBlock => ({
  id: 'b1',
  track_id: 'one',
  track_name: 'Track One',
  seats: 10,
  used: 4,
  left: 6,
  price: 100_000,
  valid_until: '2999-12-31',
  valid: true,
  ...more,
});

const standing = (seats: SeatBlock): Overview['tracks'][number] => ({
  ...seats,
  students: seats.used,
  invited: 0,
  not_started: 0,
  learning: 0,
  completed: 0,
  certified: 0,
  at_risk: 0,
  test_passed: 0,
  exam_passed: 0,
  exam_failed: 0,
  average_percent: 0,
  average_test_score: null,
  completion: { none: 0, started: 0, half: 0, done: 0 },
});

export const overviewOf = (seats: SeatBlock[], students = 4): Overview => ({
  students,
  invited: 0,
  joined: students,
  certified: 0,
  at_risk: 0,
  seats,
  tracks: seats.map(standing),
});

export const studentRow = (more: Partial<StudentRow> = {}): StudentRow => ({
  student_id: 's1',
  seat_id: 'seat1',
  full_name: 'Asha Rao',
  email: 'asha@example.com',
  roll_no: null,
  track_id: 'one',
  track_name: 'Track One',
  state: 'learning',
  percent: 33,
  modules_completed: 3,
  modules_total: 9,
  best_test_score: null,
  tests_passed: 0,
  exam_status: null,
  exam_score: null,
  certificate_number: null,
  certificate_id: null,
  last_active_at: '2026-11-20T08:00:00Z',
  invited_at: '2026-11-01T08:00:00Z',
  invitation_sent_at: '2026-11-01T08:01:00Z',
  joined_at: '2026-11-02T08:00:00Z',
  assigned_at: '2026-11-01T08:00:00Z',
  risk: null,
  ...more,
});

export type Call = { name: string; body: Record<string, unknown>; search: URLSearchParams };

export const raised = (code: string) => Response.json({ code: 'P0001', message: code }, { status: 400 });

/** Plays the server: an answer for each table, function or RPC by its name. Gives the calls that were made. */
export function serve(answers: Record<string, (call: Call) => Response>): Call[] {
  const calls: Call[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    const name = url.pathname.split('/').at(-1) ?? '';
    const body: Record<string, unknown> = JSON.parse(typeof init?.body === 'string' ? init.body : '{}');
    const call = { name, body, search: url.searchParams };
    calls.push(call);
    return Promise.resolve(answers[name]?.(call) ?? Response.json({}, { status: 404 }));
  });
  return calls;
}

export const openPage = (page: ReactNode, at: string) =>
  renderApp(
    <InstitutionContext value={{ ...institution, all: [institution], choose: () => undefined }}>
      {page}
    </InstitutionContext>,
    { at },
  );

/** A screen with room for tables; without it the lists are cards. */
export function widen() {
  const narrow = globalThis.matchMedia;
  vi.spyOn(globalThis, 'matchMedia').mockImplementation((query) => ({
    ...narrow(query),
    matches: query.includes('min-width'),
  }));
}

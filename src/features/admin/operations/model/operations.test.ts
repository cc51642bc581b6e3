import { describe, expect, it } from 'vitest';
import { ageOf } from './age';
import { readEventFilters, readJobFilters, writeCursor } from './filters';
import { healthOf, knownKind } from './kinds';

it('reads the filters from the address and leaves out what is wrong', () => {
  const read = (search: string) => readJobFilters(new URLSearchParams(search));
  expect(read('status=dead&kind=email.send&error=smtp')).toEqual({
    status: 'dead',
    kind: 'email.send',
    error: 'smtp',
    cursor: null,
  });
  expect(read('status=lost&cursor=1_2')).toEqual(read(''));
  const cursor = { id: '00000000-0000-4000-8000-000000000001', at: '2026-11-24T08:00:00.123456+00:00', newer: true };
  expect(read(new URLSearchParams({ cursor: writeCursor(cursor) }).toString()).cursor).toEqual(cursor);
  expect(readEventFilters(new URLSearchParams('provider=credly&state=failed'))).toMatchObject({
    provider: 'credly',
    state: 'failed',
  });
});

describe('a vendor', () => {
  const [earlier, later] = ['2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z'];
  it.each([
    ['quiet', null, null, 0],
    ['good', later, null, 0],
    ['good', later, earlier, 3],
    ['troubled', earlier, later, 3],
    ['troubled', null, later, 1],
    // An old failure that nothing came after.
    ['good', earlier, later, 0],
  ] as const)('is %s', (health, last_success_at, last_failure_at, failed_today) => {
    expect(healthOf({ last_success_at, last_failure_at, failed_today })).toBe(health);
  });
});

it('tells an age roughly', () => {
  const now = Date.parse('2026-11-24T09:00:00Z');
  expect(
    ['2026-11-24T08:55:00Z', '2026-11-24T05:40:00Z', '2026-11-20T08:00:00Z', '2026-11-25T00:00:00Z'].map((at) =>
      ageOf(at, now),
    ),
  ).toEqual(['5 min', '3 h 20 min', '4 d', '0 min']);
});

it('knows the words of its kinds and no others', () => {
  expect(knownKind('staff.invite')).toBe('staff.invite');
  expect(knownKind('zoo.feed')).toBeNull();
});

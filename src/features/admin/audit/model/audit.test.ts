import { describe, expect, it } from 'vitest';
import { actionAreas, knownAction } from './actions';
import { changesOf, fieldName } from './changes';
import { isFiltered, periodOf, readFilters, writeCursor } from './filters';

const read = (search: string) => readFilters(new URLSearchParams(search));
const actor = '00000000-0000-4000-8000-000000000104';

describe('the address', () => {
  it('is read, and what is wrong in it left out', () => {
    expect(read(`actor=${actor}&action=role&type=profile&subject= x &from=2026-11-01&to=2026-11-02`)).toEqual({
      actor,
      action: 'role',
      subjectType: 'profile',
      subjectId: 'x',
      from: '2026-11-01',
      to: '2026-11-02',
      cursor: null,
    });
    const wrong = read('actor=me&from=yesterday&to=2026-13-40&cursor=a_b');
    expect(wrong).toEqual(read(''));
    expect(isFiltered(wrong)).toBe(false);
    expect(isFiltered(read('type=role'))).toBe(true);
  });

  it('keeps the place in the list to the microsecond', () => {
    for (const newer of [true, false]) {
      const cursor = { id: 17, at: '2026-11-01T08:00:00.123456+00:00', newer };
      expect(read(new URLSearchParams({ cursor: writeCursor(cursor) }).toString()).cursor).toEqual(cursor);
    }
  });

  it('means days of the person, from their first moment to the last', () => {
    // Tests run in India, five and a half hours ahead.
    expect(periodOf({ from: '2026-11-01', to: '2026-11-30' })).toEqual({
      from: '2026-10-31T18:30:00.000Z',
      to: '2026-11-30T18:30:00.000Z',
    });
    expect(periodOf({ from: null, to: null })).toEqual({ from: undefined, to: undefined });
  });
});

describe('what changed', () => {
  it('is told field by field, lists by what came and went', () => {
    expect(
      changesOf({
        before: { name: 'Old', permissions: ['a', 'b'], same: ['x'] },
        after: { name: 'New', permissions: ['b', 'c'], same: ['x'] },
        invitation_id: 7,
      }),
    ).toEqual({
      changes: [
        { field: 'name', kind: 'value', before: 'Old', after: 'New' },
        { field: 'permissions', kind: 'list', added: ['c'], removed: ['a'] },
      ],
      more: [{ field: 'invitation_id', value: '7' }],
    });
  });

  it('is told of older entries, too', () => {
    expect(changesOf({ from: { a: 1, b: { c: 2 } }, to: { a: 2, b: { c: 2 } } }).changes[0]).toEqual({
      field: 'a',
      kind: 'value',
      before: '1',
      after: '2',
    });
    expect(changesOf({ from: 'new', to: 'lost' }).changes).toEqual([
      { field: 'value', kind: 'value', before: 'new', after: 'lost' },
    ]);
    expect(changesOf({})).toEqual({ changes: [], more: [] });
  });
});

it('knows the words of its codes and no others', () => {
  expect(knownAction('role.granted')).toBe('role.granted');
  expect(knownAction('zoo.fed')).toBeNull();
  expect(actionAreas.find(({ area }) => area === 'role')?.codes).toContain('role.taken');
  expect(fieldName('discount_percent')).toBe('Discount percent');
});

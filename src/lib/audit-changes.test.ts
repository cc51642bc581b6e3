import { expect, it } from 'vitest';
import { changesIn } from './audit-changes';

it('tells each field once, with what it was and what it became', () => {
  expect(changesIn({ status: 'active', seats: 4 }, { status: 'suspended', seats: 5, list: ['a'] })).toEqual([
    { field: 'status', from: 'active', to: 'suspended' },
    { field: 'seats', from: '4', to: '5' },
    { field: 'list', from: null, to: '["a"]' },
  ]);
});

it('leaves out ids, which say nothing to people, and takes nothing for nothing', () => {
  expect(changesIn({}, { full_name: 'Asha', user_id: 'x' })).toEqual([{ field: 'full name', from: null, to: 'Asha' }]);
  expect(changesIn(null, undefined)).toEqual([]);
});

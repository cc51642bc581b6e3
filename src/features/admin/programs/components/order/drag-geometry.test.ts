import { describe, expect, it } from 'vitest';
import { rowBeside } from './drag-geometry';

const rows: [id: string, rect: { top: number }][] = [
  ['b', { top: 50 }],
  ['a', { top: 0 }],
  ['c', { top: 100 }],
];

describe('keys along rows', () => {
  it.each([
    ['a', 1, 'b'],
    ['b', 1, 'c'],
    ['c', -1, 'b'],
    ['a', -1, undefined],
    ['c', 1, undefined],
    ['nowhere', -1, undefined],
  ] as const)('from %s by %i lead to %s', (from, step, to) => {
    expect(rowBeside(rows, from, step)?.[0]).toBe(to);
  });
});

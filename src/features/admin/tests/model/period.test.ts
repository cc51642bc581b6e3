import { expect, it } from 'vitest';
import { periodOf } from './period';

it('takes both days wholly, in the zone of the person', () => {
  expect(periodOf('2026-11-01', '2026-11-30')).toEqual({
    from: '2026-10-31T18:30:00.000Z',
    to: '2026-11-30T18:30:00.000Z',
  });
});

it('leaves an end open that nobody gave or that is no day', () => {
  expect(periodOf('', 'soon')).toEqual({ from: null, to: null });
});

import { expect, it } from 'vitest';
import { isFiltered, readStudentFilters, sortAddress } from './student-filters';

const read = (address: string) => readStudentFilters(new URLSearchParams(address));

it('reads everything from the address', () => {
  expect(read('q=%20asha%20&track=one&state=at_risk&progress=half&sort=-activity&page=3')).toEqual({
    search: 'asha',
    trackId: 'one',
    state: 'at_risk',
    progress: 'half',
    sort: 'activity',
    descending: true,
    page: 3,
  });
});

it('begins with everybody by name, and so does an address that makes no sense', () => {
  const everybody = {
    search: '',
    trackId: null,
    state: null,
    progress: null,
    sort: 'name',
    descending: false,
    page: 1,
  };
  expect(read('')).toEqual(everybody);
  expect(read('state=drop&progress=1&sort=password&page=-2')).toEqual(everybody);
});

it('knows whether anything is left out', () => {
  expect(isFiltered(read('sort=email&page=2'))).toBe(false);
  for (const address of ['q=a', 'track=one', 'state=invited', 'progress=none']) {
    expect(isFiltered(read(address))).toBe(true);
  }
});

it('turns an order round when it is chosen again, and begins with the far end of numbers and times', () => {
  expect(sortAddress('percent', read(''))).toBe('-percent');
  expect(sortAddress('percent', read('sort=-percent'))).toBe('percent');
  expect(sortAddress('email', read(''))).toBe('email');
  expect(sortAddress('name', read(''))).toBe('-name');
  expect(sortAddress('name', read('sort=email'))).toBeNull();
});

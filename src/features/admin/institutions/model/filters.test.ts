import { expect, it } from 'vitest';
import { changeFilters, isFiltered, readFilters, sortBy, withoutFilters, writeFilters } from './filters';

const read = (address: string) => readFilters(new URLSearchParams(address));
const id = '00000000-0000-4000-8000-000000000104';
const everything = `q=sona&kind=school&status=suspended&seats=ending&sort=created&way=up&before=${id}`;

it('no address is all institutions by name', () => {
  expect(read('')).toMatchObject({ search: '', seats: null, sort: 'name', descending: false, cursor: null });
  expect(writeFilters(read('')).toString()).toBe('');
});

it.each([everything, `after=${id}`, 'way=down'])('filters come back as they were written: %s', (address) => {
  expect(writeFilters(read(address)).toString()).toBe(address);
});

it.each(['kind=club', 'status=erased', 'seats=many', 'sort=size', 'after=x', 'tab=seats'])(
  '%s is taken for nothing',
  (address) => {
    expect(read(address)).toEqual(read(''));
  },
);

it('another filter begins at the first page; an order is turned round when chosen again', () => {
  expect(changeFilters(read(everything), { kind: null }).cursor).toBeNull();
  expect(sortBy(read(''), 'name')).toEqual({ sort: 'name', descending: true });
  expect(sortBy(read(''), 'created')).toEqual({ sort: 'created', descending: true });
  expect(isFiltered(changeFilters(read(everything), withoutFilters))).toBe(false);
});

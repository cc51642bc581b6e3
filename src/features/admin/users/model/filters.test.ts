import { describe, expect, it } from 'vitest';
import { changeFilters, isFiltered, readFilters, sortBy, withoutFilters, writeFilters } from './filters';

const read = (address: string) => readFilters(new URLSearchParams(address));
const id = '00000000-0000-4000-8000-000000000104';
const everything = `q=asha&kind=learner&status=suspended&track=ai-foundations&enrolment=expired&identity=waiting&sort=name&way=down&before=${id}`;

describe('filters in the address', () => {
  it('are everybody, newest first, when nothing is said', () => {
    expect(read('')).toMatchObject({ search: '', kind: null, sort: 'joined', descending: true, cursor: null });
    expect(writeFilters(read('')).toString()).toBe('');
  });

  it.each([everything, `after=${id}`, 'way=up', 'sort=email'])('come back as they were written: %s', (address) => {
    expect(writeFilters(read(address)).toString()).toBe(address);
  });

  it.each([
    'kind=robot',
    'status=gone',
    'enrolment=maybe',
    'identity=yes',
    'sort=wealth',
    'way=left',
    'after=1',
    'tab=exams',
  ])('take %s for nothing', (address) => {
    expect(read(address)).toEqual(read(''));
  });

  it('begin at the first page when another one is chosen, and not when a page is turned', () => {
    expect(changeFilters(read(everything), { kind: null }).cursor).toBeNull();
    expect(changeFilters(read(everything), { cursor: { id } }).cursor).toEqual({ id });
  });
});

it('an order is turned round when chosen again, and begins in its usual way', () => {
  expect(sortBy(read(''), 'joined')).toEqual({ sort: 'joined', descending: false });
  expect(sortBy(read(''), 'name')).toEqual({ sort: 'name', descending: false });
  expect(sortBy(read('sort=name'), 'joined')).toEqual({ sort: 'joined', descending: true });
});

it('clearing leaves nothing filtered and keeps the order', () => {
  expect(isFiltered(read(everything))).toBe(true);
  const cleared = changeFilters(read(everything), withoutFilters);
  expect(isFiltered(cleared)).toBe(false);
  expect(cleared).toMatchObject({ sort: 'name', descending: true });
});

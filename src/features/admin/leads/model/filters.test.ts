import { describe, expect, it } from 'vitest';
import { changeFilters, isFiltered, readFilters, withoutFilters, writeFilters } from './filters';

const read = (address: string) => readFilters(new URLSearchParams(address));
const usual = read('');
const everything =
  'view=table&q=pune&kind=school&assignee=00000000-0000-4000-8000-000000000104&status=new%2Clost&overdue=1&sort=value&desc=1&page=3&column=lost';

describe('filters in the address', () => {
  it('are the board with everything on it when nothing is said', () => {
    expect(usual).toMatchObject({
      view: 'board',
      search: '',
      kind: null,
      sort: 'follow_up',
      descending: false,
      page: 1,
    });
    expect(writeFilters(usual).toString()).toBe('');
  });

  it('come back as they were written', () => {
    expect(writeFilters(read(everything)).toString()).toBe(everything);
  });

  it.each([
    'view=map',
    'kind=bank',
    'assignee=me',
    'status=gone',
    'sort=phone',
    'page=-1',
    'page=two',
    'column=x',
    'desc=yes',
  ])('take no notice of %s', (address) => {
    expect(read(address)).toEqual(usual);
  });

  it('keep several statuses in the order of the board', () => {
    expect(read('status=lost,new').statuses).toEqual(['new', 'lost']);
  });
});

it('asks for leads that nobody has', () => {
  expect(read('assignee=nobody').assignee).toBe('nobody');
});

it('begins at the first page when something else is asked for, and turns pages otherwise', () => {
  const third = read('view=table&page=3');
  expect(changeFilters(third, { kind: 'school' }).page).toBe(1);
  expect(changeFilters(third, { page: 4 }).page).toBe(4);
});

it('tells an empty list from one that hides leads', () => {
  expect(isFiltered(usual)).toBe(false);
  expect(isFiltered(read('q=%20'))).toBe(false);
  expect(isFiltered(read('q=pune'))).toBe(true);
  expect(isFiltered(read('view=table&overdue=1'))).toBe(true);
  // The board shows every status whatever the table was asked for.
  expect(isFiltered(read('overdue=1&status=new'))).toBe(false);
  expect(isFiltered(withoutFilters(read(everything)))).toBe(false);
});

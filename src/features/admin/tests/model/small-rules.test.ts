import { describe, expect, it } from 'vitest';
import { fileName } from './file-name';
import { isFiltered, readFilters } from './filters';
import { formatOf, readQuestions, textOfFile } from './import/read-file';
import { givenText } from './item-texts';
import { sortItems } from './sort-items';
import type { Item } from '../schemas';

it.each([
  ['Mock test 1: concepts', 'csv', 'mock-test-1-concepts.csv'],
  ['../../etc/passwd', 'gift.txt', 'etc-passwd.gift.txt'],
  ['प्रिया 2', 'csv', 'प्रिया-2.csv'],
  ['???', 'csv', 'test.csv'],
])('a file of %j with the ending %s is called %s', (title, ending, name) => {
  expect(fileName(title, ending)).toBe(name);
});

describe('filters', () => {
  it('come from the address, and what is wrong there is the usual', () => {
    expect(readFilters(new URLSearchParams('q=a&track=ai&status=draft&page=3'))).toEqual({
      search: 'a',
      trackId: 'ai',
      status: 'draft',
      page: 3,
    });
    const usual = readFilters(new URLSearchParams('status=lost&page=-1'));
    expect(usual).toEqual({ search: '', trackId: null, status: null, page: 1 });
    expect(isFiltered(usual)).toBe(false);
    expect(isFiltered({ ...usual, status: 'archived' })).toBe(true);
  });
});

describe('a file', () => {
  it('is text in UTF-8, or nothing that can be read', async () => {
    expect(await textOfFile(new Blob(['प्रिया']))).toBe('प्रिया');
    expect(await textOfFile(new Blob([new Uint8Array([0xff, 0xfe, 0x41, 0x00])]))).toBeNull();
    expect(await textOfFile(new Blob(['PK\0\0']))).toBeNull();
  });

  it.each([
    ['a.csv', '', 'csv'],
    ['a.txt', 'kind;prompt;correct\n', 'csv'],
    ['a.gift', 'Is it? {T}', 'gift'],
    ['a.txt', 'kind of prompting\nmore', 'gift'],
  ])('%s that begins with %j is %s', (name, text, format) => {
    expect(formatOf(name, text)).toBe(format);
  });

  it('is read by the reader of its format', async () => {
    expect((await readQuestions('gift', 'Is it? {T}')).questions).toHaveLength(1);
    expect((await readQuestions('csv', 'kind,prompt,correct\ntrue_false,Is it?,T')).questions).toHaveLength(1);
  });
});

it('an answer is read as its texts, in order', () => {
  const item = {
    order_options: [
      { id: 'a', text: 'First' },
      { id: 'b', text: 'Second' },
    ],
  };
  expect(givenText(item, ['b', 'a'])).toBe('Second → First');
  expect(givenText(item, ['3.14'])).toBe('3.14');
});

it('figures are sorted either way, and what cannot be told stands last', () => {
  const item = (prompt: string, correlation: number | null): Item => ({
    id: prompt,
    version: 1,
    current: true,
    kind: 'single',
    prompt,
    points: 1,
    attempts: 1,
    omitted: 0,
    right: 0,
    facility: 0,
    correlation,
    index: null,
    upper: null,
    lower: null,
    seconds: null,
    options: [],
    answers: [],
    order_options: [],
    flags: [],
  });
  const items = [item('a', 0.3), item('b', null), item('c', -0.1)];
  const order = (by: 'correlation' | null, descending: boolean) =>
    sortItems(items, by, descending)
      .map(({ prompt }) => prompt)
      .join('');
  expect(order(null, true)).toBe('abc');
  expect(order('correlation', false)).toBe('cab');
  expect(order('correlation', true)).toBe('acb');
});

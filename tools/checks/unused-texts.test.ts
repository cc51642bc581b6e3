import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkTexts, unusedTexts } from './unused-texts.ts';

describe('texts of the app', () => {
  it.each(["t('done.title')", 't(`done.${part}`)', 't(`${state}.title`)'])('counts a key as used by %s', (source) => {
    expect(unusedTexts({ done: { title: 'Done' } }, source)).toEqual([]);
  });

  it('takes the forms of a plural for one key', () => {
    expect(unusedTexts({ left_one: 'one left', left_other: 'some left' }, "t('left', { count })")).toEqual([]);
  });

  it('names a key that nothing uses', () => {
    expect(unusedTexts({ done: { title: 'Done', old: 'Old' } }, "t('done.title')")).toEqual(['done.old']);
  });

  it('finds none in this project', () => {
    expect(checkTexts(fileURLToPath(new URL('../..', import.meta.url)))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { foreignIn, judgeEmail, judgeName, judgeRollNo, judgeTrack } from './cell-rules.ts';

describe('an e-mail address', () => {
  it.each([
    ['asha@example.com', 'asha@example.com'],
    [' Asha.Rao+ai@Sub.Example.CO.IN ', 'asha.rao+ai@sub.example.co.in'],
    ['"', null],
    ['asha@example', null],
    ['asha example@example.com', null],
    ['asha@@example.com', null],
    ['asha@example.com, ravi@example.com', null],
    ['asha@example.com;', null],
    ['Asha <asha@example.com>', null],
    ['आशा@example.com', 'आशा@example.com'],
  ])('%j is %j', (text, value) => {
    expect(judgeEmail(text)).toEqual({ value, code: value === null ? 'email_invalid' : null });
  });

  it('has at most 320 characters', () => {
    const of = (length: number) => `${'a'.repeat(length - 12)}@example.com`;
    expect(judgeEmail(of(320))).toEqual({ value: of(320), code: null });
    expect(judgeEmail(of(321))).toEqual({ value: null, code: 'email_too_long' });
    expect(judgeEmail(' ')).toEqual({ value: null, code: 'email_missing' });
  });
});

describe('a name', () => {
  it.each(['प्रिया शर्मा', 'தமிழ்ச்செல்வி', "Seán O'Brien", 'Li', 'M. K. 2nd', '王芳', '𝒜sha'])('may be %s', (name) => {
    expect(judgeName(name)).toEqual({ value: name.normalize('NFC'), code: null });
  });

  it.each(['12345', '...', 'asha@example.com', 'Win http://evil.example', '<b>Asha</b>', 'Zo\uFFFD'])(
    'is not %s',
    (text) => {
      expect(judgeName(text)).toEqual({ value: null, code: 'name_invalid' });
    },
  );

  it('has at most 200 letters, counted as people count', () => {
    expect(judgeName('😀'.repeat(199) + 'a').code).toBeNull();
    expect(judgeName('a'.repeat(201))).toEqual({ value: null, code: 'name_too_long' });
    expect(judgeName('\u200b ')).toEqual({ value: null, code: 'name_missing' });
  });
});

it('a roll number may be missing and has at most 60 characters', () => {
  expect(judgeRollNo('')).toEqual({ value: null, code: null });
  expect(judgeRollNo('8'.repeat(60)).code).toBeNull();
  expect(judgeRollNo('8'.repeat(61))).toEqual({ value: null, code: 'roll_no_too_long' });
});

it('a track may be missing; which one it is, the database says', () => {
  expect(judgeTrack(' ')).toEqual({ value: null, code: null });
  expect(judgeTrack(' AI  Foundations ')).toEqual({ value: 'AI Foundations', code: null });
  expect(judgeTrack('x'.repeat(201))).toEqual({ value: null, code: 'track_unknown' });
});

it.each([
  ['=1+1', 'formula'],
  ['+91', 'formula'],
  ['-', 'formula'],
  ['@SUM(A1)', 'formula'],
  ["'=1", 'formula'],
  ['\t=1', 'formula'],
  ['＝1', 'formula'],
  ["'t Hooft", null],
  ['a=b', null],
  ['a\u0007b', 'control_character'],
  ['a\u0085b', 'control_character'],
  ['a\u2066b', 'control_character'],
  ['a\nb\tc', null],
  ['क\u200dष', null],
])('%j is told as %s', (text, code) => {
  expect(foreignIn(text)).toBe(code);
});

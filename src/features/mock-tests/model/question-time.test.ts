import { beforeEach, expect, it } from 'vitest';
import { createQuestionTime } from './question-time';

let clock = 0;
const pass = (seconds: number) => (clock += seconds * 1_000);
const now = () => clock;
const entry = 'attempt-time:one';
const open = (store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = localStorage) => {
  const time = createQuestionTime('one', store, now);
  time.setVisible(true);
  return time;
};

beforeEach(() => {
  clock = 5_000;
  localStorage.clear();
});

it('counts whole seconds of the question on screen, and nothing for others', () => {
  const time = open();
  time.show('q1');
  pass(2.9);
  expect(time.secondsOf('q1')).toBe(2);
  expect(time.secondsOf('q2')).toBeUndefined();
});

it('stands still while the page is hidden', () => {
  const time = open();
  time.show('q1');
  pass(3);
  time.setVisible(false);
  pass(60);
  expect(time.secondsOf('q1')).toBe(3);
  time.setVisible(true);
  pass(2);
  expect(time.secondsOf('q1')).toBe(5);
});

it('does not begin before the page is visible', () => {
  const time = createQuestionTime('one', localStorage, now);
  time.show('q1');
  pass(10);
  expect(time.secondsOf('q1')).toBeUndefined();
});

it('adds up returns to a question, to the fraction', () => {
  const time = open();
  for (const id of ['q1', 'q2', 'q1', 'q2']) {
    time.show(id);
    pass(1.5);
  }
  expect([time.secondsOf('q1'), time.secondsOf('q2')]).toEqual([3, 3]);
});

it('goes on after a reload from what was kept', () => {
  const time = open();
  time.show('q1');
  pass(4);
  time.keep();
  pass(1);
  const again = open();
  expect(again.secondsOf('q1')).toBe(4);
  again.show('q1');
  pass(2);
  expect(again.secondsOf('q1')).toBe(6);
});

it('adds to what another tab counted', () => {
  const [one, other] = [open(), open()];
  one.show('q1');
  pass(3);
  one.show(null);
  other.show('q1');
  pass(4);
  other.keep();
  expect(other.secondsOf('q1')).toBe(7);
});

it('is gone after the end, also when the question is still on screen', () => {
  const time = open();
  time.show('q1');
  pass(3);
  time.keep();
  time.clear();
  pass(3);
  time.setVisible(false);
  expect(localStorage.getItem(entry)).toBeNull();
  expect(time.secondsOf('q1')).toBeUndefined();
});

it('takes nothing from storage that is not a count', () => {
  for (const text of ['not json', '[]', '{"q1":-5}', '{"q1":"5"}', '{"q1":null}']) {
    localStorage.setItem(entry, text);
    expect(open().secondsOf('q1'), text).toBeUndefined();
  }
});

it('counts on without storage, and with a clock that jumps back', () => {
  const deny = () => {
    throw new Error('denied');
  };
  const time = open({ getItem: deny, setItem: deny, removeItem: deny });
  time.show('q1');
  pass(3);
  time.show('q2');
  time.show('q1');
  pass(-10);
  expect(time.secondsOf('q1')).toBe(3);
  time.clear();
});

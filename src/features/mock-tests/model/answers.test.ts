import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, isAnswered, newest, nextSeq } from './answers';

const answer = (seq: number, ...selected: string[]): Answer => ({ selected, flagged: false, seq });

describe('answered', () => {
  it.each([
    [undefined, false],
    [answer(1), false],
    [answer(1, ''), false],
    [answer(1, '  '), false],
    [answer(1, 'a'), true],
    [answer(1, '0'), true],
  ])('%j is %s', (given, expected) => {
    expect(isAnswered(given)).toBe(expected);
  });
});

describe('sequence numbers', () => {
  it('are the time of the server', () => expect(nextSeq(1_000.7, undefined)).toBe(1_000));
  it('always grow, even when the time went back', () => {
    expect(nextSeq(1_000, answer(1_000))).toBe(1_001);
    expect(nextSeq(500, answer(2_000))).toBe(2_001);
    expect(nextSeq(3_000, answer(2_000))).toBe(3_000);
  });
});

describe('joining two sets of answers', () => {
  it('keeps the newer answer of each question and ours on a tie', () => {
    const ours = { a: answer(5, 'ours'), b: answer(1, 'ours'), c: answer(3, 'ours') };
    const theirs = { a: answer(4, 'theirs'), b: answer(2, 'theirs'), c: answer(3, 'theirs'), d: answer(1, 'theirs') };
    expect(Object.values(newest(ours, theirs)).map((entry) => entry.selected[0])).toEqual([
      'ours',
      'theirs',
      'ours',
      'theirs',
    ]);
  });

  it('ends the same whatever the order in which tabs hear of it', () => {
    const answers = fc.dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.integer({ min: 0, max: 50 }).map((seq) => answer(seq, `v${seq}`)),
    );
    fc.assert(
      fc.property(answers, answers, answers, (one, two, three) => {
        expect(newest(newest(one, two), three)).toEqual(newest(one, newest(two, three)));
        expect(newest(one, two)).toEqual(newest(two, one));
      }),
    );
  });
});

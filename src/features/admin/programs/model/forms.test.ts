import { describe, expect, it } from 'vitest';
import { moduleRules } from './module-form';
import { idFrom, trackIdRule, trackRules } from './track-form';

const kept = (name: keyof typeof trackRules, value: string) => {
  const answer = trackRules[name].safeParse(value);
  return answer.success ? answer.data : answer.error.issues[0]?.message;
};

describe('a track’s form', () => {
  it.each([
    ['name', ' AI ', 'AI'],
    ['name', 'A', 'fault.tooShort'],
    ['name', 'x'.repeat(201), 'fault.tooLong'],
    ['tagline', '', ''],
    ['price', '4,999.50', 499_950],
    ['price', '₹ 10', 1_000],
    ['price', '', 'fault.price'],
    ['price', '-5', 'fault.price'],
    ['price', '10,00,000', 100_000_000],
    ['price', '10,00,001', 'fault.price'],
    ['passing_score', '70', 70],
    ['passing_score', '0', 'fault.range'],
    ['passing_score', '7.5', 'fault.number'],
    ['passing_score', '', 'fault.number'],
    ['exam_minutes', '4', 'fault.range'],
    ['attempts_included', '0', 0],
    ['competencies', ' One \n\nTwo\n', ['One', 'Two']],
    ['competencies', 'x'.repeat(201), 'fault.lineLength'],
    ['competencies', Array.from({ length: 31 }, () => 'x').join('\n'), 'fault.lines'],
    ['color', 'red', 'fault.refused'],
    ['icon', '', ''],
  ] as const)('%s %j is kept as %j', (name, value, expected) => {
    expect(kept(name, value)).toEqual(expected);
  });
});

it('a module’s difficulty is one of three', () => {
  expect(moduleRules.difficulty.safeParse('godlike').success).toBe(false);
});

it.each([
  ['AI for Schools!', 'ai-for-schools'],
  ['  Über KI  ', 'uber-ki'],
  ['---', ''],
  ['x'.repeat(80), 'x'.repeat(60)],
])('%j has the address %j', (name, id) => {
  expect(idFrom(name)).toBe(id);
});

it.each(['a', '-a', 'A-b', 'a b', 'a/b', 'x'.repeat(62)])('%j is no address', (id) => {
  expect(trackIdRule.safeParse(id).success).toBe(false);
});

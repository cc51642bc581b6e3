import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionKinds } from '~/entities/question/question';
import { type DraftQuestion, hasOptions, optionId, trueOrFalse } from '../document';
import { questionFaults } from '../faults';
import { checkImport } from './check-import';
import { readCsv } from './read-csv';
import { readGift } from './read-gift';
import { writeCsv } from './write-csv';
import { writeGift } from './write-gift';

const modules = [
  { id: 'm1', title: 'Data: [what] "it" is' },
  { id: 'm2', title: '=SUM(A1)' },
];
const titleOf = (id: string) => modules.find((module) => module.id === id)?.title;
const moduleIds = modules.map(({ id }) => id);

const nasty = [
  '\\',
  '~',
  '=',
  '#',
  '{',
  '}',
  ':',
  '/',
  '%',
  '-',
  '>',
  '.',
  '"',
  "'",
  ',',
  ';',
  '@',
  '+',
  '[',
  ']',
  '$',
  '\n',
  '\t',
  ' ',
  'a',
  'B',
  '1',
  'é',
  'अ',
  '😀',
  '<b>',
  '//',
  '::',
  '->',
  '####',
  'T',
  '$CATEGORY:',
  '[html]',
];
const text = (maxLength: number) =>
  fc
    .string({ unit: fc.constantFrom(...nasty), minLength: 1, maxLength })
    .map((said) => said.trim())
    .filter((said) => said !== '');

const number = fc
  .oneof(
    fc.integer({ min: -1000, max: 1000 }),
    fc.integer({ min: -99_999, max: 99_999 }).map((n) => n / 100),
  )
  .map(String);

const question: fc.Arbitrary<DraftQuestion> = fc
  .record({
    kind: fc.constantFrom(...questionKinds),
    prompt: text(30),
    texts: fc.uniqueArray(text(15), {
      minLength: 2,
      maxLength: 6,
      selector: (said) => said.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' '),
    }),
    picks: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    first: fc.nat(5),
    value: number,
    tolerance: fc.option(fc.nat(100).map(String)),
    explanation: fc.oneof(fc.constant(''), text(20)),
    points: fc.integer({ min: 0, max: 100 }),
    negative: fc.integer({ min: 0, max: 400 }).map((n) => n / 4),
    module: fc.constantFrom(null, ...moduleIds),
  })
  .map(({ kind, texts, picks, first, value, tolerance, negative, module, ...rest }) => {
    const options =
      kind === 'true_false'
        ? trueOrFalse
        : hasOptions(kind)
          ? texts.map((said, index) => ({ id: optionId(index), text: said }))
          : [];
    const ids = options.map(({ id }) => id);
    const one = [ids[first % ids.length] ?? 'a'];
    const some = ids.filter((_, index) => picks[index]);
    const correct = {
      single: one,
      true_false: one,
      multiple: some.length > 0 ? some : one,
      ordering: ids,
      numeric: tolerance === null ? [value] : [value, tolerance],
      short_answer: texts,
    }[kind];
    return { ref: '', id: null, kind, options, correct, negative_points: negative, module_id: module, ...rest };
  });

describe.each([
  ['GIFT', writeGift, readGift],
  ['CSV', writeCsv, readCsv],
] as const)('questions written as %s', (_format, write, read) => {
  it('are read again as they were, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 5 }), (questions) => {
        for (const each of questions) expect(questionFaults(each, moduleIds)).toEqual([]);
        const checked = checkImport(read(write(questions, titleOf)), [], modules);
        expect(checked.problems).toEqual([]);
        expect(checked.questions.map((each) => ({ ...each.question, ref: '', id: null }))).toEqual(questions);
        expect(checked.questions.flatMap(({ faults, notes }) => [...faults, ...notes])).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('are read without an error from any text at all', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...nasty, '\n\n', 'kind,prompt\n', 'single,'), maxLength: 60 }),
        (source) => {
          const file = read(source);
          expect(Array.isArray(checkImport(file, [], modules).questions)).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });
});

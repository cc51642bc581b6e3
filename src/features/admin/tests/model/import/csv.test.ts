import { describe, expect, it } from 'vitest';
import { emptyQuestion } from '../document';
import { checkImport, isTakeable, isUsual, takeQuestions } from './check-import';
import { readCsv } from './read-csv';
import { csvOf, writeCsv } from './write-csv';

const head = 'kind,prompt,correct,option_1,option_2,option_3';

describe('CSV', () => {
  it('has its columns in any order, with any of three separators and a byte order mark', () => {
    for (const sign of [',', ';', '\t']) {
      const source = `\u{FEFF}${['Prompt', 'KIND', 'Option 1', 'Option 2', 'correct', 'points'].join(sign)}\r\n${['Which?', 'Single', 'a', 'b', '2', '3'].join(sign)}\r\n`;
      expect(readCsv(source)).toEqual({
        problems: [],
        questions: [
          {
            line: 2,
            module: null,
            notes: [],
            question: {
              kind: 'single',
              prompt: 'Which?',
              options: [
                { id: 'a', text: 'a' },
                { id: 'b', text: 'b' },
              ],
              correct: ['b'],
              explanation: '',
              points: 3,
              negative_points: 0,
            },
          },
        ],
      });
    }
  });

  it('names each row that cannot be read by its line, also behind a text of several lines', () => {
    const source = `${head}\nsingle,"two\nlines",1,a,b\nessay,Write,,,\n\nsingle,Which?,9,a,b\ntrue_false,Is it?,maybe\n`;
    const { questions, problems } = readCsv(source);
    expect(questions.map(({ line }) => line)).toEqual([2]);
    expect(problems.map(({ line, code, text }) => [line, code, text])).toEqual([
      [4, 'unknown_kind', 'Write'],
      [6, 'bad_correct', 'Which?'],
      [7, 'bad_correct', 'Is it?'],
    ]);
  });

  it.each([
    ['', 'no_header'],
    ['a,b\n1,2', 'no_header'],
    [`${head},secret\n`, 'unknown_column'],
    [`${head}\nsingle,"open`, 'broken_row'],
  ])('%j is refused as %s', (source, code) => {
    expect(readCsv(source).problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('carries nothing out when a spreadsheet opens it', () => {
    const hostile = ['=1+1', '+1', '-cmd', '@SUM(A1)', '\tx', "'=1"];
    const file = csvOf(hostile.map((text) => [text]));
    expect(file.split('\r\n').filter((line) => /^\u{FEFF}?"?[=+\-@\t]/u.test(line))).toEqual([]);
    const question = { ...emptyQuestion('r'), prompt: '=HYPERLINK("x")' };
    expect(writeCsv([question], () => undefined)).toContain(`"'=HYPERLINK(""x"")"`);
  });
});

describe('the check of a file', () => {
  const draft = [
    {
      ...emptyQuestion('r1'),
      prompt: 'Which  one?',
      options: [
        { id: 'x', text: 'B' },
        { id: 'y', text: 'a' },
      ],
      correct: ['x'],
    },
  ];
  const file = readCsv(`${head},module
single,which one?,1,A,b,,
single,Other?,1,a,b,,Data
single,OTHER?,2,b,a,,Elsewhere
single,Only one?,1,a,,,`);
  const { questions } = checkImport(file, draft, [{ id: 'm', title: 'data' }]);

  it('names what is in the draft or twice in the file, and what has a fault', () => {
    expect(questions.map(({ line, sameAsPlace, sameAsLine }) => [line, sameAsPlace, sameAsLine])).toEqual([
      [2, 1, null],
      [3, null, null],
      [4, null, 3],
      [5, null, null],
    ]);
    expect(questions.map(({ faults }) => faults)).toEqual([[], [], [], [{ field: 'options', code: 'too_few' }]]);
    expect(questions.map(({ question, notes }) => [question.module_id, notes])).toEqual([
      [null, []],
      ['m', []],
      [null, ['unknown_module']],
      [null, []],
    ]);
  });

  it('takes new ones without a fault, and others only when they are chosen, but never with a fault', () => {
    expect(questions.filter(isUsual).map(({ line }) => line)).toEqual([3]);
    expect(questions.filter(isTakeable).map(({ line }) => line)).toEqual([2, 3, 4]);
    let serial = 0;
    const taken = takeQuestions(draft, questions, () => `new-${(serial += 1)}`);
    expect(taken.map(({ ref }) => ref)).toEqual(['r1', 'new-1', 'new-2', 'new-3']);
  });
});

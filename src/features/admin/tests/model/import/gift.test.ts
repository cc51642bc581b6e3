import { describe, expect, it } from 'vitest';
import { readGift } from './read-gift';

const one = (source: string) => {
  const { questions, problems } = readGift(source);
  expect(problems).toEqual([]);
  expect(questions).toHaveLength(1);
  return questions[0];
};
const refusal = (source: string) => readGift(source).problems.map(({ line, code }) => [line, code]);

describe('GIFT', () => {
  it('has questions with one right answer', () => {
    expect(one('::Q1:: Who teaches? {=She ~He ~They}')?.question).toEqual({
      kind: 'single',
      prompt: 'Who teaches?',
      options: [
        { id: 'a', text: 'She' },
        { id: 'b', text: 'He' },
        { id: 'c', text: 'They' },
      ],
      correct: ['a'],
      explanation: '',
      points: 1,
      negative_points: 0,
    });
  });

  it('has several right answers by weights', () => {
    const read = one('Which are primes? {\n~%50%2\n~%50%3\n~%-100%4\n~9\n}');
    expect(read?.question).toMatchObject({ kind: 'multiple', correct: ['a', 'b'] });
    expect(read?.notes).toEqual([]);
    expect(one('Which? {~%70%a ~%30%b ~%-50%c}')?.notes).toEqual(['all_or_nothing']);
  });

  it.each([
    ['T', 'true'],
    ['TRUE', 'true'],
    ['F', 'false'],
    ['false', 'false'],
    ['FALSE#No, it is not.#Right.', 'false'],
  ])('has true and false as {%s}', (said, correct) => {
    expect(one(`The earth is flat.{${said}}`)?.question).toMatchObject({ kind: 'true_false', correct: [correct] });
  });

  it('has short answers', () => {
    const read = one('Two plus two is {=four =4 =%50%about four}.');
    expect(read?.question).toMatchObject({
      kind: 'short_answer',
      prompt: 'Two plus two is _____ .',
      options: [],
      correct: ['four', '4'],
    });
    expect(read?.notes).toEqual(['partial_dropped']);
  });

  it.each([
    ['#3.14', ['3.14']],
    ['#3.14:0.01', ['3.14', '0.01']],
    ['# 1822 : 5 ', ['1822', '5']],
    ['#3.141..3.142', ['3.1415', '0.0005']],
    ['#-2..2', ['0', '2']],
    ['#=1822:0 =%50%1822:2', ['1822', '0']],
    ['#-1e3', ['-1e3']],
  ])('has numbers as {%s}', (said, correct) => {
    expect(one(`How much?{${said}}`)?.question).toMatchObject({ kind: 'numeric', correct });
  });

  it('has orderings, a line for each item', () => {
    expect(one('Sort. {>ALL\nfirst\nsecond \n third\n}')?.question).toMatchObject({
      kind: 'ordering',
      options: [{ text: 'first' }, { text: 'second' }, { text: 'third' }],
      correct: ['a', 'b', 'c'],
    });
  });

  it('has escapes, and a backslash before anything else is itself', () => {
    expect(one(String.raw`1 \= 1\: \{x\} \~ \# a\nb c:\d \\ {T}`)?.question.prompt).toBe(
      '1 = 1: {x} ~ # a\nb c:\\d \\',
    );
    expect(one(String.raw`Is? {=a\=b ~c\~d ~e\#f}`)?.question.options.map(({ text }) => text)).toEqual([
      'a=b',
      'c~d',
      'e#f',
    ]);
  });

  it('has remarks, categories and feedback', () => {
    const read = one(
      '// A remark {with braces}\n$CATEGORY: $course$/Top/Data\n\n// Another\nWhich? {=a#Well done ~b#No\n// within\n####Because of it.}',
    );
    expect(read).toMatchObject({ line: 5, module: 'Data', notes: ['feedback_dropped'] });
    expect(read?.question).toMatchObject({ explanation: 'Because of it.', options: [{ text: 'a' }, { text: 'b' }] });
  });

  it.each(['[plain]', '[moodle]', '[markdown]', '[MARKDOWN] '])('has the tag %s', (tag) => {
    expect(one(`::Title:: ${tag}Is *it*? {T}`)?.question.prompt).toBe('Is *it*?');
  });

  it('has HTML, of which the text stays and nothing that runs', () => {
    const read = one(
      String.raw`[html]<p>Is <b>5 &lt; 6</b>?</p><script>alert(1)</script><img src\=x onerror\=alert(1)> {=<i>yes</i> ~<a href\="javascript\:alert(1)">no</a>####Since&nbsp;so}`,
    );
    expect(read?.question).toMatchObject({
      prompt: 'Is 5 < 6?',
      options: [{ text: 'yes' }, { text: 'no' }],
      explanation: 'Since so',
    });
    expect(read?.notes).toEqual(['html_stripped']);
  });

  it('is read from any line ends and with a byte order mark', () => {
    expect(readGift('\u{FEFF}A {T}\r\n\r\nB {F}\r\rC {T}').questions.map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  it.each([
    ['Match. {=a -> 1 =b -> 2}', 'matching'],
    ['Write about it. {}', 'essay'],
    ['Only a text.', 'no_answers'],
    ['Open {=a ~b', 'unclosed'],
    ['Close =a}', 'unopened'],
    ['Which? {~a ~b}', 'no_right'],
    ['Which? {=a =b ~c}', 'several_right'],
    ['Which? {~%x%a ~b}', 'bad_weight'],
    ['How much? {#about ten}', 'bad_number'],
    ['How much? {#5..2}', 'bad_number'],
    ['How much? {#1:x}', 'bad_number'],
    ['How much? {#=1 =2}', 'several_numbers'],
    ['Which? {something}', 'no_answers'],
    ['// [points:many]\nWhich? {T}', 'bad_points'],
  ])('%j is refused as %s, and the next question is read', (source, code) => {
    const line = source.startsWith('//') ? 4 : 3;
    expect(refusal(`\n\n${source}`)).toEqual([[line, code]]);
    expect(readGift(`${source}\n\nNext {T}`).questions).toHaveLength(1);
  });
});

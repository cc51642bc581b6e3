import { expect, it } from 'vitest';
import { mailDraftOf, mailFaultsOf, wordsOf } from './mail-draft';

const words = { subject: 'Hello {{name}}', paragraphs: ['One.', 'Two {{track_name}}.'] };

it('keeps paragraphs through one field, an empty line between them', () => {
  expect(wordsOf(mailDraftOf(words))).toEqual(words);
  expect(wordsOf({ subject: ' A ', body: 'One\nline\n \n\n\nTwo\n' })).toEqual({
    subject: 'A',
    paragraphs: ['One line', 'Two'],
  });
});

it.each([
  [
    { subject: '', body: 'One' },
    { subject: 'length', body: null },
  ],
  [
    { subject: 'A', body: ' \n\n ' },
    { subject: null, body: 'length' },
  ],
  [
    { subject: 'A', body: Array(7).fill('x').join('\n\n') },
    { subject: null, body: 'length' },
  ],
  [
    { subject: '{{password}}', body: 'Fine\n\n{{other}}' },
    { subject: 'unknown_placeholder', body: 'unknown_placeholder' },
  ],
  [
    { subject: 'A', body: 'Fine\n\n<b>Bold</b>' },
    { subject: null, body: 'no_html' },
  ],
  [
    { subject: 'A {{name}}', body: 'Fine {{track_name}}' },
    { subject: null, body: null },
  ],
])('judges %j', (draft, faults) => {
  expect(mailFaultsOf('exam_failed', draft)).toEqual(faults);
});

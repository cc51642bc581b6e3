import type { DraftQuestion } from '../document';
import { fixedColumns, optionColumn } from './csv-columns';

/** A text that a spreadsheet would carry out gets an apostrophe before it, and so does one that already looks so protected. */
const protectedCell = (text: string) =>
  /^'*[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;

const cell = (value: string | number) => {
  const text = protectedCell(String(value));
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A list as CSV with a byte order mark, by which spreadsheets know UTF-8. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `\u{FEFF}${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;

const placesOf = ({ options, correct }: DraftQuestion) =>
  options.flatMap(({ id }, index) => (correct.includes(id) ? [index + 1] : [])).join(';');

function keyOf(question: DraftQuestion): string {
  switch (question.kind) {
    case 'true_false':
      return question.correct.includes('true') ? 'TRUE' : 'FALSE';
    case 'numeric':
      return question.correct[0] ?? '';
    case 'single':
    case 'multiple':
      return placesOf(question);
    default:
      return '';
  }
}

/** What stands in the columns of options: options, in the right order for an ordering, or the accepted texts. */
function textsOf({ kind, options, correct }: DraftQuestion): string[] {
  if (kind === 'short_answer') return correct;
  if (kind === 'true_false' || kind === 'numeric') return [];
  if (kind === 'ordering') return correct.map((id) => options.find((option) => option.id === id)?.text ?? '');
  return options.map(({ text }) => text);
}

export function writeCsv(questions: readonly DraftQuestion[], moduleTitle: (id: string) => string | undefined): string {
  const width = Math.max(4, ...questions.map((question) => textsOf(question).length));
  const rows = questions.map((question) => {
    const texts = textsOf(question);
    return [
      question.kind,
      question.prompt,
      keyOf(question),
      question.kind === 'numeric' ? (question.correct[1] ?? '') : '',
      question.points ?? '',
      question.negative_points ?? '',
      question.module_id === null ? '' : (moduleTitle(question.module_id) ?? ''),
      question.explanation,
      ...Array.from({ length: width }, (_, index) => texts[index] ?? ''),
    ];
  });
  return csvOf([[...fixedColumns, ...Array.from({ length: width }, (_, index) => optionColumn(index))], ...rows]);
}

import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { questionKinds } from '~/entities/question/question';
import { trueOrFalse } from '../document';
import { type CsvColumn, knownColumns, optionColumn, optionColumns } from './csv-columns';
import { answerless, choices, type ReadFile, type ReadQuestion, Refusal } from './imported';

type Row = { line: number; cells: string[] };

/** Takes the apostrophe away that protects a text from being carried out. */
const unprotected = (text: string) => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text).trim();

function delimiterOf(source: string): string {
  const head = source.slice(0, source.search(/[\r\n]|$/));
  const count = (sign: string) => head.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function rowsOf(source: string): Row[] {
  // The reader says where a record ends; the next one begins there.
  const ends: number[] = [];
  const records = parse(source, {
    bom: true,
    delimiter: delimiterOf(source.replace(/^\u{FEFF}/u, '')),
    relax_column_count: true,
    on_record: (record, { lines }) => {
      ends.push(lines);
      return record;
    },
  });
  return records.map((cells, index) => ({ line: (ends[index - 1] ?? 0) + 1, cells }));
}

function readRow(line: number, cell: (column: CsvColumn) => string): ReadQuestion {
  const kind = questionKinds.find((each) => each === cell('kind').toLowerCase().replaceAll(/[ -]/g, '_'));
  if (kind === undefined) throw new Refusal('unknown_kind');
  const all = Array.from({ length: optionColumns }, (_, index) => cell(optionColumn(index)));
  const texts = all.slice(0, all.findLastIndex((text) => text !== '') + 1);
  return {
    line,
    question: {
      ...answersOf(kind, texts, cell('correct'), cell('tolerance')),
      prompt: cell('prompt'),
      explanation: cell('explanation'),
      points: mark(cell('points'), 1),
      negative_points: mark(cell('negative'), 0),
    },
    module: cell('module') || null,
    notes: [],
  };
}

function answersOf(kind: (typeof questionKinds)[number], texts: string[], correct: string, tolerance: string) {
  switch (kind) {
    case 'numeric':
      return answerless(kind, tolerance === '' ? [correct] : [correct, tolerance]);
    case 'short_answer':
      return answerless(kind, texts);
    case 'true_false': {
      const said = correct.toLowerCase();
      if (!/^(t|true|f|false)$/.test(said)) throw new Refusal('bad_correct');
      return { kind, options: trueOrFalse, correct: [said.startsWith('t') ? 'true' : 'false'] };
    }
    case 'ordering':
      return { kind, ...choices(texts, () => true) };
    default: {
      const places = correct.split(/[;,\s]+/).filter((place) => place !== '');
      const known = places.every(
        (place) => /^\d{1,2}$/.test(place) && Number(place) >= 1 && Number(place) <= texts.length,
      );
      if (!known || places.length === 0) throw new Refusal('bad_correct');
      return { kind, ...choices(texts, (index) => places.map(Number).includes(index + 1)) };
    }
  }
}

function mark(said: string, usual: number): number {
  if (said === '') return usual;
  if (!/^\d{1,3}([.,]\d{1,2})?$/.test(said)) throw new Refusal('bad_points');
  return Number(said.replace(',', '.'));
}

/** Reads rows under a heading of our columns, in any order. What cannot be read is named by its line and does not stop the rest. */
export function readCsv(source: string): ReadFile {
  let rows: Row[];
  try {
    rows = rowsOf(source);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(Object(error).lines);
    return { questions: [], problems: [{ line: Number.isFinite(line) ? line : 1, code: 'broken_row', text: '' }] };
  }
  const [head, ...body] = rows;
  const names = head?.cells.map((name) => name.trim().toLowerCase().replaceAll(' ', '_')) ?? [];
  if (!names.includes('kind') || !names.includes('prompt')) {
    return {
      questions: [],
      problems: [{ line: 1, code: 'no_header', text: head?.cells.join(', ').slice(0, 120) ?? '' }],
    };
  }
  const file: ReadFile = {
    questions: [],
    problems: names
      .filter((name) => name !== '' && !knownColumns.includes(name))
      .map((name) => ({ line: 1, code: 'unknown_column' as const, text: name.slice(0, 120) })),
  };
  for (const { line, cells } of body) {
    if (cells.every((value) => value.trim() === '')) continue;
    try {
      file.questions.push(readRow(line, (column) => unprotected(cells[names.indexOf(column)] ?? '')));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      file.problems.push({ line, code: error.code, text: (cells[names.indexOf('prompt')] ?? '').slice(0, 120) });
    }
  }
  return file;
}

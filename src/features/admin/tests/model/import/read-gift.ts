import { readAnswers } from './gift-answers';
import { type Cell, find, textOf, toCells, trimmed } from './gift-cells';
import { plainText } from './plain-text';
import { type ReadFile, type ReadQuestion, Refusal } from './imported';

type Block = { line: number; text: string; remarks: string; category: string | null };

/** Questions stand apart by empty lines; lines that begin with // are remarks, and $CATEGORY sets where the next ones belong. */
function blocksOf(source: string): Block[] {
  const blocks: Block[] = [];
  let category: string | null = null;
  let lines: string[] = [];
  let remarks: string[] = [];
  let start = 0;
  const close = () => {
    if (lines.length > 0) blocks.push({ line: start, text: lines.join('\n'), remarks: remarks.join('\n'), category });
    lines = [];
    remarks = [];
  };
  for (const [index, line] of source
    .replace(/^\u{FEFF}/u, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (line.trim() === '') close();
    else if (/^\s*\/\//.test(line)) remarks.push(line);
    else if (/^\s*\$CATEGORY:/i.test(line)) {
      close();
      category = line.slice(line.indexOf(':') + 1).trim();
    } else {
      if (lines.length === 0) start = index + 1;
      lines.push(line);
    }
  }
  close();
  return blocks;
}

/** `[name:value]` in a remark, as our own files say what GIFT has no place for. */
function remark(remarks: string, name: string): string | null {
  const found = new RegExp(String.raw`\[${name}:((?:[^\]\\]|\\.)*)\]`).exec(remarks);
  return found === null ? null : textOf(toCells(found[1] ?? ''));
}

function mark(remarks: string, name: string, usual: number): number {
  const said = remark(remarks, name);
  if (said === null) return usual;
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(said)) throw new Refusal('bad_points');
  return Number(said);
}

type Text = { cells: readonly Cell[]; html: boolean };

function withoutTitleAndTag(block: readonly Cell[]): Text {
  let cells = trimmed(block);
  if (find(cells, '::') === 0) {
    const end = find(cells, '::', 2);
    if (end > 0) cells = trimmed(cells.slice(end + 2));
  }
  const tag = /^\[(html|moodle|plain|markdown)\]/i.exec(
    cells
      .slice(0, 10)
      .map(({ char, bare }) => (bare ? char : ' '))
      .join(''),
  );
  return tag === null
    ? { cells, html: false }
    : { cells: cells.slice(tag[0].length), html: tag[1]?.toLowerCase() === 'html' };
}

function readBlock({ line, text, remarks, category }: Block): ReadQuestion {
  const { cells, html } = withoutTitleAndTag(toCells(text));
  const open = find(cells, '{');
  const close = find(cells, '}', Math.max(open, 0));
  if (open < 0) throw new Refusal(close < 0 ? 'no_answers' : 'unopened');
  if (close < 0) throw new Refusal('unclosed');
  const { notes, ...answers } = readAnswers(cells.slice(open + 1, close));
  const before = textOf(cells.slice(0, open));
  const after = textOf(cells.slice(close + 1));
  const clean = (said: string) => (html ? plainText(said) : said);
  const module = remark(remarks, 'module') ?? category?.split('/').at(-1)?.trim() ?? null;
  return {
    line,
    question: {
      ...answers,
      // Text on both sides of the braces is a sentence with a gap.
      prompt: clean(after === '' ? before : `${before} _____ ${after}`),
      options: answers.options.map(({ id, text: said }) => ({ id, text: clean(said) })),
      explanation: clean(answers.explanation),
      points: mark(remarks, 'points', 1),
      negative_points: mark(remarks, 'negative', 0),
    },
    module,
    notes: html ? [...notes, 'html_stripped'] : notes,
  };
}

/** Reads Moodle's GIFT. What cannot be read is named by its line and does not stop the rest. */
export function readGift(source: string): ReadFile {
  const file: ReadFile = { questions: [], problems: [] };
  for (const block of blocksOf(source)) {
    try {
      file.questions.push(readBlock(block));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      file.problems.push({ line: block.line, code: error.code, text: block.text.slice(0, 120) });
    }
  }
  return file;
}

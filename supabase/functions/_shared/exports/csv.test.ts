import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectBytes } from '../testing/collect.ts';
import { csvChunks } from './csv.ts';
import { looksLikeFormula } from './formula.ts';
import type { Cell, Column } from './table.ts';

const columnsFor = (titles: readonly string[]): Column[] => titles.map((title) => ({ title, width: 10 }));

async function* pagesOf(...pages: Cell[][][]) {
  yield* pages;
}

async function write(titles: readonly string[], ...pages: Cell[][][]): Promise<string> {
  const bytes = await collectBytes(csvChunks({ columns: columnsFor(titles), pages: pagesOf(...pages) }));
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

const text = fc.array(fc.integer({ min: 0, max: 0xd7ff })).map((units) => String.fromCharCode(...units));
/** Of what quoting, lines and formulas hang on, rather more than chance would bring. */
const awkward = fc.string({
  unit: fc.constantFrom('"', ',', ';', '\r', '\n', '\t', "'", '=', '+', '-', '@', ' ', 'a', 'é'),
});

/** A cell as whoever reads our files takes it: without the apostrophe that disarms, and numbers as numbers. */
function understood(cell: string, given: Cell): string | number {
  if (typeof given === 'number') return Number(cell);
  return looksLikeFormula(cell.slice(1)) && given !== cell ? cell.slice(1) : cell;
}

describe('a CSV file', () => {
  it('begins with a byte order mark and ends each line with CR LF', async () => {
    expect(await write(['Name', 'E-mail'], [['Priya', 'p@example.com']], [['प्रिया', null]])).toBe(
      '\uFEFFName,E-mail\r\nPriya,p@example.com\r\nप्रिया,\r\n',
    );
  });

  it('is the header alone when the list is empty', async () => {
    expect(await write(['Name', 'E-mail'])).toBe('\uFEFFName,E-mail\r\n');
  });

  it.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    [' padded ', '" padded "'],
    ['=1+1', "'=1+1"],
    ['+91 98765', "'+91 98765"],
    ['-5 marks', "'-5 marks"],
    ['@cmd', "'@cmd"],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['＝1', "'＝1"],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ["'=1", "'=1"],
    ['a=b', 'a=b'],
    [-5, '-5'],
    [77.5, '77.5'],
    [0, '0'],
    [NaN, ''],
    [new Date('2026-04-01T20:00:00Z'), '2026-04-02 01:30'],
  ])('writes %j as %s', async (cell, written) => {
    expect(await write(['x'], [[cell]])).toBe(`\uFEFFx\r\n${written}\r\n`);
  });

  it('disarms titles too, which may be those of an uploaded file', async () => {
    expect(await write(['=cmd|x'])).toBe("\uFEFF'=cmd|x\r\n");
  });

  it('gives back every cell when it is read again, and no cell that a spreadsheet would calculate', async () => {
    const cell = fc.oneof(text, awkward, fc.integer(), fc.constant(null));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 }), async (rows) => {
        const file = await write(['a', 'b', 'c'], rows);
        const read: string[][] = parse(file, { bom: true, record_delimiter: '\r\n', from: 2 });
        expect(read).toHaveLength(rows.length);
        const back = read.flat();
        expect(rows.flat().map((given, index) => understood(back[index] ?? '', given))).toEqual(
          rows.flat().map((given) => given ?? ''),
        );
        const texts = back.filter((_cell, index) => typeof rows.flat()[index] === 'string');
        expect(texts.filter(looksLikeFormula)).toEqual([]);
      }),
    );
  });
});

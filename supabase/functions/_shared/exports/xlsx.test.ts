import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { collectBytes } from '../testing/collect.ts';
import type { Cell, Column } from './table.ts';
import { columnLetters } from './xlsx-sheet.ts';
import { xlsxChunks } from './xlsx.ts';

const modified = new Date('2026-04-01T09:41:00Z');

async function* pagesOf(...pages: Cell[][][]) {
  yield* pages;
}

async function write(columns: readonly Column[], ...pages: Cell[][][]): Promise<Record<string, string>> {
  const bytes = await collectBytes(xlsxChunks({ sheet: 'Students', columns, pages: pagesOf(...pages) }, modified));
  const parts = Object.entries(unzipSync(bytes));
  return Object.fromEntries(parts.map(([name, part]) => [name, new TextDecoder().decode(part)]));
}

const sheet = async (columns: readonly Column[], ...pages: Cell[][][]) =>
  (await write(columns, ...pages))['xl/worksheets/sheet1.xml'] ?? '';

const columns: Column[] = [
  { title: 'Name', width: 28 },
  { title: 'Joined', width: 20, as: 'time' },
  { title: 'Due', width: 12, as: 'day' },
];

/** What Excel would show: the texts of string cells, the numbers of the others. */
function readCells(xml: string) {
  const cells = new Map<string, { text: string; type: string; format: string }>();
  const parser = new SaxesParser();
  let place = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    expect(name).not.toBe('f');
    if (name !== 'c') return;
    place = String(attributes.r);
    cells.set(place, { text: '', type: attributes.t ?? 'n', format: attributes.s ?? '0' });
  });
  parser.on('text', (text) => {
    const cell = cells.get(place);
    if (cell) cell.text += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'c') place = '';
  });
  parser.write(xml).close();
  const shown = (text: string) =>
    text.replace(/_x([0-9A-F]{4})_/g, (_all, code) => String.fromCharCode(parseInt(code, 16)));
  return new Map([...cells].map(([at, cell]) => [at, { ...cell, text: shown(cell.text) }]));
}

describe('a workbook', () => {
  it('holds the parts that Excel asks for, each of them sound XML', async () => {
    const parts = await write(columns, [['Priya', null, null]]);
    expect(Object.keys(parts)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    for (const xml of Object.values(parts)) readCells(xml);
    expect(parts['xl/workbook.xml']).toContain('<sheet name="Students"');
  });

  it('has its header in bold and in view, and widths', async () => {
    const xml = await sheet(columns, [['Priya', null, null]]);
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<col min="1" max="1" width="28" customWidth="1"/>');
    const cells = readCells(xml);
    expect(cells.get('B1')).toEqual({ text: 'Joined', type: 'inlineStr', format: '1' });
    expect(cells.get('A2')?.format).toBe('0');
    const styles = (await write(columns))['xl/styles.xml'] ?? '';
    expect(styles).toMatch(/<cellXfs count="5"><xf [^>]*fontId="0"[^>]*\/><xf [^>]*fontId="1"/);
    expect(styles).toMatch(/<fonts count="2"><font>(?:(?!<b\/>).)*<\/font><font><b\/>/);
  });

  it('is the header alone when the list is empty', async () => {
    expect([...readCells(await sheet(columns)).keys()]).toEqual(['A1', 'B1', 'C1']);
  });

  it("keeps numbers as numbers, and times as India's, which it can sort", async () => {
    const at = new Date('2026-04-01T20:00:59Z');
    const cells = readCells(await sheet(columns, [[77.5, at, at]]));
    expect(cells.get('A2')).toEqual({ text: '77.5', type: 'n', format: '0' });
    // 2 April 2026, 01:30 in India; day 46114 of the workbook's calendar.
    expect(Number(cells.get('B2')?.text)).toBeCloseTo(46_114 + 90 / 1440, 9);
    expect(cells.get('B2')?.format).toBe('2');
    expect(cells.get('C2')).toEqual({ text: '46114', type: 'n', format: '3' });
  });

  it('numbers rows on from page to page', async () => {
    const pages = [0, 1].map((page) => Array.from({ length: 300 }, (_row, index) => [page * 300 + index]));
    const cells = readCells(await sheet(columns.slice(0, 1), ...pages));
    expect(cells.size).toBe(601);
    expect(cells.get('A2')?.text).toBe('0');
    expect(cells.get('A601')?.text).toBe('599');
  });

  it('writes what looks like a formula as text that stays text when it is edited', async () => {
    for (const text of ['=1+1', '+91', '-5', '@cmd', '\t=1']) {
      const cells = readCells(await sheet(columns, [[text, null, null]]));
      expect(cells.get('A2')).toEqual({ text, type: 'inlineStr', format: '4' });
    }
    expect((await write(columns))['xl/styles.xml']).toMatch(/quotePrefix="1"[^>]*\/><\/cellXfs>/);
  });

  it('gives back every text when it is read again, whatever its characters', async () => {
    const text = fc.array(fc.integer({ min: 0, max: 0xd7ff })).map((units) => String.fromCharCode(...units));
    const awkward = fc.string({
      unit: fc.constantFrom('<', '&', '"', '_x0041_', '_', 'x', '\0', '\r', '\n', ' ', '=', ']]>'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(text, awkward), { maxLength: 20 }), async (texts) => {
        const cells = readCells(
          await sheet(
            columns.slice(0, 1),
            texts.map((text) => [text]),
          ),
        );
        texts.forEach((text, index) => expect(cells.get(`A${index + 2}`)?.text ?? '').toBe(text));
      }),
    );
  });

  it('cuts a text at what a cell holds', async () => {
    const cells = readCells(await sheet(columns, [['x'.repeat(40_000), null, null]]));
    expect(cells.get('A2')?.text).toHaveLength(32_767);
  });
});

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (index, letters) => {
  expect(columnLetters(index)).toBe(letters);
});

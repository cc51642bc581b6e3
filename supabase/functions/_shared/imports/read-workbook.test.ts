import { describe, expect, it } from 'vitest';
import { makeWorkbook, sheetRow } from './testing/make-workbook.ts';
import { faultsOf, importFile, readBytes, readGood } from './testing/read-file.ts';

const read = async (name: string) => await readGood(await importFile(name));
const tooLarge = { problem: 'too_large', details: { limit: 10_485_760 } };
const header = sheetRow(1, 'email', 'full_name');

describe('a workbook', () => {
  it.each([
    ['libreoffice.xlsx', 'with a table of texts'],
    ['inline-strings.xlsx', 'with the texts in their cells'],
  ])('is read letter by letter: %s, %s', async (name) => {
    const { facts, rows } = await read(name);
    expect(facts).toEqual({
      encoding: null,
      delimiter: null,
      columns: ['email', 'full_name', 'roll_no', 'track'],
      ignored: [],
      rows: 3,
    });
    expect(rows.map((row) => [row.row_number, row.email, row.full_name, row.roll_no, row.track])).toEqual([
      [2, 'priya.sharma@example.com', 'प्रिया शर्मा', 'CS-2026-001', 'ai-foundations'],
      [3, 'zoe.angstrom@example.com', 'Zoë Ångström-Núñez', 'CS-2026-002', 'ai-foundations'],
      [4, 'karthik.r@example.com', 'Karthik Raja', 'CS-2026-003', 'ai-foundations'],
    ]);
    expect(faultsOf(rows)).toEqual([]);
  });

  it('may give its names a prefix and its cells no place', async () => {
    const { rows } = await read('prefixed-names.xlsx');
    expect(rows.map((row) => [row.row_number, row.email, row.full_name])).toEqual([
      [2, 'priya@example.com', 'Priya & Sharma'],
    ]);
  });

  it('gives numbers and dates as they show, and long numbers with all digits', async () => {
    const { rows } = await read('numbers-and-dates.xlsx');
    expect(rows.map((row) => row.roll_no)).toEqual([
      '123456789012',
      '00007',
      'CS/2026/001',
      '09/12/2025',
      '09-12-2025',
      '0.3',
      'TRUE',
      '1,234.50',
    ]);
  });

  it('gives the first sheet that shows, with rows where they stand and text of several styles', async () => {
    const { rows } = await read('several-sheets.xlsx');
    expect(rows.map((row) => [row.row_number, row.email, row.full_name])).toEqual([
      [2, 'priya@example.com', 'Priya Sharma'],
      [5, 'karthik@example.com', 'Karthik Raja'],
      [8, null, 'Meera Nair'],
      [9, null, null],
    ]);
    // Cells left out at the end are no fault, one too many is.
    expect(faultsOf(rows)).toEqual(['8 email email_invalid', '9 row too_many_cells']);
  });

  it('has each calculated cell told, whatever it shows', async () => {
    const { rows } = await read('formulas.xlsx');
    expect(faultsOf(rows)).toEqual([
      '3 full_name formula',
      '4 email formula',
      '4 roll_no formula',
      '5 full_name formula',
    ]);
    expect(rows.map((row) => row.raw.full_name)).toContain('Karthik Raja');
  });
});

describe('a workbook that is no list', () => {
  it.each([
    ['archive.zip.xlsx', 'wrong_type'],
    ['before-2007.xls.xlsx', 'wrong_type'],
    ['spreadsheet.ods.xlsx', 'wrong_type'],
    ['letter.docx.xlsx', 'wrong_type'],
    ['cut-off.xlsx', 'broken_workbook'],
    ['damaged-sheet.xlsx', 'broken_workbook'],
    ['empty.xlsx', 'empty_file'],
    ['only-a-header.xlsx', 'no_rows'],
  ])('is refused as a whole: %s is %s', async (name, problem) => {
    expect(await readBytes(await importFile(name))).toEqual({ problem, details: null });
  });

  it.each([
    ['XML that ends too early', `${header}<row r="2"><c>`],
    ['an entity of its own', `${header}<row r="2"><c t="inlineStr"><is><t>&bomb;</t></is></c></row>`],
    ['a text that is not in the table', `${header}<row r="2"><c t="s"><v>7</v></c></row>`],
    ['a row that comes twice', `${header}${header}`],
  ])('is broken by %s', async (_, sheetData) => {
    expect(await readBytes(await makeWorkbook(sheetData), 4096)).toEqual({ problem: 'broken_workbook', details: null });
  });

  it('is not inflated when it says that it is a bomb, nor further than it says', async () => {
    const bomb = await makeWorkbook(header + ' '.repeat(3_000_000));
    expect(bomb.length).toBeLessThan(20_000);
    expect(await readBytes(bomb, 4096)).toEqual({ problem: 'no_rows', details: null });
    expect(await readBytes(claimSize(bomb, 64 * 1024 * 1024 + 1), 4096)).toEqual(tooLarge);
    expect(await readBytes(claimSize(bomb, 1000), 4096)).toEqual({ problem: 'broken_workbook', details: null });
  });

  it('holds no more text in its rows than a file may, however often one text is repeated', async () => {
    const rows = Array.from(
      { length: 17_000 },
      (_, at) => `<row r="${at + 2}">${[1, 2, 0, 0, 0, 0].map((text) => `<c t="s"><v>${text}</v></c>`).join('')}</row>`,
    );
    const bytes = await makeWorkbook(sheetRow(1, 'email', 'full_name', 'a', 'b', 'c', 'd') + rows.join(''), [
      'x'.repeat(1000),
      'a@example.com',
      'Asha Rao',
    ]);
    expect(bytes.length).toBeLessThan(500_000);
    expect(await readBytes(bytes, 65_536)).toEqual(tooLarge);
  });
});

/** Writes another size of its sheet into the table of contents and before the part itself. */
function claimSize(zip: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  const changed = Buffer.from(zip);
  const part = 'xl/worksheets/sheet1.xml';
  for (let at = changed.indexOf(part); at >= 0; at = changed.indexOf(part, at + 1)) {
    const local = changed.readUInt32LE(at - 30) === 0x04034b50;
    changed.writeUInt32LE(size, local ? at - 8 : at - 22);
  }
  return changed;
}

import { describe, expect, it } from 'vitest';
import { faultsOf, importFile, readBytes, readGood } from './testing/read-file.ts';

const students = [
  [2, 'priya.sharma@example.com', 'प्रिया शर्मा', 'CS-2026-001', 'ai-foundations'],
  [3, 'zoe.angstrom@example.com', 'Zoë Ångström-Núñez', 'CS-2026-002', 'ai-foundations'],
  [4, 'karthik.r@example.com', 'Karthik Raja', 'CS-2026-003', 'ai-foundations'],
];

const read = async (name: string) => await readGood(await importFile(name));
const valuesOf = async (name: string) =>
  (await read(name)).rows.map((row) => [row.row_number, row.email, row.full_name, row.roll_no, row.track]);

describe('a CSV', () => {
  it.each([
    ['utf-8.csv', 'utf-8', ','],
    ['utf-8-bom-crlf.csv', 'utf-8', ','],
    ['old-mac-line-ends.csv', 'utf-8', ','],
    ['tabs.csv', 'utf-8', '\t'],
    ['utf-16le-bom.csv', 'utf-16le', '\t'],
    ['utf-16be-bom.csv', 'utf-16be', ','],
    ['utf-16le-no-bom.csv', 'utf-16le', '\t'],
    ['utf-16be-no-bom.csv', 'utf-16be', '\t'],
  ])('is read letter by letter: %s', async (name, encoding, delimiter) => {
    const { facts, rows } = await read(name);
    expect(facts).toEqual({
      encoding,
      delimiter,
      columns: ['email', 'full_name', 'roll_no', 'track'],
      ignored: [],
      rows: 3,
    });
    expect(rows.map((row) => [row.row_number, row.email, row.full_name, row.roll_no, row.track])).toEqual(students);
    expect(faultsOf(rows)).toEqual([]);
  });

  it('of Excel on Windows is read as Windows-1252 with its dashes and quotation marks', async () => {
    expect((await read('windows-1252.csv')).facts).toMatchObject({ encoding: 'windows-1252', delimiter: ';' });
    expect(await valuesOf('windows-1252.csv')).toEqual([
      [2, 'zoe@example.com', 'Zoë Ångström-Núñez', 'A–1', 'ai-foundations'],
      [3, 'sean@example.com', 'Seán O’Brien', 'A–2', 'ai-foundations'],
    ]);
  });

  it('that turns out not to be UTF-8 near its end is read in the other encoding from the start, each row once', async () => {
    const lines = Array.from({ length: 3000 }, (_, at) => `s${at}@example.com,Student ${at === 2999 ? 'Zo\xeb' : 'A'}`);
    const { facts, rows } = await readGood(
      Uint8Array.from(Buffer.from(['email,full_name', ...lines].join('\n'), 'latin1')),
      8192,
    );
    expect(facts).toMatchObject({ encoding: 'windows-1252', rows: 3000 });
    expect(rows.map((row) => row.row_number)).toEqual(lines.map((_, at) => at + 2));
    expect(rows.at(-1)).toMatchObject({ full_name: 'Student Zoë', faults: [] });
  });

  it('with semicolons keeps those in quotes, and commas', async () => {
    expect(await valuesOf('semicolons.csv')).toEqual([
      [2, 'priya.sharma@example.com', 'Sharma; Priya', 'CS-2026-001', 'ai-foundations'],
      [3, 'karthik@example.com', 'Raja, Karthik, R.', 'CS-2026-003', 'ai-foundations'],
    ]);
  });

  it("obeys Excel's line that names the delimiter and does not count it", async () => {
    expect(await valuesOf('sep-line.csv')).toEqual([[2, 'priya@example.com', 'Sharma, Priya', null, null]]);
  });

  it('may break lines within quotes, which are one row, and double a quotation mark', async () => {
    const { rows } = await read('quoted-newlines.csv');
    expect(rows.map((row) => [row.row_number, row.full_name, row.track])).toEqual([
      [2, 'Priya Sharma', 'ai-foundations'],
      [3, 'Karthik "KR" Raja', 'ai- foundations'],
      [4, 'Meera Nair', 'ai-foundations'],
    ]);
    expect(rows[0]?.raw).toMatchObject({ full_name: 'Priya\r\nSharma' });
    expect(faultsOf(rows)).toEqual(['4 email email_invalid']);
  });

  it('with blank lines has the row numbers of a spreadsheet', async () => {
    const { facts, rows } = await read('blank-lines.csv');
    expect(facts.rows).toBe(2);
    expect(rows.map((row) => [row.row_number, row.email])).toEqual([
      [5, 'priya@example.com'],
      [8, null],
    ]);
    expect(faultsOf(rows)).toEqual(['8 email email_invalid']);
  });

  it('may call its columns otherwise; others are named as ignored, reasons of an error file left out silently', async () => {
    const { facts, rows } = await read('headings.csv');
    expect(facts).toMatchObject({
      columns: ['S. No.', 'E-Mail Address', 'Student Name', 'Enrolment No', 'Programme', 'Phone'],
      ignored: ['S. No.', 'Phone'],
    });
    expect(rows).toEqual([
      {
        row_number: 2,
        raw: {
          'S. No.': '1',
          'E-Mail Address': 'priya@example.com',
          'Student Name': 'Priya Sharma',
          'Enrolment No': 'CS/1',
          Programme: 'ai-foundations',
          Phone: '+91 98450 00000',
        },
        email: 'priya@example.com',
        full_name: 'Priya Sharma',
        roll_no: 'CS/1',
        track: 'ai-foundations',
        faults: [],
      },
    ]);
  });

  it('gives cells without the spaces around them, addresses in small letters', async () => {
    expect(await valuesOf('padded-cells.csv')).toEqual([
      [2, 'priya@example.com', 'Priya Sharma', '7', null],
      [3, 'karthik@example.com', 'Raja, Karthik', '8', null],
    ]);
  });

  it('gives names in composed form, with the joiners of Devanagari', async () => {
    const names = (await read('decomposed-names.csv')).rows.map((row) => row.full_name);
    expect(names).toEqual(['Zo\u00eb \u00c5ngstr\u00f6m', 'लक्ष्मी\u200d श्रीनिवासन']);
  });
});

describe('a row of a CSV', () => {
  it('with a cell that a spreadsheet would calculate is told, also behind an apostrophe; columns that nobody reads are not', async () => {
    const { rows } = await read('formulas.csv');
    expect(faultsOf(rows)).toEqual(['2 full_name formula', '3 email formula', '4 roll_no formula', '5 track formula']);
    expect(rows.map((row) => [row.row_number, row.full_name])).toContainEqual([6, "'t Hooft"]);
  });

  it('with control characters or a turn of direction is told, and kept in a form that the database takes', async () => {
    const { rows } = await read('control-characters.csv');
    expect(faultsOf(rows)).toEqual([
      '2 full_name control_character',
      '3 full_name control_character',
      '4 full_name control_character',
    ]);
    expect(rows.map((row) => row.raw.full_name)).toEqual(['Asha\ufffdRao', 'Ravi\ufffdramuK', 'Meera\ufffdNair']);
  });

  it('is told each fault of its cells', async () => {
    const { rows } = await read('faulty-cells.csv');
    expect(faultsOf(rows)).toEqual([
      '2 email email_missing',
      '3 email email_invalid',
      '4 email email_too_long',
      '5 full_name name_missing',
      '6 full_name name_too_long',
      '7 full_name name_invalid',
      '8 full_name name_invalid',
      '9 roll_no roll_no_too_long',
      '10 email email_missing',
      '10 full_name name_missing',
    ]);
  });

  it('with too many or too few cells is told so and nothing else; empty ones at the end do not count', async () => {
    const { rows } = await read('wrong-number-of-cells.csv');
    expect(faultsOf(rows)).toEqual(['2 row too_many_cells', '3 row too_few_cells']);
    expect(rows.map((row) => row.email)).toEqual([null, null, 'c@example.com']);
    // All that stood there is in the file to mend.
    expect(rows[0]?.raw).toEqual({
      email: 'a@example.com',
      full_name: 'Rao',
      roll_no: 'Asha',
      track: '1, ai-foundations',
    });
  });
});

describe('a file that is no list', () => {
  it.each([
    ['document.pdf.csv', 'wrong_type', null],
    ['picture.png.csv', 'wrong_type', null],
    ['page.html.csv', 'wrong_type', null],
    ['data.json.csv', 'wrong_type', null],
    ['program.csv', 'wrong_type', null],
    ['empty.csv', 'empty_file', null],
    ['only-line-ends.csv', 'empty_file', null],
    ['only-a-header.csv', 'no_rows', null],
    ['utf-8-damaged.csv', 'encoding_unreadable', null],
    ['utf-16-cut-off.csv', 'encoding_unreadable', null],
    ['utf-32.csv', 'encoding_unreadable', null],
    ['shift-jis.csv', 'encoding_unreadable', null],
    ['quote-never-closed.csv', 'broken_quote', { row: 3 }],
    ['quote-closed-by-the-next.csv', 'broken_quote', { row: 3 }],
    ['quote-in-the-middle.csv', 'broken_quote', { row: 2 }],
    ['missing-columns.csv', 'missing_columns', { columns: ['email', 'full_name'] }],
    ['repeated-columns.csv', 'repeated_columns', { columns: ['E-mail', 'Name'] }],
  ])('is refused as a whole: %s', async (name, problem, details) => {
    expect(await readBytes(await importFile(name))).toEqual({ problem, details });
  });
});

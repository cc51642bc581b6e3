import { describe, expect, it } from 'vitest';
import type { ImportRow } from '../_shared/db/list-rows.ts';
import { csvChunks } from '../_shared/exports/csv.ts';
import type { Table } from '../_shared/exports/table.ts';
import { xlsxChunks } from '../_shared/exports/xlsx.ts';
import { readImportFile } from '../_shared/imports/read-import-file.ts';
import type { StagedRow } from '../_shared/imports/row-rules.ts';
import { collect, collectBytes } from '../_shared/testing/collect.ts';
import { createFakeLists, importRow } from '../_shared/testing/lists.ts';
import { importErrorsTable } from './import-errors.ts';

const id = 'c0a80101-3f5b-4a55-9a63-5c1f7f2f1a01';
const columns = ['Email', 'Student name', 'Phone'];

const tableOf = (rows: ImportRow[], headings: string[] | null = columns): Promise<Table> =>
  importErrorsTable(createFakeLists({ imports: [{ id, columns: headings, rows }] }).lists, id);

const rowsOf = async (table: Table) => (await collect(table.pages)).flat();

/** What bulk enrolment reads when the file is handed in again. */
async function handIn(table: Table, format: 'csv' | 'xlsx'): Promise<StagedRow[]> {
  const staged: StagedRow[] = [];
  const bytes = await collectBytes(format === 'csv' ? csvChunks(table) : xlsxChunks(table, new Date()));
  await readImportFile(new Blob([new Uint8Array(bytes)]).stream(), async (rows) => void staged.push(...rows));
  return staged;
}

describe('the rows to mend', () => {
  it('stand under the headings of their file, in its order, with the reasons behind them', async () => {
    const table = await tableOf([
      importRow(2),
      importRow(7, { faults: [], reason: 'no_seat_left' }),
      importRow(9, {
        faults: [
          { column: 'email', code: 'duplicate_in_file', details: { row: 3 } },
          { column: 'full_name', code: 'name_missing' },
        ],
        reason: 'duplicate_in_file',
      }),
      importRow(11, { faults: [{ column: 'row', code: 'too_few_cells' }], reason: 'brand_new_reason' }),
    ]);
    expect(table.columns.map(({ title }) => title)).toEqual([...columns, 'error']);
    const rows = await rowsOf(table);
    expect(rows[0]).toEqual(['student2', 'Student 2', '+919876543210', 'email: This is not an e-mail address.']);
    expect(rows.map((cells) => cells.at(-1))).toEqual([
      'email: This is not an e-mail address.',
      'No seat was left for this student.',
      'email: The same student stands in row 3 of the first file already. full_name: The name is missing.',
      'The row has fewer cells than there are columns. Brand new reason.',
    ]);
  });

  it('leave out what an earlier error file brought, and a heading that came twice', async () => {
    const table = await tableOf([importRow(2)], ['Email', 'Phone', 'Phone', 'Error']);
    expect(table.columns.map(({ title }) => title)).toEqual(['Email', 'Phone', 'error']);
  });

  it('have the columns of the template while the file has none yet', async () => {
    const table = await tableOf([], null);
    expect(table.columns.map(({ title }) => title)).toEqual(['email', 'full_name', 'roll_no', 'track', 'error']);
  });

  it('are read page by page, in the order of the file', async () => {
    const { lists, asked } = createFakeLists({
      imports: [{ id, columns, rows: Array.from({ length: 2500 }, (_row, index) => importRow(index * 2 + 2)) }],
    });
    expect(await rowsOf(await importErrorsTable(lists, id))).toHaveLength(2500);
    expect(asked.map(({ from }) => from)).toEqual([0, 2000, 4000, 5000]);
  });
});

describe.each(['csv', 'xlsx'] as const)('handed in again as %s', (format) => {
  it('are read as what they were, without the reasons', async () => {
    const raw = { Email: 'priya@example.com', 'Student name': 'प्रिया "P" शर्मा,\nB.Sc.', Phone: '0091 / 98' };
    const [row] = await handIn(await tableOf([importRow(2, { raw }), importRow(3)]), format);
    expect(row).toMatchObject({ raw, email: 'priya@example.com', full_name: 'प्रिया "P" शर्मा, B.Sc.', faults: [] });
  });

  it('are no better than before until they are mended', async () => {
    const raw = { Email: 'a@example.com', 'Student name': '=HYPERLINK("http://x")', Phone: '' };
    const [row] = await handIn(await tableOf([importRow(2, { raw })]), format);
    expect(row?.faults).toEqual([{ column: 'full_name', code: 'formula' }]);
  });

  it('keep a name whole that white space stood before', async () => {
    const raw = { Email: 'a@example.com', 'Student name': '\t\n Ravi', Phone: '' };
    const [row] = await handIn(await tableOf([importRow(2, { raw })]), format);
    expect(row).toMatchObject({ full_name: 'Ravi', faults: [] });
  });
});

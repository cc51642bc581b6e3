import { describe, expect, it } from 'vitest';
import { createImportActions } from '../../functions/bulk-enrol/import-actions.ts';
import { judgeEmail } from '../../functions/_shared/imports/cell-rules.ts';
import { importFile } from '../../functions/_shared/imports/testing/read-file.ts';
import { useImports } from '../support/import-gateway.ts';

const { value, check, checked, enrol, handIn, rowsOf, importOf, told, institution, gateway, actions } = useImports();
const listOf = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\r\n'));

describe('the check of a file', () => {
  it.each([
    'utf-8.csv',
    'utf-8-bom-crlf.csv',
    'tabs.csv',
    'utf-16le-bom.csv',
    'utf-16be-no-bom.csv',
    'libreoffice.xlsx',
    'inline-strings.xlsx',
  ])('finds every row of %s good, and writes nothing but rows', async (name) => {
    const id = await checked(name);
    expect(await importOf(id)).toMatchObject({
      status: 'checked',
      rows_total: 3,
      rows_valid: 3,
      rows_faulty: 0,
      seats_needed: [{ track_id: 'ai-foundations', track_name: 'ai-foundations', needed: 3, left: 5000 }],
    });
    expect((await rowsOf(id)).map((row) => row.full_name)).toEqual([
      'प्रिया शर्मा',
      'Zoë Ångström-Núñez',
      'Karthik Raja',
    ]);
    expect(await value('select count(*)::text from public.student_seats')).toBe('0');
  });

  it('keeps how the file is written and what of it is not read', async () => {
    expect(await importOf(await checked('windows-1252.csv'))).toMatchObject({
      encoding: 'windows-1252',
      delimiter: ';',
      columns: ['email', 'full_name', 'roll_no', 'track'],
      ignored_columns: [],
    });
    expect(await importOf(await checked('headings.csv'))).toMatchObject({ ignored_columns: ['S. No.', 'Phone'] });
  });

  it.each([
    [
      'faulty-cells.csv',
      [
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
      ],
    ],
    [
      'control-characters.csv',
      ['2 full_name control_character', '3 full_name control_character', '4 full_name control_character'],
    ],
    ['blank-lines.csv', ['5 valid', '8 email email_invalid']],
    ['several-sheets.xlsx', ['2 valid', '5 valid', '8 email email_invalid', '9 row too_many_cells']],
    [
      'formulas.xlsx',
      ['2 valid', '3 full_name formula', '4 email formula', '4 roll_no formula', '5 full_name formula'],
    ],
  ])('names row, column and reason of each fault: %s', async (name, expected) => {
    expect(await told(await checked(name, 'ai-foundations'))).toEqual(expected);
  });

  it('names a track that is missing or unknown where the file names tracks', async () => {
    expect(await told(await checked('quoted-newlines.csv'))).toEqual([
      '2 valid',
      '3 track track_unknown',
      '4 email email_invalid',
    ]);
    expect(await told(await checked('blank-lines.csv'))).toEqual([
      '5 track track_missing',
      '8 email email_invalid',
      '8 track track_missing',
    ]);
  });

  it('tells a row that comes again in the file by the row that came first, and one that the database knows', async () => {
    await gateway().db.query(`select private.place_students($1, $2, null, null, now())`, [
      institution(),
      JSON.stringify([
        {
          row_number: 2,
          email: 'karthik@example.com',
          full_name: 'Karthik Raja',
          roll_no: null,
          track_id: 'ai-foundations',
        },
      ]),
    ]);
    const id = await checked('duplicates.csv');
    expect(await told(id)).toEqual(['2 valid', '3 known', '4 email duplicate_in_file 2', '5 valid']);
    expect(await importOf(id)).toMatchObject({ rows_valid: 2, rows_known: 1, rows_faulty: 1 });
    await gateway().db.query('delete from public.student_seats where institution_id = $1', [institution()]);
  });

  it.each([
    ['document.pdf.csv', 'wrong_type', null],
    ['picture.png.csv', 'wrong_type', null],
    ['archive.zip.xlsx', 'wrong_type', null],
    ['before-2007.xls.xlsx', 'wrong_type', null],
    ['only-line-ends.csv', 'empty_file', null],
    ['only-a-header.csv', 'no_rows', null],
    ['utf-8-damaged.csv', 'encoding_unreadable', null],
    ['quote-never-closed.csv', 'broken_quote', { row: 3 }],
    ['missing-columns.csv', 'missing_columns', { columns: ['email', 'full_name'] }],
    ['repeated-columns.csv', 'repeated_columns', { columns: ['E-mail', 'Name'] }],
    ['damaged-sheet.xlsx', 'broken_workbook', null],
  ])('refuses %s as a whole: %s', async (name, problem, problem_details) => {
    const id = await checked(name);
    expect(await importOf(id)).toMatchObject({ status: 'unreadable', problem, problem_details, rows_total: 0 });
    expect(await rowsOf(id)).toEqual([]);
  });

  it('refuses 50,001 rows as a whole and keeps none of those it had read', async () => {
    const lines = Array.from({ length: 50_001 }, (_, at) => `s${at}@example.com,Student Rao`);
    const id = await handIn(listOf(['email,full_name', ...lines]), 'large.csv');
    await check(id);
    expect(await importOf(id)).toMatchObject({
      status: 'unreadable',
      problem: 'too_many_rows',
      problem_details: { limit: 50_000 },
    });
    expect(await value('select count(*)::text from public.import_rows where import_id = $1', [id])).toBe('0');
  }, 120_000);

  it('refuses a file that is gone', async () => {
    const id = await handIn(await importFile('utf-8.csv'), 'utf-8.csv');
    const path = await value('select path from public.imports where id = $1', [id]);
    await gateway().admin.storage.from('imports').remove([path]);
    await check(id);
    expect(await importOf(id)).toMatchObject({ status: 'unreadable', problem: 'file_missing' });
  });

  it('has the rule for addresses that the database has', async () => {
    const addresses = [
      'a@example.com',
      'a@b',
      'a b@example.com',
      'a@@example.com',
      '<a@example.com>',
      'a@example.com;',
      'आशा@example.com',
      `${'a'.repeat(308)}@example.com`,
      `${'a'.repeat(309)}@example.com`,
    ];
    const { rows } = await gateway().db.query<{ address: string; good: boolean }>(
      'select address, private.is_email(address) as good from unnest($1::text[]) address',
      [addresses],
    );
    expect(rows.map(({ address }) => ({ address, good: judgeEmail(address).code === null }))).toEqual(rows);
    expect(new Set(rows.map(({ good }) => good))).toEqual(new Set([true, false]));
  });
});

describe('the enrolment of a file', () => {
  it('ends every row, goes on where a run stopped, and enrols nobody twice', async () => {
    const lines = Array.from(
      { length: 1200 },
      (_, at) => `e${at}@example.com,Student Rao,${at % 100 === 0 ? '=1' : at}`,
    );
    const bytes = listOf(['email,full_name,roll_no', ...lines]);
    const id = await handIn(bytes, 'students.csv', 'ai-practitioner');
    await check(id);
    expect(await importOf(id)).toMatchObject({ rows_valid: 1188, rows_faulty: 12 });
    await actions().confirm(id);

    await enrol(id, 0);
    expect(await importOf(id)).toMatchObject({ status: 'enrolling', rows_enrolled: 500 });
    const { rows: queued } = await gateway().db.query(
      `select dedupe_key from private.outbox where dedupe_key like 'import.enrol:' || $1 || '%' order by 1`,
      [id],
    );
    expect(queued).toEqual([{ dedupe_key: `import.enrol:${id}` }, { dedupe_key: `import.enrol:${id}:512` }]);
    await Promise.all([enrol(id), enrol(id)]);
    expect(await importOf(id)).toMatchObject({
      status: 'done',
      rows_done: 1200,
      rows_enrolled: 1188,
      rows_already: 0,
      rows_refused: 12,
    });
    expect(await actions().getStatus(id)).toBe('done');

    const again = await handIn(bytes, 'students.csv', 'ai-practitioner');
    await check(again);
    expect(await importOf(again)).toMatchObject({ rows_valid: 0, rows_known: 1188 });
    await actions().confirm(again);
    await enrol(again);
    expect(await importOf(again)).toMatchObject({ status: 'done', rows_enrolled: 0, rows_already: 1188 });
    expect(await value(`select count(*)::text from public.student_seats where track_id = 'ai-practitioner'`)).toBe(
      '1188',
    );
    expect(await actions().undo(id)).toEqual({ undone: 1188, kept: 0 });
  }, 120_000);

  it('is called off between two batches', async () => {
    const lines = Array.from({ length: 700 }, (_, at) => `c${at}@example.com,Student Rao`);
    const id = await handIn(listOf(['email,name', ...lines]), 'c.csv', 'ai-practitioner');
    await check(id);
    await actions().confirm(id);
    await enrol(id, 0);
    await actions().cancel(id);
    await enrol(id);
    expect(await importOf(id)).toMatchObject({ status: 'cancelled', rows_enrolled: 500, rows_refused: 200 });
    expect((await rowsOf(id)).filter((row) => row.reason === 'cancelled')).toHaveLength(200);
  }, 120_000);

  it("is nobody else's to start, call off or undo", async () => {
    const id = await checked('utf-8.csv');
    const stranger = createImportActions((await gateway().person()).supabase);
    for (const act of [stranger.confirm, stranger.cancel, stranger.undo]) {
      await expect(act(id)).rejects.toMatchObject({ status: 403, code: 'forbidden' });
    }
    await expect(stranger.getStatus(id)).rejects.toMatchObject({ status: 404 });
    expect(await actions().getStatus(id)).toBe('checked');
  });
});

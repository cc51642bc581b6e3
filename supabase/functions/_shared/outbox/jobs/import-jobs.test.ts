import { describe, expect, it } from 'vitest';
import { HttpError } from '../../http/errors.ts';
import { createFakeOutbox } from '../../testing/fakes.ts';
import { createFakeImports } from '../../testing/imports.ts';
import { job, permanence } from '../../testing/jobs.ts';
import { createCheckImport } from './check-import.ts';
import { createEnrolImport } from './enrol-import.ts';
import { createForgetImport } from './forget-import.ts';

const id = '3f0e8a54-7c1d-4b7e-9a55-2f1c7f2f1a01';
const work = job({ import_id: id });
const list = (rows: number) =>
  `email,full_name\n${Array.from({ length: rows }, (_, at) => `s${at}@example.com,Student Rao`).join('\n')}`;

describe('import.check', () => {
  const setUp = (file: string | null) => {
    const imports = createFakeImports(file === null ? {} : { 'a/b.csv': file });
    return { imports, row: imports.add(id, 'a/b.csv') };
  };

  it('stages every row and says what the file is', async () => {
    const { imports, row } = setUp(list(2500));
    const sizes: number[] = [];
    const stageRows: typeof imports.stageRows = async (check, rows) => {
      sizes.push(rows.length);
      return await imports.stageRows(check, rows);
    };
    await createCheckImport({ imports: { ...imports, stageRows } })(work);
    expect(sizes).toEqual([1000, 1000, 500]);
    expect(row.staged.map((staged) => staged.row_number)).toEqual(Array.from({ length: 2500 }, (_, at) => at + 2));
    expect(row.facts).toMatchObject({ encoding: 'utf-8', delimiter: ',', rows: 2500 });
  });

  it('refuses a file that cannot be read, and one that is not there, and is done', async () => {
    for (const [file, problem] of [
      ['email\na@example.com', 'missing_columns'],
      [null, 'file_missing'],
    ] as const) {
      const { imports, row } = setUp(file);
      await createCheckImport({ imports })(work);
      expect(row).toMatchObject({ status: 'unreadable', refusal: { problem }, facts: null });
    }
  });

  it('begins anew after a crash, and leaves alone what is not to be checked any more', async () => {
    const { imports, row } = setUp(list(1500));
    let calls = 0;
    const stageRows: typeof imports.stageRows = async (check, rows) => {
      if ((calls += 1) === 2) throw new HttpError(503, 'database_unavailable', 'Down.');
      return await imports.stageRows(check, rows);
    };
    const run = createCheckImport({ imports: { ...imports, stageRows } });
    await expect(run(work)).rejects.toMatchObject({ code: 'database_unavailable' });
    expect(row).toMatchObject({ status: 'checking', facts: null });
    await run(work);
    expect(row.staged).toHaveLength(1500);
    row.status = 'cancelled';
    await run(work);
    expect(row).toMatchObject({ status: 'cancelled', staged: { length: 1500 } });
  });

  it('stops reading when the import is called off, and leaves the rest to a check that took over', async () => {
    const { imports, row } = setUp(list(5000));
    let batches = 0;
    const stageRows: typeof imports.stageRows = async (check, rows) => {
      if ((batches += 1) === 2) row.status = 'cancelled';
      return await imports.stageRows(check, rows);
    };
    await createCheckImport({ imports: { ...imports, stageRows } })(work);
    expect(batches).toBe(2);
    expect(row).toMatchObject({ status: 'cancelled', facts: null, refusal: null });

    row.status = 'checking';
    const whole = createCheckImport({ imports });
    batches = 0;
    const overtaken: typeof imports.stageRows = async (check, rows) => {
      if ((batches += 1) === 3) await whole(work);
      return await imports.stageRows(check, rows);
    };
    await createCheckImport({ imports: { ...imports, stageRows: overtaken } })(work);
    expect(batches).toBe(3);
    expect(row).toMatchObject({ status: 'checked', staged: { length: 5000 }, facts: { rows: 5000 } });
  });

  it('tries again when the file cannot be fetched, which is no fault of the file', async () => {
    const { imports, row } = setUp(list(1));
    const openFile = async () => {
      throw new HttpError(503, 'storage_unavailable', 'Down.');
    };
    const run = createCheckImport({ imports: { ...imports, openFile } });
    expect(await permanence(run(work))).toBe(false);
    expect(row.status).toBe('checking');
    expect(await permanence(run(job({})))).toBe(true);
  });
});

describe('import.enrol', () => {
  const setUp = (enrolForMs: number) => {
    const imports = createFakeImports({ 'a/b.csv': list(1800) });
    const row = imports.add(id, 'a/b.csv');
    const outbox = createFakeOutbox();
    const run = createEnrolImport({ imports, outbox, enrolForMs });
    const confirm = async () => {
      await createCheckImport({ imports })(work);
      row.status = 'enrolling';
    };
    return { row, outbox, run, confirm };
  };

  it('goes on batch by batch until all is done', async () => {
    const { row, outbox, run, confirm } = setUp(60_000);
    await confirm();
    await run(work);
    expect(row).toMatchObject({ status: 'done', enrolled: 1800 });
    expect(outbox.jobs).toEqual([]);
  });

  it('queues the rest once its time is up, each time under a key of its own', async () => {
    const { row, outbox, run, confirm } = setUp(0);
    await confirm();
    await run(work);
    expect(row.enrolled).toBe(500);
    await run(work);
    expect(outbox.jobs.map(({ kind, payload, key }) => ({ kind, payload, key }))).toEqual([
      { kind: 'import.enrol', payload: { import_id: id }, key: `import.enrol:${id}:500` },
      { kind: 'import.enrol', payload: { import_id: id }, key: `import.enrol:${id}:1000` },
    ]);
    await run(work);
    await run(work);
    expect(row.status).toBe('done');
    expect(outbox.jobs).toHaveLength(3);
  });

  it('does nothing once the import has ended otherwise', async () => {
    const { row, outbox, run, confirm } = setUp(60_000);
    await confirm();
    row.status = 'cancelled';
    await run(work);
    expect(row.enrolled).toBe(0);
    expect(outbox.jobs).toEqual([]);
  });
});

describe('import.forget', () => {
  it('deletes the file, and needs its path', async () => {
    const removed: string[] = [];
    const run = createForgetImport({ imports: { removeFile: async (path) => void removed.push(path) } });
    await run(job({ import_id: id, path: 'a/b.csv' }));
    expect(removed).toEqual(['a/b.csv']);
    expect(await permanence(run(work))).toBe(true);
  });
});

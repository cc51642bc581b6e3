import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack } from '../tools/stack/stack.ts';
import { processesOf } from '../tools/stack/testing/spawn-stack.ts';
import { openInstitution } from '../tools/stack/testing/enrol-from-files.ts';
import type { BenchmarkRow } from './row.ts';
import { forgetPeak, peakMegabytes } from './support/peak-memory.ts';

const small = 1000;
const rows = 10_000;
const large = 50_000;

/**
 * Lists of students through the whole stack: the worker is asked over HTTP, fetches the file from the storage, and stages,
 * checks and enrols through the API. The memory is the most that the process of the edge functions holds.
 */
export async function run(): Promise<BenchmarkRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-csv-'));
  const stack = await startStack({ app: false, seed: 'reference', schedule: false, dataDir: folder });
  try {
    const [pid] = processesOf(folder, ['functions']);
    if (!pid) throw new Error('The edge functions have no process');
    const institution = await openInstitution(stack);
    const check = async (size: number) => {
      const id = await institution.upload(size);
      const seconds = await institution.check(id);
      const valid = await institution.count('select rows_valid from public.imports where id = $1', id);
      if (valid !== size) throw new Error(`${valid} of ${size} rows were found good`);
      return { id, seconds };
    };
    // The first one loads the function.
    await check(small);
    // As many rows as the large file has, but a file at a time: what of the memory is due to the work, and not to the size.
    forgetPeak(pid);
    for (let checked = 0; checked < large; checked += small) await check(small);
    const smallPeak = peakMegabytes(pid);
    const list = await check(rows);
    const enrolSeconds = await institution.enrol(list.id);
    const enrolled = await institution.count(
      'select count(*) from public.student_seats where import_id = $1 and released_at is null',
      list.id,
    );
    if (enrolled !== rows) throw new Error(`${enrolled} of ${rows} students were enrolled`);
    forgetPeak(pid);
    const largest = await check(large);
    const largePeak = peakMegabytes(pid);
    await institution.close();
    return [
      { name: 'csv.check_10k_s', value: list.seconds, unit: 's', goal: '≤ 3' },
      { name: 'csv.enrol_rows_per_s', value: rows / enrolSeconds, unit: '1/s', goal: '≥ 1000' },
      { name: 'csv.check_50k_s', value: largest.seconds, unit: 's', goal: 'no goal: shown for comparison' },
      {
        name: 'csv.worker_peak_mb.rows_1000',
        value: smallPeak,
        unit: 'MB',
        goal: 'no goal: shown for comparison',
      },
      { name: 'csv.worker_peak_mb.rows_50000', value: largePeak, unit: 'MB', goal: '≤ 1.3 × that of 1,000' },
    ];
  } finally {
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

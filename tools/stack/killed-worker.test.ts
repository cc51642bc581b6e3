import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, test, vi } from 'vitest';
import { isAlive } from '../db/process.ts';
import { startStack } from './stack.ts';
import { openInstitution, work } from './testing/enrol-from-files.ts';
import { processesOf } from './testing/spawn-stack.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'ai-ready-killed-'));
const rows = 10_000;
const begin = () => startStack({ app: false, seed: 'reference', schedule: false, dataDir });
const running: Awaited<ReturnType<typeof begin>>[] = [];

afterAll(async () => {
  for (const stack of running) await stack.stop();
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

test('an import whose worker is killed goes on where it stopped, and gives nobody two seats', async () => {
  const stack = await begin();
  running.push(stack);
  const institution = await openInstitution(stack);
  const list = await institution.upload(rows);
  await institution.check(list);

  const enrolling = institution.enrol(list).then(
    () => 'done',
    () => 'broken',
  );
  await vi.waitFor(async () => expect(await seats(stack.dbUrl)).toBeGreaterThan(0), { timeout: 60_000, interval: 5 });
  const [worker] = processesOf(dataDir, ['functions']);
  if (!worker) throw new Error('The edge functions have no process');
  process.kill(worker, 'SIGKILL');
  expect(await enrolling).toBe('broken');
  await vi.waitFor(() => expect(isAlive(worker)).toBe(false), { timeout: 15_000, interval: 20 });
  const before = await seats(stack.dbUrl);
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(rows);
  await institution.close();
  await stack.stop();
  running.pop();

  const again = await begin();
  running.push(again);
  const db = new pg.Client({ connectionString: again.dbUrl });
  await db.connect();
  // As if the lease of the worker that died had run out.
  await db.query(
    `update private.outbox set next_attempt_at = now(), locked_until = now() where kind = 'import.enrol' and status <> 'done'`,
  );
  // The batch that had reached the database may have ended without its worker.
  const kept = await seats(again.dbUrl);
  expect(kept).toBeGreaterThanOrEqual(before);
  expect(kept).toBeLessThan(rows);
  await work(again, db, list, 'done');
  const { rows: found } = await db.query(`select i.status, i.rows_enrolled as enrolled,
      (select count(*)::int from public.institution_students) as students,
      (select count(*)::int from public.student_seats where released_at is null) as seats,
      (select count(*)::int from private.outbox where kind = 'student.invite') as invitations,
      (select count(*)::int from public.import_rows r where r.import_id = i.id and r.state = 'enrolled') as rows
    from public.imports i`);
  await db.end();
  expect(found).toEqual([{ status: 'done', enrolled: rows, students: rows, seats: rows, invitations: rows, rows }]);
}, 240_000);

/** Seats given so far, through a connection of its own: the worker's death may not take the test along. */
async function seats(dbUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: dbUrl });
  await client.connect();
  const { rows: counted } = await client
    .query<{ seats: number }>('select count(*)::int as seats from public.student_seats where released_at is null')
    .finally(() => client.end());
  return counted[0]?.seats ?? 0;
}

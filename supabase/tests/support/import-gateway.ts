import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { z } from 'zod';
import { startGateway, type TestGateway } from '../../../tools/stack/testing/start-gateway.ts';
import { createImportActions } from '../../functions/bulk-enrol/import-actions.ts';
import { createImportStore } from '../../functions/_shared/db/imports.ts';
import { createOutboxStore } from '../../functions/_shared/db/outbox.ts';
import { importFile } from '../../functions/_shared/imports/testing/read-file.ts';
import { createCheckImport } from '../../functions/_shared/outbox/jobs/check-import.ts';
import { createEnrolImport } from '../../functions/_shared/outbox/jobs/enrol-import.ts';
import { job } from '../../functions/_shared/testing/jobs.ts';

const rowSchema = z.object({
  row_number: z.number(),
  state: z.string(),
  full_name: z.string().nullable(),
  faults: z.array(
    z.object({ column: z.string(), code: z.string(), details: z.record(z.string(), z.unknown()).optional() }),
  ),
  reason: z.string().nullable(),
});

/** An institution whose manager hands files in through the API and the storage of the stack. Call at the top level of a file. */
export function useImports() {
  let gateway: TestGateway;
  let manager: Awaited<ReturnType<TestGateway['person']>>;
  let institution = '';

  async function value(sql: string, values: unknown[] = []): Promise<string> {
    const { rows } = await gateway.db.query<Record<string, unknown>>(sql, values);
    return z.string().parse(Object.values(rows[0] ?? {})[0]);
  }

  beforeAll(async () => {
    gateway = await startGateway();
    manager = await gateway.person();
    const { db } = gateway;
    institution = await value(
      `insert into public.institutions (kind, name) values ('university', 'Test') returning id`,
    );
    await db.query('insert into public.institution_managers (institution_id, user_id) values ($1, $2)', [
      institution,
      manager.id,
    ]);
    await db.query(`update public.profiles set kind = 'institution' where user_id = $1`, [manager.id]);
    for (const track of ['ai-foundations', 'ai-practitioner']) {
      await db.query(
        `insert into public.tracks (id, name, price, active) values ($1, $1, 100, true) on conflict (id) do nothing`,
        [track],
      );
      await db.query(
        `insert into public.institution_seats (institution_id, track_id, seats, price, valid_until)
         values ($1, $2, 5000, 0, '2999-01-01')`,
        [institution, track],
      );
    }
  });
  afterAll(() => gateway.stop());

  const store = () => createImportStore(gateway.admin);
  const check = (id: string) => createCheckImport({ imports: store() })(job({ import_id: id }));

  async function handIn(bytes: Uint8Array<ArrayBuffer>, fileName: string, trackId: string | null = null) {
    const workbook = fileName.endsWith('.xlsx');
    const path = `${institution}/${manager.id}/${randomUUID()}.${workbook ? 'xlsx' : 'csv'}`;
    const contentType = workbook ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'text/csv';
    const { error } = await manager.supabase.storage.from('imports').upload(path, bytes, { contentType });
    if (error) throw error;
    const file = { institutionId: institution, path, fileName, trackId };
    return await createImportActions(manager.supabase).create(file);
  }

  /** As the manager sees them. */
  async function rowsOf(id: string) {
    const { data, error } = await manager.supabase
      .from('import_rows')
      .select('row_number, state, full_name, faults, reason')
      .eq('import_id', id)
      .order('row_number');
    if (error) throw error;
    return z.array(rowSchema).parse(data);
  }

  return {
    value,
    check,
    handIn,
    rowsOf,
    institution: () => institution,
    gateway: () => gateway,
    actions: () => createImportActions(manager.supabase),
    async checked(name: string, trackId: string | null = null): Promise<string> {
      const id = await handIn(await importFile(name), name, trackId);
      await check(id);
      return id;
    },
    enrol: (id: string, enrolForMs = 60_000) =>
      createEnrolImport({ imports: store(), outbox: createOutboxStore(gateway.admin), enrolForMs })(
        job({ import_id: id }),
      ),
    async importOf(id: string): Promise<Record<string, unknown>> {
      const { data, error } = await manager.supabase.from('imports').select('*').eq('id', id).single();
      if (error) throw error;
      return data;
    },
    /** Each row as its number and state, or as its number and each of its faults. */
    told: async (id: string): Promise<string[]> =>
      (await rowsOf(id)).flatMap(({ row_number, state, faults }) =>
        faults.length === 0
          ? [`${row_number} ${state}`]
          : faults.map(
              ({ column, code, details }) => `${row_number} ${column} ${code}${details ? ` ${details.row}` : ''}`,
            ),
      ),
  };
}

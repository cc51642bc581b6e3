import { randomUUID } from 'node:crypto';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import pg from 'pg';
import { z } from 'zod';

const track = 'bench-track';
const names = ['Priya Sharma', 'प्रिया शर्मा', 'தமிழ்ச்செல்வி', 'Zoë Ångström-Núñez'];

/** A list as an institution would hand it in; each with people of its own. */
function listOf(rows: number): Uint8Array<ArrayBuffer> {
  const list = randomUUID().slice(0, 8);
  const lines = Array.from(
    { length: rows },
    (_, at) => `student.${at}.${list}@university.example,"${names[at % names.length]}",CS-2026-${at},${track}`,
  );
  return new TextEncoder().encode(['email,full_name,roll_no,track', ...lines].join('\r\n'));
}

type Address = { apiUrl: string; secretKey: string };

/** Seconds until the worker, asked as pg_cron asks it, has brought the import to this status. */
export async function work({ apiUrl, secretKey }: Address, db: pg.Client, id: string, status: string): Promise<number> {
  const began = performance.now();
  for (;;) {
    const { rows } = await db.query<{ status: string }>('select status::text from public.imports where id = $1', [id]);
    if (rows[0]?.status === status) return (performance.now() - began) / 1000;
    const response = await fetch(`${apiUrl}/functions/v1/worker`, {
      method: 'POST',
      headers: { apikey: secretKey, 'content-type': 'application/json' },
      body: '{}',
    });
    const { claimed } = z.object({ claimed: z.number() }).parse(await response.json());
    if (claimed === 0) throw new Error(`The import does not become ${status}: it is ${rows[0]?.status ?? 'gone'}`);
  }
}

/** An institution with seats for everybody, and the work on its lists as the stack's worker does it. */
export async function openInstitution({ apiUrl, secretKey, dbUrl }: Address & { dbUrl: string }) {
  const storage: SupabaseClient = createClient(apiUrl, secretKey, { auth: { persistSession: false } });
  const db = new pg.Client({ connectionString: dbUrl });
  await db.connect();
  const text = async (sql: string, values: unknown[] = []) => {
    const { rows } = await db.query<Record<string, unknown>>(sql, values);
    return z.string().parse(Object.values(rows[0] ?? {})[0]);
  };
  await db.query(`insert into public.tracks (id, name, price, active) values ($1, 'AI Foundations', 0, true)`, [track]);
  const institution = await text(
    `insert into public.institutions (kind, name) values ('university', 'University') returning id`,
  );
  await db.query(
    `insert into public.institution_seats (institution_id, track_id, seats, price, valid_until) values ($1, $2, 1000000, 0, '2999-01-01')`,
    [institution, track],
  );
  // An enrolment is measured up to its invitation: the mails wait.
  await db.query(`create function private.hold_invitation() returns trigger language plpgsql as
    $$ begin new.next_attempt_at := 'infinity'; return new; end $$;
    create trigger hold_invitation before insert on private.outbox
      for each row when (new.kind = 'student.invite') execute function private.hold_invitation();`);

  const enqueue = (kind: string, id: string) =>
    db.query(`select private.enqueue($1, jsonb_build_object('import_id', $2::text), $1 || ':' || $2)`, [kind, id]);
  return {
    async upload(rows: number): Promise<string> {
      const path = `${institution}/${randomUUID()}/${randomUUID()}.csv`;
      const { error } = await storage.storage.from('imports').upload(path, listOf(rows), { contentType: 'text/csv' });
      if (error) throw error;
      return await text(
        `insert into public.imports (institution_id, path, file_name) values ($1, $2, 'students.csv') returning id`,
        [institution, path],
      );
    },
    async check(id: string): Promise<number> {
      await enqueue('import.check', id);
      return await work({ apiUrl, secretKey }, db, id, 'checked');
    },
    async enrol(id: string): Promise<number> {
      await db.query(`update public.imports set status = 'enrolling', confirmed_at = now() where id = $1`, [id]);
      await enqueue('import.enrol', id);
      return await work({ apiUrl, secretKey }, db, id, 'done');
    },
    count: async (sql: string, id: string) => Number(await text(`select (${sql})::text`, [id])),
    close: () => db.end(),
  };
}

import type pg from 'pg';
import { insert, text } from './builders.ts';
import type { Database } from './database.ts';

/** A block of seats; answers its id. */
export async function addSeats(
  db: Database,
  institutionId: string,
  trackId: string,
  seats = 10,
  validUntil = '2999-12-31',
): Promise<string> {
  return text(
    await insert(
      db,
      'public.institution_seats',
      { institution_id: institutionId, track_id: trackId, seats, price: 250000, valid_until: validUntil },
      'id',
    ),
  );
}

export interface StudentRow {
  row_number: number;
  email: string;
  full_name: string;
  roll_no: string | null;
  track_id: string;
}

export const studentRow = (number: number, trackId: string, email = `student-${number}@example.com`): StudentRow => ({
  row_number: number,
  email,
  full_name: `Student ${number}`,
  roll_no: `R${number}`,
  track_id: trackId,
});

export interface Placed {
  row_number: number;
  outcome: string;
  reason: string | null;
  seat_id: string | null;
}

/** Gives seats as the database's own functions do; on the client given, in its transaction. */
export async function placeStudents(client: pg.Client, institutionId: string, rows: StudentRow[]): Promise<Placed[]> {
  const { rows: placed } = await client.query<Placed>(
    'select * from private.place_students($1, $2, null, null, clock_timestamp())',
    [institutionId, JSON.stringify(rows)],
  );
  return placed;
}

/** One student on a seat; answers the ids of both. */
export async function addStudent(
  db: Database,
  institutionId: string,
  trackId: string,
  email: string,
): Promise<{ studentId: string; seatId: string }> {
  const [placed] = await placeStudents(db.owner, institutionId, [studentRow(1, trackId, email)]);
  const seatId = text(placed?.seat_id);
  return {
    seatId,
    studentId: text(await db.value('select student_id from public.student_seats where id = $1', [seatId])),
  };
}

/** A file as the worker hands it over: staged and checked. Answers the import. */
export async function addCheckedImport(
  db: Database,
  institutionId: string,
  createdBy: string,
  rows: Record<string, unknown>[],
  columns: Record<string, unknown> = {},
): Promise<string> {
  const id = text(
    await insert(
      db,
      'public.imports',
      {
        institution_id: institutionId,
        created_by: createdBy,
        path: `${institutionId}/${createdBy}/${crypto.randomUUID()}.csv`,
        file_name: 'students.csv',
        ...columns,
      },
      'id',
    ),
  );
  const run = await db.value(`select public.system_begin_check($1) ->> 'run'`, [id]);
  await db.value('select public.system_stage_import_rows($1, $2, $3)', [id, run, JSON.stringify(rows)]);
  await db.value('select public.system_finish_check($1, $2, $3)', [
    id,
    run,
    JSON.stringify({ encoding: 'utf-8', delimiter: ',', columns: ['email', 'full_name'], ignored: [] }),
  ]);
  return id;
}

import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { z } from 'zod';
import { insert, text } from './builders.ts';
import type { Database, Row } from './database.ts';
import { asPerson, type Session } from './people.ts';

export const statuses = ['new', 'contacted', 'qualified', 'negotiation', 'converted', 'lost'] as const;

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const reference = () => `ENQ-${Array.from(randomUUID().slice(0, 6), (c) => alphabet[c.charCodeAt(0) % 32]).join('')}`;

/** What a form sends, in the names of the database. */
export const enquiryOf = (more: Row = {}): Row => ({
  kind: 'university',
  institution_name: 'Sona University',
  contact_name: 'Asha Rao',
  contact_email: 'asha@sona.example',
  contact_phone: '+919876543210',
  message: 'We have students.',
  privacy_version: '2026-04-01',
  ...more,
});

/** A lead as it may lie in the table; answers its id. */
export async function addLead(db: Database, columns: Row = {}): Promise<string> {
  const { status } = columns;
  const institution =
    status === 'converted'
      ? { institution_id: await insert(db, 'public.institutions', { kind: 'school', name: 'Made' }, 'id') }
      : {};
  return text(
    await insert(
      db,
      'public.leads',
      {
        reference: reference(),
        kind: 'university',
        institution_name: 'Sona University',
        contact_name: 'Asha Rao',
        contact_email: `${randomUUID()}@sona.example`,
        contact_phone: '+919876543210',
        privacy_version: '2026-04-01',
        ...(status === 'lost' && { lost_reason: 'Too dear' }),
        ...((status === 'lost' || status === 'converted') && { closed_at: '2026-06-01T00:00:00Z' }),
        ...institution,
        ...columns,
      },
      'id',
    ),
  );
}

const submittedSchema = z.object({ reference: z.string(), joined: z.boolean() });

export const submitEnquiry = async (
  client: { query(sql: string, values: unknown[]): Promise<{ rows: Row[] }> },
  more: Row = {},
  { address = 'address', now = '2030-01-01T00:00:00Z' }: { address?: string | null; now?: string } = {},
) => {
  const { rows } = await client.query('select private.submit_enquiry($1, $2, $3) as answer', [
    JSON.stringify(enquiryOf(more)),
    address,
    now,
  ]);
  return submittedSchema.parse(rows[0]?.answer);
};

/** Acts of one person on one connection, kept unless they fail. */
export const actingAs = (client: pg.Client, userId: string) => {
  const act = <T>(run: (session: Session) => Promise<T>) => asPerson(client, { userId }, run, { keep: true });
  return {
    value: (sql: string, values?: unknown[]) => act((session) => session.value(sql, values)),
    refusal: (sql: string, values?: unknown[]) => act((session) => session.refusal(sql, values)),
  };
};

import { createClient } from '@supabase/supabase-js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { submitEnquiryRequestSchema } from '../contracts/submit-enquiry.ts';
import { createLeadStore } from './leads.ts';

const enquiry = submitEnquiryRequestSchema.parse({
  kind: 'school',
  institutionName: 'Sona School',
  contactName: 'Asha Rao',
  email: 'asha@sona.edu',
  phone: '9876543210',
  expectedStudents: 200,
  trackIds: ['ai-basics'],
  privacyVersion: '2026-04-01',
});
const sentSchema = z.object({ p_enquiry: z.record(z.string(), z.unknown()), p_address_hash: z.string() });

/** A database behind HTTP that keeps what it was sent. */
function setUp(answer: unknown, status = 200) {
  const sent: z.infer<typeof sentSchema>[] = [];
  const client = createClient('http://database.test', 'key', {
    global: {
      fetch: async (_url, init) => {
        sent.push(sentSchema.parse(JSON.parse(String(init?.body))));
        return Response.json(answer, { status });
      },
    },
  });
  return { store: createLeadStore(client), sent };
}

describe('an enquiry on its way to the database', () => {
  it("carries the form's fields under the names of the columns", async () => {
    const { store, sent } = setUp({ reference: 'ENQ-7F3K9Q', joined: false });
    expect(await store.submitEnquiry(enquiry, 'hash')).toEqual({ reference: 'ENQ-7F3K9Q', joined: false });
    expect(sent).toEqual([
      {
        p_enquiry: {
          kind: 'school',
          institution_name: 'Sona School',
          contact_name: 'Asha Rao',
          contact_email: 'asha@sona.edu',
          contact_phone: '9876543210',
          expected_students: 200,
          track_ids: ['ai-basics'],
          privacy_version: '2026-04-01',
        },
        p_address_hash: 'hash',
      },
    ]);
  });

  it('leaves out what Postgres cannot keep, and nothing else', async () => {
    const { store, sent } = setUp({ reference: 'ENQ-7F3K9Q', joined: false });
    const message = 'One\r\nTwo\u0000\u0007\tthree \ud83d \udc4d 👍 नमस्ते';
    await store.submitEnquiry({ ...enquiry, message, trackIds: ['a\u0000'] }, 'hash');
    expect(sent[0]?.p_enquiry).toMatchObject({ message: 'One\nTwo\tthree   👍 नमस्ते', track_ids: ['a'] });
  });

  it('that the database refuses names the field as the form does', async () => {
    const { store } = setUp({ code: 'P0001', message: 'invalid_contact_email', details: 'x' }, 400);
    await expect(store.submitEnquiry(enquiry, 'hash')).rejects.toMatchObject({
      status: 400,
      code: 'invalid_input',
      fields: { email: 'invalid' },
    });
  });

  it('that is one too many is told so', async () => {
    const { store } = setUp({ code: 'P0001', message: 'too_many_requests', details: 'Wait.' }, 400);
    await expect(store.submitEnquiry(enquiry, 'hash')).rejects.toMatchObject({
      status: 429,
      code: 'too_many_requests',
    });
  });

  it('is not believed when the answer is not one', async () => {
    const { store } = setUp({ reference: 7 });
    await expect(store.submitEnquiry(enquiry, 'hash')).rejects.toMatchObject({ status: 500, code: 'internal' });
  });
});

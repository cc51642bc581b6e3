import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import type { Enquiry } from '../contracts/submit-enquiry.ts';
import { HttpError } from '../http/errors.ts';
import { callRpc } from './client.ts';

const submittedSchema = z.object({ reference: z.string(), joined: z.boolean() });

/** Columns whose field has another name in the form. */
const fieldByColumn: Record<string, string> = {
  institution_name: 'institutionName',
  contact_name: 'contactName',
  contact_email: 'email',
  contact_phone: 'phone',
  expected_students: 'expectedStudents',
  track_ids: 'trackIds',
  privacy_version: 'privacyVersion',
};

/** Text that Postgres can keep: line breaks and tabs are the only control characters, and no half of a pair stands alone. */
const storable = (text: string) => text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])[\p{Cc}\p{Cs}]/gu, '');

/** The database names the field that it refuses; so does the answer. */
function namingTheField(error: unknown): unknown {
  const column = error instanceof HttpError ? /^invalid_(\w+)$/.exec(error.code)?.[1] : undefined;
  if (column === undefined) return error;
  const field = fieldByColumn[column] ?? column;
  return new HttpError(400, 'invalid_input', `Check these fields: ${field}.`, { [field]: 'invalid' });
}

export function createLeadStore(client: SupabaseClient) {
  return {
    /** Makes a lead, or joins the open one of the same e-mail and institution; everything that follows is queued with it. */
    async submitEnquiry(
      enquiry: Omit<Enquiry, 'homepage'>,
      addressHash: string,
    ): Promise<z.infer<typeof submittedSchema>> {
      const fields = {
        kind: enquiry.kind,
        institution_name: enquiry.institutionName,
        contact_name: enquiry.contactName,
        contact_email: enquiry.email,
        contact_phone: enquiry.phone,
        designation: enquiry.designation,
        website: enquiry.website,
        address: enquiry.address,
        city: enquiry.city,
        state: enquiry.state,
        expected_students: enquiry.expectedStudents,
        track_ids: enquiry.trackIds?.map(storable),
        message: enquiry.message,
        privacy_version: enquiry.privacyVersion,
      };
      const kept = Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? storable(value) : value]),
      );
      try {
        return await callRpc(
          client,
          'system_submit_enquiry',
          { p_enquiry: kept, p_address_hash: addressHash },
          submittedSchema,
        );
      } catch (error) {
        throw namingTheField(error);
      }
    },
  };
}
export type LeadStore = ReturnType<typeof createLeadStore>;

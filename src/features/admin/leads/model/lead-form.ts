import { z } from 'zod';
import { leadKinds, type LeadDetail } from '../schemas';

// Messages are keys of the `leads` texts. The database cleans and checks the same fields again and names the one that it refuses.
const optional = (max: number) => z.string().trim().max(max, 'fault.tooLong');

/** An address as people type it, without its scheme, gets one. */
const website = optional(200)
  .transform((value) => (value === '' || /^[a-z]+:\/\//i.test(value) ? value : `https://${value}`))
  .pipe(z.string().regex(/^(?:https?:\/\/[^/?#@\s]+(?:[/?#]\S*)?)?$/i, 'fault.website'));

export const leadFormSchema = z.object({
  kind: z.enum(leadKinds),
  institution_name: z.string().trim().min(2, 'fault.institution_name').max(200, 'fault.tooLong'),
  contact_name: z.string().trim().min(2, 'fault.contact_name').max(120, 'fault.tooLong'),
  designation: optional(120),
  contact_email: z.string().trim().toLowerCase().pipe(z.email('fault.email')),
  contact_phone: z
    .string()
    .transform((value) => value.replace(/[\s().-]/g, ''))
    .pipe(z.string().regex(/^\+?\d{8,15}$/, 'fault.phone')),
  website,
  address: optional(400),
  city: optional(120),
  state: z.string().regex(/^(?:\d{2})?$/, 'fault.state'),
  expected_students: z
    .string()
    .trim()
    .regex(/^(?:[1-9]\d{0,6})?$/, 'fault.students')
    .refine((value) => Number(value) <= 1_000_000, 'fault.students'),
  track_ids: z.array(z.string()),
});
export type LeadForm = z.input<typeof leadFormSchema>;

export const leadFields = leadFormSchema.keyof().options;
export type LeadField = (typeof leadFields)[number];

export const toLeadForm = (lead: LeadDetail): LeadForm => ({
  kind: lead.kind,
  institution_name: lead.institution_name,
  contact_name: lead.contact_name,
  designation: lead.designation ?? '',
  contact_email: lead.contact_email,
  contact_phone: lead.contact_phone,
  website: lead.website ?? '',
  address: lead.address ?? '',
  city: lead.city ?? '',
  state: lead.state ?? '',
  expected_students: lead.expected_students === null ? '' : String(lead.expected_students),
  track_ids: lead.track_ids,
});

/** By name as the database has them; null empties a field. */
export type LeadChanges = { [field: string]: string | number | string[] | null };

/** Only what the person changed, so that a colleague's change of another field stays. */
export function changesOf(form: LeadForm, lead: LeadDetail): LeadChanges {
  const after = leadFormSchema.parse(form);
  const before = toLeadForm(lead);
  const changed = leadFields.filter((field) => String(after[field]) !== String(before[field]));
  return Object.fromEntries(changed.map((field) => [field, stored(field, after[field])]));
}

function stored(field: LeadField, value: string | string[]): LeadChanges[string] {
  if (value === '') return null;
  return field === 'expected_students' ? Number(value) : value;
}

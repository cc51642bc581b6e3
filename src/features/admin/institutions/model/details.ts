import { z } from 'zod';
import { institutionKinds, type InstitutionDetail } from '../schemas';

// Messages are keys of the `adminInstitutions` texts. The database checks the same again and names the field that it refuses.
const optional = (max: number) => z.string().trim().max(max, 'fault.tooLong');

export const detailsSchema = z
  .object({
    name: z.string().trim().min(2, 'fault.name').max(200, 'fault.tooLong'),
    kind: z.enum(institutionKinds),
    contact_name: z.string().trim().min(2, 'fault.contact_name').max(200, 'fault.tooLong'),
    contact_email: z.string().trim().toLowerCase().pipe(z.email('fault.email')),
    contact_phone: z
      .string()
      .trim()
      .regex(/^(?:\+?[0-9 ().-]{8,40})?$/, 'fault.phone'),
    address: optional(1000),
    state: z.string(),
    gstin: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^(?:\d{2}[A-Z]{5}\d{4}[A-Z][A-Z0-9]Z[A-Z0-9])?$/, 'fault.gstin'),
  })
  .refine(({ gstin, state }) => gstin === '' || (state !== '' && gstin.startsWith(state)), {
    path: ['gstin'],
    message: 'fault.gstinState',
  });
export type Details = z.input<typeof detailsSchema>;
export type DetailField = keyof Details;

const detailFields: readonly DetailField[] = [
  'name',
  'kind',
  'contact_name',
  'contact_email',
  'contact_phone',
  'state',
  'gstin',
  'address',
];

export const toDetails = (institution: InstitutionDetail): Details => ({
  name: institution.name,
  kind: institution.kind,
  contact_name: institution.contact_name,
  contact_email: institution.contact_email,
  contact_phone: institution.contact_phone ?? '',
  address: institution.address ?? '',
  state: institution.state ?? '',
  gstin: institution.gstin ?? '',
});

export const noDetails: Details = {
  name: '',
  kind: 'university',
  contact_name: '',
  contact_email: '',
  contact_phone: '',
  address: '',
  state: '',
  gstin: '',
};

/** Only what was changed, so that a colleague's change of another field stays; empty is null. */
export function changesOf(details: Details, institution: InstitutionDetail): Record<string, string | null> {
  const after = detailsSchema.parse(details);
  const before = toDetails(institution);
  const changed = detailFields.filter((field) => after[field] !== before[field]);
  return Object.fromEntries(changed.map((field) => [field, after[field] === '' ? null : after[field]]));
}

import { consentVersion } from '@contracts/consent.ts';
import {
  enquiryKindSchema,
  submitEnquiryRequestSchema,
  type EnquiryKind,
  type SubmitEnquiryRequest,
} from '@contracts/submit-enquiry.ts';

export const enquiryKinds = enquiryKindSchema.options;
export const isEnquiryKind = (value: string | null): value is EnquiryKind =>
  enquiryKinds.some((kind) => kind === value);

const texts = {
  institutionName: '',
  website: '',
  address: '',
  city: '',
  state: '',
  expectedStudents: '',
  message: '',
  contactName: '',
  designation: '',
  email: '',
  phone: '',
};
export type EnquiryText = keyof typeof texts;
/** The form as it is typed. The kind is no part of it: it stands in the page's address. */
export type EnquiryForm = Record<EnquiryText, string> & { trackIds: string[]; consent: boolean; homepage: string };
export type EnquiryField = EnquiryText | 'kind' | 'trackIds' | 'consent';

export const emptyEnquiry: EnquiryForm = { ...texts, trackIds: [], consent: false, homepage: '' };

/** In the order of the page, so that what is wrong is listed as it is met. */
export const enquiryFields: readonly EnquiryField[] = [
  'kind',
  'institutionName',
  'website',
  'address',
  'city',
  'state',
  'expectedStudents',
  'trackIds',
  'message',
  'contactName',
  'designation',
  'email',
  'phone',
  'consent',
];

/** People write 1,200 or 1 200; whatever is no whole number stays one that the contract refuses. */
function count(value: string): number | undefined {
  const digits = value.replace(/[\s,]/g, '');
  if (digits === '') return undefined;
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
}

const given = (value: string) => (value.trim() === '' ? undefined : value.trim());

/** What the contract wants: a field that was left empty is left out. */
export function toEnquiry(kind: EnquiryKind, form: EnquiryForm): SubmitEnquiryRequest {
  return {
    kind,
    institutionName: form.institutionName,
    contactName: form.contactName,
    email: form.email,
    phone: form.phone,
    designation: given(form.designation),
    website: given(form.website),
    address: given(form.address),
    city: given(form.city),
    state: given(form.state),
    expectedStudents: count(form.expectedStudents),
    trackIds: form.trackIds.length > 0 ? form.trackIds : undefined,
    message: given(form.message),
    privacyVersion: consentVersion,
    homepage: form.homepage,
  };
}

export type EnquiryFaults = Partial<Record<EnquiryField, string>>;

/** The codes by field, from issues of the schema here or from the function's `fields`; `trackIds.2` is the field `trackIds`. */
export function faultsByField(found: readonly (readonly [path: string, code: string])[]): EnquiryFaults {
  const codes = new Map<string, string>();
  for (const [path, code] of found) {
    const field = path.split('.')[0] ?? path;
    if (!codes.has(field)) codes.set(field, code);
  }
  return Object.fromEntries(enquiryFields.flatMap((field) => (codes.has(field) ? [[field, codes.get(field)]] : [])));
}

/** What keeps the form from being sent: the same schema that the function checks with, and the consent. */
export function faultsOf(kind: EnquiryKind | null, form: EnquiryForm): EnquiryFaults {
  const result = submitEnquiryRequestSchema.safeParse(toEnquiry(kind ?? 'university', form));
  const found = (result.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message] as const);
  if (kind === null) found.push(['kind', 'missing']);
  if (!form.consent) found.push(['consent', 'missing']);
  return faultsByField(found);
}

import { z } from 'zod';

export const enquiryKindSchema = z.enum(['university', 'school', 'organisation']);
export type EnquiryKind = z.infer<typeof enquiryKindSchema>;

const maxExpectedStudents = 1_000_000;

/*
 * The messages are codes, `missing`, `invalid`, `too_long` and `too_many`: the function answers them in `fields`, the form
 * turns them into sentences.
 */
const text = (max: number) => z.string('missing').trim().max(max, 'too_long');
/** One line: a line break in a name could reach the head of a mail. */
const line = (max: number) => text(max).regex(/^\P{Cc}*$/u, 'invalid');
const required = (max: number) => line(max).refine((value) => value.length > 0, 'missing');
const name = (max: number) => required(max).refine((value) => value.length !== 1, 'invalid');

function isWebAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username } = new URL(value);
  return /^https?:$/.test(protocol) && username === '' && /^[^.\s].*\.[^.\s]{2,}$/.test(hostname);
}

/**
 * An institution's enquiry; optional fields are left out, not empty. Open to everybody. Refusals: 400 `invalid_input` with
 * `fields`, 429 `too_many_requests`.
 */
export const submitEnquiryRequestSchema = z.object({
  kind: enquiryKindSchema,
  institutionName: name(200),
  contactName: name(120),
  email: required(254).toLowerCase().pipe(z.email('invalid')),
  phone: required(40)
    .transform((value) => value.replace(/[\s().-]/g, ''))
    .pipe(z.string().regex(/^(?:\+?\d{8,15})?$/, 'invalid')),
  designation: line(120).optional(),
  /** Kept with its scheme; people type addresses without one. */
  website: line(200)
    .transform((value) => (/^[a-z]+:\/\//i.test(value) ? value : `https://${value}`))
    .pipe(z.string().max(200, 'too_long').refine(isWebAddress, 'invalid'))
    .optional(),
  address: text(400).optional(),
  city: line(120).optional(),
  /** GST state code, for example "29" for Karnataka. */
  state: z
    .string()
    .regex(/^[0-9]{2}$/, 'invalid')
    .optional(),
  expectedStudents: z
    .number('invalid')
    .int('invalid')
    .min(1, 'invalid')
    .max(maxExpectedStudents, 'too_many')
    .optional(),
  trackIds: z.array(z.string().min(1).max(100)).max(50, 'too_many').optional(),
  message: text(2000).optional(),
  /** Version of the privacy notice that the page showed and the sender accepted. */
  privacyVersion: z.string('missing').min(1, 'missing').max(40, 'invalid'),
  /** Honeypot, out of people's sight. A filled one is answered like a success, and nothing is written. */
  homepage: z.string().optional(),
});
export type SubmitEnquiryRequest = z.input<typeof submitEnquiryRequestSchema>;
export type Enquiry = z.output<typeof submitEnquiryRequestSchema>;

export const submitEnquiryResponseSchema = z.object({
  /** What both sides name the enquiry by, for example ENQ-7F3K9Q. A repeat gets the one of the open lead. */
  reference: z.string(),
});
export type SubmitEnquiryResponse = z.infer<typeof submitEnquiryResponseSchema>;

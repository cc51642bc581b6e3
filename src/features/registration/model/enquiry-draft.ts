import { z } from 'zod';
import { emptyEnquiry, type EnquiryForm } from './enquiry-form';

const slot = 'registration.enquiry';
const text = z.string().catch('');

/** Whatever is kept and no longer fits is dropped; consent and the honeypot are never kept. */
const draftSchema = z.object({
  institutionName: text,
  website: text,
  address: text,
  city: text,
  state: text,
  expectedStudents: text,
  trackIds: z.array(z.string()).catch([]),
  message: text,
  contactName: text,
  designation: text,
  email: text,
  phone: text,
});

function read(): EnquiryForm {
  const kept = sessionStorage.getItem(slot);
  if (kept === null) return emptyEnquiry;
  try {
    return { ...emptyEnquiry, ...draftSchema.parse(JSON.parse(kept)) };
  } catch {
    return emptyEnquiry;
  }
}

/** What was typed, kept for this tab until it is sent, so that a reload loses nothing. */
export const enquiryDraft = {
  read,
  keep: (form: EnquiryForm): void => sessionStorage.setItem(slot, JSON.stringify(draftSchema.parse(form))),
  forget: (): void => sessionStorage.removeItem(slot),
};

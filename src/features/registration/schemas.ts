import { isPasswordLongEnough, isPasswordShortEnough } from '@contracts/password.ts';
import { z } from 'zod';

/** The details of a new learner. Messages are keys of the `registration` texts. */
export const detailsSchema = z.object({
  fullName: z.string().trim().min(2, 'errors.fullName').max(120, 'errors.fullName'),
  email: z.string().trim().toLowerCase().pipe(z.email('errors.email')),
  phone: z
    .string()
    .trim()
    .transform((value) => value.replace(/[\s()-]/g, ''))
    .pipe(z.string().regex(/^\+?\d{8,15}$/, 'errors.phone')),
  organization: z.string().trim().max(160, 'errors.tooLong'),
  designation: z.string().trim().max(120, 'errors.tooLong'),
  location: z.string().trim().max(120, 'errors.tooLong'),
  password: z
    .string()
    .refine(isPasswordLongEnough, 'errors.password')
    .refine(isPasswordShortEnough, 'errors.passwordLong'),
  consent: z.literal(true, 'errors.consent'),
});
export type DetailsForm = Omit<z.input<typeof detailsSchema>, 'consent'> & { consent: boolean };
export type Details = z.output<typeof detailsSchema>;

export const emailCodeSchema = z.object({ code: z.string().regex(/^\d{6}$/, 'errors.code') });

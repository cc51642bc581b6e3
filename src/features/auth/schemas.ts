import { isPasswordLongEnough, isPasswordShortEnough } from '@contracts/password.ts';
import * as z from 'zod/mini';

// The messages are keys of the area "auth"; the fields translate them.
const email = z.string().check(z.trim(), z.minLength(1, 'errors.emailRequired'), z.email('errors.emailWrong'));

export const signInSchema = z.object({
  email,
  password: z.string().check(z.minLength(1, 'errors.passwordRequired')),
});

export const emailSchema = z.object({ email });

const newPassword = z
  .string()
  .check(
    z.refine(isPasswordLongEnough, 'errors.passwordShort'),
    z.refine(isPasswordShortEnough, 'errors.passwordLong'),
  );

export const newPasswordSchema = z
  .object({
    password: newPassword,
    repeat: z.string(),
  })
  .check(z.refine((values) => values.password === values.repeat, { error: 'errors.repeatWrong', path: ['repeat'] }));

/** The first account of somebody who was invited. */
export const newAccountSchema = z.object({
  fullName: z.string().check(z.trim(), z.minLength(2, 'errors.nameRequired'), z.maxLength(120, 'errors.nameLong')),
  password: newPassword,
  consent: z.literal(true, 'errors.consentRequired'),
});

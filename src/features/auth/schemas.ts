import * as z from 'zod/mini';

// The messages are keys of the area "auth"; the fields translate them.
const email = z.string().check(z.trim(), z.minLength(1, 'errors.emailRequired'), z.email('errors.emailWrong'));

export const signInSchema = z.object({
  email,
  password: z.string().check(z.minLength(1, 'errors.passwordRequired')),
});

export const emailSchema = z.object({ email });

/** Length beats symbols; 72 bytes is where the hash stops reading. */
export const newPasswordSchema = z
  .object({
    password: z.string().check(
      z.minLength(10, 'errors.passwordShort'),
      z.refine((value) => new TextEncoder().encode(value).length <= 72, 'errors.passwordLong'),
    ),
    repeat: z.string(),
  })
  .check(z.refine((values) => values.password === values.repeat, { error: 'errors.repeatWrong', path: ['repeat'] }));

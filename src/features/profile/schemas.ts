import { isPasswordLongEnough, isPasswordShortEnough } from '@contracts/password.ts';
import * as z from 'zod/mini';

const text = (maximum: number) => z.string().check(z.trim(), z.maxLength(maximum, 'errors.tooLong'));

/** What a person may change of the own profile. Messages are keys of the `profile` texts. */
export const profileSchema = z.object({
  full_name: z.string().check(z.trim(), z.minLength(2, 'errors.fullName'), z.maxLength(120, 'errors.fullName')),
  phone: z.string().check(z.trim(), z.regex(/^(\+?[\d\s()-]{8,20})?$/, 'errors.phone')),
  organization: text(160),
  designation: text(120),
  location: text(120),
  bio: text(1000),
});
export type ProfileForm = z.input<typeof profileSchema>;

export const passwordSchema = z.object({
  password: z
    .string()
    .check(z.refine(isPasswordLongEnough, 'errors.password'), z.refine(isPasswordShortEnough, 'errors.tooLong')),
});

const photoTypes: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };
const photoBytes = 2 * 1024 * 1024;

/** What is wrong with a photo, or how its file ends. The bucket checks type and size again. */
export function checkPhoto(
  file: Pick<File, 'type' | 'size'>,
): { problem: 'wrongType' | 'tooLarge' } | { extension: string } {
  const extension = photoTypes[file.type];
  if (extension === undefined) return { problem: 'wrongType' };
  if (file.size > photoBytes) return { problem: 'tooLarge' };
  return { extension };
}

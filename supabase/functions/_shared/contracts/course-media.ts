import { z } from 'zod';

/** Where an upload lies in the bucket: each file in a folder of its own, so that none is ever replaced. */
const path = z
  .string()
  .regex(/^modules\/[0-9a-f-]{36}\/[0-9a-f-]{36}\/(?:video\.mp4|video\.webm|notes\.pdf)$/, 'Not a file of a module.');

export const checkCourseMediaRequestSchema = z.object({ path });

export const mediaFaultSchema = z.enum(['wrong_content', 'empty']);
export type MediaFault = z.infer<typeof mediaFaultSchema>;

/** fault is null for a file that is what its name says. */
export const checkCourseMediaResponseSchema = z.object({ fault: mediaFaultSchema.nullable() });
export type CheckCourseMediaResponse = z.infer<typeof checkCourseMediaResponseSchema>;

export type MediaType = 'mp4' | 'webm' | 'pdf';

/** So many bytes tell the type. */
export const headBytes = 64;

const begins = (bytes: Uint8Array, at: number, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[at + index] === byte);
const codes = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
const ftyp = codes('ftyp');
const ebml = [0x1a, 0x45, 0xdf, 0xa3];
const webm = codes('webm');
const pdf = codes('%PDF-');

/** What a file is by its first bytes, whatever it is called: ISO 14496-12 (ftyp), the WebM header (EBML with its DocType), ISO 32000 (%PDF-). */
export function mediaTypeOf(head: Uint8Array): MediaType | null {
  if (begins(head, 0, pdf)) return 'pdf';
  if (begins(head, 4, ftyp)) return 'mp4';
  const end = Math.min(head.length, headBytes) - webm.length;
  if (begins(head, 0, ebml)) {
    for (let at = ebml.length; at <= end; at += 1) if (begins(head, at, webm)) return 'webm';
  }
  return null;
}

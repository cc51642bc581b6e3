import { z } from 'zod';

export const certificatesZipRequestSchema = z.object({
  institutionId: z.uuid(),
  /** Without it: the certificates of every track. */
  trackId: z.string().min(1).max(100).optional(),
});
export type CertificatesZipRequest = z.infer<typeof certificatesZipRequestSchema>;

/**
 * Refusals: 403 `forbidden` (not a manager of this institution at this moment), 409 `no_certificates`,
 * 429 `too_many_requests`.
 */
export const certificatesZipResponseSchema = z.object({
  /** Opened by the browser within a minute; answers `application/zip` as an attachment, or 401 `ticket_expired`. */
  url: z.url(),
  /** How many documents the archive will hold; the list of them and a note of failures come on top. */
  count: z.number().int(),
});
export type CertificatesZipResponse = z.infer<typeof certificatesZipResponseSchema>;

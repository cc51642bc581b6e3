import { z } from 'zod';

export const ticketPurpose = 'certificates-zip';
/** A browser follows the link at once. */
export const ticketSeconds = 60;

/** Who asked for which certificates; what they may have is read when they are handed out. */
export const ticketSchema = z.object({ userId: z.uuid(), institutionId: z.uuid(), trackId: z.string().nullable() });
export type ArchiveTicket = z.infer<typeof ticketSchema>;

import { z } from 'zod';

/** The answer is `application/pdf`. */
export const certificatePdfRequestSchema = z.object({ certificateId: z.uuid() });

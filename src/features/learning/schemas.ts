import * as z from 'zod/mini';

/** What `complete_module` answers: the progress of the enrolment. */
export const completionSchema = z.object({
  modules_total: z.number(),
  modules_completed: z.number(),
  percent: z.number(),
});

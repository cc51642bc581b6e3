import * as z from 'zod/mini';

/** Prices in paise before tax, score in per cent. */
export const trackSchema = z.object({
  id: z.string(),
  name: z.string(),
  tagline: z.string(),
  description: z.string(),
  color: z.string(),
  icon: z.string(),
  duration_hours: z.number(),
  price: z.int(),
  addon_price: z.int(),
  renewal_price: z.int(),
  passing_score: z.number(),
  target_audience: z.array(z.string()),
  prerequisites: z.array(z.string()),
  competencies: z.array(z.string()),
  validity_months: z.int(),
  access_months: z.int(),
  attempts_included: z.int(),
  exam_minutes: z.int(),
  cooldown_hours: z.int(),
});

export const trackColumns = Object.keys(trackSchema.shape).join(',');

export type Track = z.infer<typeof trackSchema>;

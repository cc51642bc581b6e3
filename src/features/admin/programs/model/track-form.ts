import { z } from 'zod';
import { paiseToRupees, rupeesToPaise } from '~/lib/format/rupees';
import type { TrackFields } from '../schemas';

// Messages are keys of the `programs` texts. The database checks the same bounds again and names the field that it refuses.

export const trackColors = ['indigo', 'teal', 'grape', 'orange'] as const;
export const trackIcons = ['certificate', 'bulb', 'code', 'compass', 'chart'] as const;

export const whole = (least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, 'fault.number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, 'fault.range');

const rupees = z.string().transform((value, context) => {
  const paise = rupeesToPaise(value);
  if (paise !== null && paise <= 100_000_000) return paise;
  context.addIssue({ code: 'custom', message: 'fault.price' });
  return z.NEVER;
});

/** One entry a line. */
export const lines = z
  .string()
  .transform((value) => value.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])))
  .refine((entries) => entries.length <= 30, 'fault.lines')
  .refine((entries) => entries.every((line) => line.length <= 200), 'fault.lineLength');

const line = (most: number) => z.string().trim().max(most, 'fault.tooLong');

/** What a person types, by field; the parsed value is what is kept. */
export const trackRules = {
  name: line(200).min(2, 'fault.tooShort'),
  tagline: line(200),
  color: z.enum(['', ...trackColors], 'fault.refused'),
  icon: z.enum(['', ...trackIcons], 'fault.refused'),
  duration_hours: whole(0, 2000),
  price: rupees,
  addon_price: rupees,
  renewal_price: rupees,
  validity_months: whole(1, 120),
  access_months: whole(1, 120),
  attempts_included: whole(0, 20),
  exam_minutes: whole(5, 600),
  cooldown_hours: whole(0, 2160),
  passing_score: whole(1, 100),
  target_audience: lines,
  prerequisites: lines,
  competencies: lines,
};

export type TrackForm = { [Name in keyof typeof trackRules]: string };

export const trackIdRule = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9-]{1,60}$/, 'fault.id');

export const toTrackForm = (fields: TrackFields): TrackForm => ({
  name: fields.name,
  tagline: fields.tagline,
  color: fields.color,
  icon: fields.icon,
  duration_hours: String(fields.duration_hours),
  price: paiseToRupees(fields.price),
  addon_price: paiseToRupees(fields.addon_price),
  renewal_price: paiseToRupees(fields.renewal_price),
  validity_months: String(fields.validity_months),
  access_months: String(fields.access_months),
  attempts_included: String(fields.attempts_included),
  exam_minutes: String(fields.exam_minutes),
  cooldown_hours: String(fields.cooldown_hours),
  passing_score: String(fields.passing_score),
  target_audience: fields.target_audience.join('\n'),
  prerequisites: fields.prerequisites.join('\n'),
  competencies: fields.competencies.join('\n'),
});

/** An address from a name: "AI for Schools!" → "ai-for-schools". */
export const idFrom = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);

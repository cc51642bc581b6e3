import { z } from 'zod';

export const catalogueStates = ['draft', 'published', 'changed', 'archived'] as const;
export type CatalogueState = (typeof catalogueStates)[number];
export const difficulties = ['beginner', 'intermediate', 'advanced'] as const;

/** As Tiptap writes it and the database checks it. */
export const documentSchema = z.object({ type: z.literal('doc'), content: z.array(z.unknown()).optional() });
export type RichDocument = z.infer<typeof documentSchema>;

const state = z.enum(catalogueStates);
const named = z.object({ id: z.string(), name: z.string() });

export const trackRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  tagline: z.string(),
  color: z.string(),
  icon: z.string(),
  /** Paise. */
  price: z.number(),
  modules: z.number(),
  state,
  published_at: z.string().nullable(),
  edited_at: z.string().nullable(),
  edited_by: z.string().nullable(),
});
export type TrackRow = z.infer<typeof trackRowSchema>;
export const trackListSchema = z.object({ all: z.number(), rows: z.array(trackRowSchema) });

export const moduleCardSchema = z.object({
  id: z.string(),
  title: z.string(),
  difficulty: z.enum(difficulties),
  duration_minutes: z.number(),
  state,
  video: z.boolean(),
  pdf: z.boolean(),
  edited_at: z.string(),
  tracks: z.array(named),
});
export type ModuleCard = z.infer<typeof moduleCardSchema>;

export const moduleCursorSchema = z.object({ title: z.string(), id: z.string() });
export type ModuleCursor = z.infer<typeof moduleCursorSchema>;
export const moduleListSchema = z.object({
  rows: z.array(moduleCardSchema),
  next: moduleCursorSchema.nullable(),
  total: z.number(),
  total_capped: z.boolean(),
});

export const trackFieldsSchema = z.object({
  name: z.string(),
  tagline: z.string(),
  content: documentSchema.nullable(),
  color: z.string(),
  icon: z.string(),
  duration_hours: z.number(),
  price: z.number(),
  addon_price: z.number(),
  renewal_price: z.number(),
  passing_score: z.number(),
  target_audience: z.array(z.string()),
  prerequisites: z.array(z.string()),
  competencies: z.array(z.string()),
  validity_months: z.number(),
  access_months: z.number(),
  attempts_included: z.number(),
  exam_minutes: z.number(),
  cooldown_hours: z.number(),
  modules: z.array(z.string()),
});
export type TrackFields = z.infer<typeof trackFieldsSchema>;

export const moduleFieldsSchema = z.object({
  title: z.string(),
  description: z.string(),
  content: documentSchema.nullable(),
  duration_minutes: z.number(),
  difficulty: z.enum(difficulties),
  topics: z.array(z.string()),
  video_path: z.string().nullable(),
  video_seconds: z.number().nullable(),
  pdf_path: z.string().nullable(),
});
export type ModuleFields = z.infer<typeof moduleFieldsSchema>;

const draft = {
  state,
  published_at: z.string().nullable(),
  archived_at: z.string().nullable(),
  version: z.number(),
  edited_at: z.string().nullable(),
  edited_by: z.string().nullable(),
};

export const trackDetailSchema = z.object({
  ...draft,
  id: z.string(),
  /** In plain words, as long as there is no document. */
  description: z.string(),
  live: trackFieldsSchema,
  changes: trackFieldsSchema.partial(),
  modules: z.array(moduleCardSchema),
});
export type TrackDetail = z.infer<typeof trackDetailSchema>;

const mediaSchema = z
  .object({
    state: z.enum(['good', 'unchecked', 'refused', 'missing', 'elsewhere']),
    bytes: z.number().nullable().optional(),
  })
  .nullable();
export type MediaFacts = z.infer<typeof mediaSchema>;

export const moduleDetailSchema = z.object({
  ...draft,
  id: z.string(),
  /** The lesson in Markdown, as long as there is no document. */
  body: z.string(),
  live: moduleFieldsSchema,
  changes: moduleFieldsSchema.partial(),
  video: mediaSchema,
  pdf: mediaSchema,
  tracks: z.array(named),
});
export type ModuleDetail = z.infer<typeof moduleDetailSchema>;

/** What a save answers. */
export const savedSchema = z.object({ version: z.number(), changes: z.record(z.string(), z.unknown()) });
export type Saved = z.infer<typeof savedSchema>;

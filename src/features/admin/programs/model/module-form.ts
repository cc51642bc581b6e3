import { z } from 'zod';
import { difficulties, type ModuleFields } from '../schemas';
import { lines, whole } from './track-form';

/** What a person types, by field; the parsed value is what is kept. Messages are keys of the `programs` texts. */
export const moduleRules = {
  title: z.string().trim().min(2, 'fault.tooShort').max(200, 'fault.tooLong'),
  description: z.string().trim().max(1000, 'fault.tooLong'),
  duration_minutes: whole(0, 6000),
  difficulty: z.enum(difficulties, 'fault.refused'),
  topics: lines,
};

export type ModuleForm = { [Name in keyof typeof moduleRules]: string };

export const toModuleForm = (fields: ModuleFields): ModuleForm => ({
  title: fields.title,
  description: fields.description,
  duration_minutes: String(fields.duration_minutes),
  difficulty: fields.difficulty,
  topics: fields.topics.join('\n'),
});

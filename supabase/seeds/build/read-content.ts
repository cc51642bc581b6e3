import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readQuestions, type Question } from './read-questions.ts';

const contentDir = join(import.meta.dirname, '../content');

/** Every video is cut to this length; the test reads it back from the files. */
export const VIDEO_SECONDS = 16;

const trackSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  tagline: z.string(),
  description: z.string(),
  color: z.string(),
  icon: z.string(),
  durationHours: z.int(),
  price: z.int().describe('paise, before tax'),
  addonPrice: z.int(),
  renewalPrice: z.int(),
  passingScore: z.int(),
  targetAudience: z.array(z.string()),
  prerequisites: z.array(z.string()),
  competencies: z.array(z.string()),
  cooldownHours: z.int(),
  credlyTemplateId: z.uuid(),
});
export type Track = z.infer<typeof trackSchema>;

const moduleHead = z.strictObject({
  track: z.string(),
  title: z.string(),
  description: z.string(),
  minutes: z.coerce.number().int(),
  difficulty: z.enum(['beginner', 'intermediate', 'advanced']),
  topics: z.string().transform((text) => text.split(', ')),
  points: z.array(
    z.string().transform((text) => {
      const [headline = '', sentence = ''] = text.split(' :: ');
      return { headline, sentence };
    }),
  ),
});
/** `name` is the source file without its ending, also the folder of the module's media. */
export type Module = z.infer<typeof moduleHead> & { id: string; name: string; body: string };

const testHead = z.strictObject({
  track: z.string(),
  title: z.string(),
  description: z.string(),
  minutes: z.coerce.number().int(),
  attempts: z.union([z.literal('unlimited').transform(() => null), z.coerce.number().int()]),
  review: z.enum(['after_submit', 'after_pass', 'never']),
  negative: z.coerce.number(),
});
export type MockTest = z.infer<typeof testHead> & { id: string; questions: Question[] };

/** Readable ids: the last digits of the uuid are the number in the file's name. */
export const uuidOf = (number: string | number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export function readTracks(): Track[] {
  return z.array(trackSchema).parse(JSON.parse(readFileSync(join(contentDir, 'tracks.json'), 'utf8')));
}

export function readModules(): Module[] {
  return markdownIn('modules').map(({ number, name, head, body }) => ({
    ...moduleHead.parse(head),
    id: uuidOf(number),
    name,
    body,
  }));
}

export function readMockTests(): MockTest[] {
  return markdownIn('tests').map(({ number, head, body }) => {
    const questions = readQuestions(body).map((question, index) => ({
      ...question,
      id: uuidOf(`${number}${String(index + 1).padStart(3, '0')}`),
    }));
    return { ...testHead.parse(head), id: uuidOf(number), questions };
  });
}

function markdownIn(folder: string) {
  const files = readdirSync(join(contentDir, folder))
    .filter((file) => file.endsWith('.md'))
    .sort();
  return files.map((file) => {
    const [, head = '', body = ''] =
      /^---\n([^]*?)\n---\n([^]*)$/.exec(readFileSync(join(contentDir, folder, file), 'utf8')) ?? [];
    return { number: file.slice(0, 3), name: file.replace(/\.md$/, ''), head: readHead(head), body: body.trim() };
  });
}

/** `key: value` lines; a key with no value takes the `- item` lines below it. */
function readHead(text: string): Record<string, string | string[]> {
  const head: Record<string, string | string[]> = {};
  let list: string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('- ')) {
      list.push(line.slice(2));
      continue;
    }
    const colon = line.indexOf(':');
    const value = line.slice(colon + 1).trim();
    list = [];
    head[line.slice(0, colon)] = value || list;
  }
  return head;
}

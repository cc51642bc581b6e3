import type { Session } from './people.ts';

export interface DraftQuestion {
  ref: string;
  id: string | null;
  kind: string;
  prompt: string;
  options: { id: string; text: string }[];
  correct: string[];
  explanation: string;
  points: number;
  negative_points: number;
  module_id: string | null;
}

export interface Draft {
  settings: Record<string, unknown>;
  questions: DraftQuestion[];
}

interface Editing {
  version: number;
  state: string;
  revision: number;
  published: Draft;
  draft: Draft | null;
}

const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Option ${id}` }));

let serial = 0;
/** A question without a fault; its key is a, or what is given. */
export const draftQuestion = (fields: Partial<DraftQuestion> = {}): DraftQuestion => ({
  ref: `ref-${(serial += 1)}`,
  id: null,
  kind: 'single',
  prompt: 'Which one?',
  options,
  correct: ['a'],
  explanation: 'Because.',
  points: 1,
  negative_points: 0,
  module_id: null,
  ...fields,
});

export async function edit(s: Session, testId: string): Promise<Editing> {
  const editing = await s.value('select public.get_test($1)', [testId]);
  if (!isEditing(editing)) throw new Error('get_test gave no test.');
  return editing;
}

const isEditing = (value: unknown): value is Editing =>
  typeof value === 'object' && value !== null && 'published' in value && 'version' in value;

/** Saves what `change` makes of the draft, or of what is published; answers the version. */
export async function saveDraft(s: Session, testId: string, change: (document: Draft) => Draft): Promise<number> {
  const { version, draft, published } = await edit(s, testId);
  const saved = await s.value(`select public.save_test_draft($1, $2, $3) -> 'version'`, [
    testId,
    version,
    JSON.stringify(change(draft ?? published)),
  ]);
  return Number(saved);
}

export const publish = async (s: Session, testId: string, version: number) =>
  s.value(`select public.publish_test($1, $2, 'Reviewed by the board')`, [testId, version]);

import type { QuestionKind } from '~/entities/question/question';
import { type DraftQuestion, optionId } from '../document';

/** Why a question of a file cannot be taken, as a key of the texts. */
export type ReadFault =
  | 'no_answers'
  | 'essay'
  | 'matching'
  | 'unclosed'
  | 'unopened'
  | 'several_right'
  | 'no_right'
  | 'several_numbers'
  | 'bad_number'
  | 'bad_weight'
  | 'unknown_kind'
  | 'bad_correct'
  | 'bad_points'
  | 'broken_row'
  | 'no_header'
  | 'unknown_column';

/** What of it is not kept although it is taken. */
export type ReadNote = 'feedback_dropped' | 'all_or_nothing' | 'partial_dropped' | 'html_stripped' | 'unknown_module';

export type ReadQuestion = {
  /** Line of the file, from 1, where the question begins. */
  line: number;
  question: Omit<DraftQuestion, 'ref' | 'id' | 'module_id'>;
  /** The module's title as the file says it. */
  module: string | null;
  notes: ReadNote[];
};
export type ReadProblem = { line: number; code: ReadFault; text: string };
export type ReadFile = { questions: ReadQuestion[]; problems: ReadProblem[] };

/** Thrown within a reader for one question; the rest of the file is still read. */
export class Refusal extends Error {
  readonly code: ReadFault;
  constructor(code: ReadFault) {
    super(code);
    this.code = code;
  }
}

export function choices(texts: readonly string[], right: (index: number) => boolean) {
  const options = texts.map((text, index) => ({ id: optionId(index), text }));
  return { options, correct: options.filter((_, index) => right(index)).map(({ id }) => id) };
}

export const answerless = (kind: QuestionKind, correct: string[]) => ({ kind, options: [], correct });

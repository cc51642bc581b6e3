import type { DraftQuestion } from '../document';
import { mostQuestions, normaliseText, type QuestionFault, questionFaults } from '../faults';
import type { ReadFile, ReadNote, ReadProblem } from './imported';

export type CheckedQuestion = {
  line: number;
  question: Omit<DraftQuestion, 'ref' | 'id'>;
  faults: QuestionFault[];
  notes: ReadNote[];
  /** The same question stands before it in the file, at this line. */
  sameAsLine: number | null;
  /** The same question is in the draft, at this place from 1. */
  sameAsPlace: number | null;
};
export type CheckedFile = { questions: CheckedQuestion[]; problems: ReadProblem[] };

type Module = { id: string; title: string };
type Likeness = Pick<DraftQuestion, 'kind' | 'prompt' | 'options'>;

/** Questions with this in common are the same to a learner: text and options, whatever their order. */
const likeness = ({ kind, prompt, options }: Likeness) =>
  JSON.stringify([kind, normaliseText(prompt), options.map(({ text }) => normaliseText(text)).toSorted()]);

/** Each question of a file against the rules, the file itself and the draft. Nothing is written. */
export function checkImport(file: ReadFile, draft: readonly DraftQuestion[], modules: readonly Module[]): CheckedFile {
  const places = new Map(draft.map((question, index) => [likeness(question), index + 1]));
  const lines = new Map<string, number>();
  const moduleIds = modules.map(({ id }) => id);
  const questions = file.questions.map(({ line, question, module, notes }) => {
    const title = module === null ? null : normaliseText(module);
    const found = modules.find((each) => normaliseText(each.title) === title);
    const like = likeness(question);
    const sameAsLine = lines.get(like) ?? null;
    if (sameAsLine === null) lines.set(like, line);
    const whole = { ...question, module_id: found?.id ?? null };
    return {
      line,
      question: whole,
      faults: questionFaults({ ...whole, ref: '', id: null }, moduleIds),
      notes: title !== null && title !== '' && found === undefined ? [...notes, 'unknown_module' as const] : notes,
      sameAsLine,
      sameAsPlace: places.get(like) ?? null,
    };
  });
  return { questions, problems: file.problems };
}

/** Whether a question can be taken at all. */
export const isTakeable = ({ faults }: CheckedQuestion): boolean => faults.length === 0;
/** Which are taken if nobody says otherwise: those without a fault that are not there already. */
export const isUsual = (each: CheckedQuestion): boolean =>
  isTakeable(each) && each.sameAsLine === null && each.sameAsPlace === null;

/** The draft with the chosen questions behind it; `newRef` names them. */
export function takeQuestions(
  draft: readonly DraftQuestion[],
  chosen: readonly CheckedQuestion[],
  newRef: () => string,
): DraftQuestion[] {
  return [...draft, ...chosen.filter(isTakeable).map(({ question }) => ({ ...question, ref: newRef(), id: null }))];
}

export const roomFor = (draft: readonly DraftQuestion[]) => Math.max(0, mostQuestions - draft.length);

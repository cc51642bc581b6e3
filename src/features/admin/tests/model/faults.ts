import { isNumeric } from '~/entities/question/answer-rules';
import { hasOptions, type DraftQuestion, type TestDocument, type TestSettings } from './document';

// The same rules as private.question_faults and private.settings_faults, which have the last word when a test is published.
export type QuestionField =
  'prompt' | 'options' | 'correct' | 'points' | 'negative_points' | 'explanation' | 'module_id';
export type FaultCode =
  | 'missing'
  | 'too_long'
  | 'too_few'
  | 'too_many'
  | 'same_twice'
  | 'invalid_ids'
  | 'not_true_false'
  | 'no_options'
  | 'choose_one'
  | 'choose_some'
  | 'invalid'
  | 'not_a_number'
  | 'invalid_tolerance'
  | 'out_of_range'
  | 'unknown';
export type QuestionFault = { field: QuestionField; code: FaultCode };
export type SettingsFault = { field: keyof TestSettings; code: FaultCode };

export const mostOptions = 20;
export const longestPrompt = 4000;
export const longestOption = 1000;
export const longestAccepted = 500;
export const mostQuestions = 500;

/** Two texts that differ in case, spaces or Unicode form only are the same to a reader and to the grading. */
export const normaliseText = (text: string) => text.trim().replaceAll(/\s+/g, ' ').normalize('NFKC').toLowerCase();

const repeats = (list: readonly string[]) => new Set(list).size < list.length;
const isBlank = (text: string) => text.trim() === '';
const isWhole = (value: number | null, least: number, most: number) =>
  value !== null && Number.isInteger(value) && value >= least && value <= most;
const asNumber = (text: string) => Number(text.trim().replaceAll(',', ''));

function optionsFault({ kind, options }: DraftQuestion): FaultCode | null {
  if (!hasOptions(kind)) return options.length > 0 ? 'no_options' : null;
  const ids = options.map(({ id }) => id);
  if (ids.some((id) => !/^[\w-]{1,40}$/.test(id)) || repeats(ids)) return 'invalid_ids';
  if (kind === 'true_false' && !(ids.length === 2 && ids.includes('true') && ids.includes('false'))) {
    return 'not_true_false';
  }
  if (options.length < 2) return 'too_few';
  if (options.length > mostOptions) return 'too_many';
  if (options.some(({ text }) => isBlank(text))) return 'missing';
  if (options.some(({ text }) => text.length > longestOption)) return 'too_long';
  return repeats(options.map(({ text }) => normaliseText(text))) ? 'same_twice' : null;
}

function numberFault(correct: readonly string[]): FaultCode | null {
  const [value, tolerance] = correct;
  if (value === undefined || correct.length > 2 || !isNumeric(value)) return 'not_a_number';
  return tolerance !== undefined && !(isNumeric(tolerance) && asNumber(tolerance) >= 0) ? 'invalid_tolerance' : null;
}

function acceptedFault(correct: readonly string[]): FaultCode | null {
  if (correct.length === 0) return 'missing';
  if (correct.length > 20) return 'too_many';
  if (correct.some(isBlank)) return 'missing';
  if (correct.some((text) => text.length > longestAccepted)) return 'too_long';
  return repeats(correct.map(normaliseText)) ? 'same_twice' : null;
}

function keyFault({ kind, options, correct }: DraftQuestion): FaultCode | null {
  if (kind === 'numeric') return numberFault(correct);
  if (kind === 'short_answer') return acceptedFault(correct);
  const ids = options.map(({ id }) => id);
  if (kind === 'multiple' && correct.length === 0) return 'choose_some';
  if ((kind === 'single' || kind === 'true_false') && correct.length !== 1) return 'choose_one';
  if (repeats(correct) || correct.some((id) => !ids.includes(id))) return 'invalid';
  return kind === 'ordering' && correct.length !== ids.length ? 'invalid' : null;
}

/** `modules` are the ids of the track's modules. */
export function questionFaults(question: DraftQuestion, modules: readonly string[]): QuestionFault[] {
  const { prompt, explanation, points, negative_points: negative, module_id } = question;
  const found: [QuestionField, FaultCode | null][] = [
    ['prompt', isBlank(prompt) ? 'missing' : prompt.length > longestPrompt ? 'too_long' : null],
    ['options', optionsFault(question)],
    ['correct', keyFault(question)],
    ['points', isWhole(points, 0, 100) ? null : 'out_of_range'],
    ['negative_points', negative !== null && isMark(negative) ? null : 'out_of_range'],
    ['explanation', explanation.length > longestPrompt ? 'too_long' : null],
    ['module_id', module_id !== null && !modules.includes(module_id) ? 'unknown' : null],
  ];
  return found.flatMap(([field, code]) => (code === null ? [] : [{ field, code }]));
}

/** Hundredths at most, as they are stored. */
const isMark = (value: number) => value >= 0 && value <= 100 && Number(value.toFixed(2)) === value;

export function settingsFaults(settings: TestSettings): SettingsFault[] {
  const { title, description, track_id, duration_minutes, passing_score, attempts_allowed } = settings;
  const found: [keyof TestSettings, FaultCode | null][] = [
    ['title', isBlank(title) ? 'missing' : title.length > 200 ? 'too_long' : null],
    ['description', description.length > 2000 ? 'too_long' : null],
    ['track_id', track_id === '' ? 'missing' : null],
    ['duration_minutes', isWhole(duration_minutes, 1, 600) ? null : 'out_of_range'],
    ['passing_score', isWhole(passing_score, 1, 100) ? null : 'out_of_range'],
    ['attempts_allowed', attempts_allowed === null || isWhole(attempts_allowed, 1, 1000) ? null : 'out_of_range'],
  ];
  return found.flatMap(([field, code]) => (code === null ? [] : [{ field, code }]));
}

/** Whether publishing would be refused, as far as can be told here. */
export const isComplete = ({ settings, questions }: TestDocument, modules: readonly string[]): boolean =>
  settingsFaults(settings).length === 0 &&
  questions.length > 0 &&
  questions.every((question) => questionFaults(question, modules).length === 0);

import { isNumeric } from '~/entities/question/answer-rules';
import { trueOrFalse, type DraftQuestion } from '../document';
import { type Cell, find, partsAt, textOf, toCells, trimmed } from './gift-cells';
import { answerless, choices, type ReadNote, Refusal } from './imported';

type Answers = Pick<DraftQuestion, 'kind' | 'options' | 'correct'>;
export type ReadAnswers = Answers & { explanation: string; notes: ReadNote[] };
type Item = { right: boolean; weight: number | null; text: string; feedback: string };

/** What stands between the braces. Source of the format: docs.moodle.org/en/GIFT_format. */
export function readAnswers(body: readonly Cell[]): ReadAnswers {
  const general = find(body, '####');
  const explanation = general < 0 ? '' : textOf(body.slice(general + 4));
  const cells = trimmed(general < 0 ? body : body.slice(0, general));
  const notes = new Set<ReadNote>();
  return { ...kindOf(cells, notes), explanation, notes: [...notes] };
}

function kindOf(cells: readonly Cell[], notes: Set<ReadNote>): Answers {
  const first = cells[0];
  if (first === undefined) throw new Refusal('essay');
  if (first.bare && first.char === '#') return numeric(cells.slice(1), notes);
  if (first.bare && first.char === '>') return ordering(cells.slice(1));
  const truth = trueFalse(cells, notes);
  if (truth !== null) return truth;
  const items = partsAt(cells, '=~').map((part) => item(part, notes));
  if (items.length === 0) throw new Refusal('no_answers');
  if (isMatching(cells)) throw new Refusal('matching');
  return items.every(({ right }) => right) ? shortAnswer(items, notes) : choice(items, notes);
}

const isMatching = (cells: readonly Cell[]) => {
  const parts = partsAt(cells, '=~');
  // Pairs have no weights, so that an accepted text with an arrow in it can be written with one.
  return (
    parts.length > 1 &&
    parts.every(({ sign, cells: part }) => sign === '=' && part[0]?.char !== '%' && find(part, '->') >= 0)
  );
};

function item({ sign, cells }: { sign: string; cells: readonly Cell[] }, notes: Set<ReadNote>): Item {
  const feedbackAt = find(cells, '#');
  const feedback = feedbackAt < 0 ? '' : textOf(cells.slice(feedbackAt + 1));
  if (feedback !== '') notes.add('feedback_dropped');
  const { weight, rest } = weightOf(trimmed(feedbackAt < 0 ? cells : cells.slice(0, feedbackAt)));
  return { right: sign === '=', weight, text: textOf(rest), feedback };
}

/** `%50%` before an answer: its share of the points, in per cent. */
function weightOf(cells: readonly Cell[]): { weight: number | null; rest: readonly Cell[] } {
  if (cells[0]?.char !== '%' || !cells[0].bare) return { weight: null, rest: cells };
  const end = find(cells, '%', 1);
  if (end < 0) return { weight: null, rest: cells };
  const said = textOf(cells.slice(1, end));
  if (!/^-?\d{1,3}(\.\d+)?$/.test(said)) throw new Refusal('bad_weight');
  return { weight: Number(said), rest: cells.slice(end + 1) };
}

function trueFalse(cells: readonly Cell[], notes: Set<ReadNote>): Answers | null {
  const end = find(cells, '#');
  const said = textOf(end < 0 ? cells : cells.slice(0, end)).toUpperCase();
  if (!['T', 'TRUE', 'F', 'FALSE'].includes(said)) return null;
  if (end >= 0) notes.add('feedback_dropped');
  return { kind: 'true_false', options: trueOrFalse, correct: [said.startsWith('T') ? 'true' : 'false'] };
}

function choice(items: Item[], notes: Set<ReadNote>): Answers {
  const rights = items.filter(({ right }) => right).length;
  // Without an answer marked as the right one, weights tell: several of them share the points.
  const several = rights === 0;
  const share = ({ right, weight }: Item) => weight ?? (right ? 100 : 0);
  if (rights > 1) throw new Refusal('several_right');
  if (!items.some((each) => share(each) > 0)) throw new Refusal('no_right');
  const positive = items.map(share).filter((weight) => weight > 0);
  const uneven = positive.some((weight) => Math.abs(weight - (positive[0] ?? 0)) > 0.01);
  if (several && uneven) notes.add('all_or_nothing');
  if (!several && items.some(({ right, weight }) => !right && (weight ?? 0) > 0)) notes.add('partial_dropped');
  return {
    kind: several ? 'multiple' : 'single',
    ...choices(
      items.map(({ text }) => text),
      (index) => {
        const each = items[index];
        return each !== undefined && (several ? share(each) > 0 : each.right);
      },
    ),
  };
}

/** Only what earns all points is accepted: an answer here is right or not. */
function shortAnswer(items: Item[], notes: Set<ReadNote>): Answers {
  const full = items.filter(({ weight }) => weight === null || weight === 100);
  if (full.length < items.length) notes.add('partial_dropped');
  if (full.length === 0) throw new Refusal('no_right');
  return answerless(
    'short_answer',
    full.map(({ text }) => text),
  );
}

function numeric(cells: readonly Cell[], notes: Set<ReadNote>): Answers {
  const parts = partsAt(cells, '=~');
  const items = parts.length === 0 ? [item({ sign: '=', cells }, notes)] : parts.map((part) => item(part, notes));
  const full = items.filter(({ right, weight }) => right && (weight === null || weight === 100));
  if (full.length < items.length) notes.add('partial_dropped');
  if (full.length > 1) throw new Refusal('several_numbers');
  const [only] = full;
  if (only === undefined) throw new Refusal('no_right');
  return answerless('numeric', numberKey(only.text));
}

/** `3.14`, `3.14:0.01` or `3.13..3.15`. */
function numberKey(said: string): string[] {
  const range = said.split('..');
  const [from = '', to] = range.map((part) => part.trim());
  if (range.length === 2 && to !== undefined) {
    if (!isNumeric(from) || !isNumeric(to) || Number(from) > Number(to)) throw new Refusal('bad_number');
    return [rounded((Number(from) + Number(to)) / 2), rounded((Number(to) - Number(from)) / 2)];
  }
  const [value = '', tolerance, ...more] = said.split(':').map((part) => part.trim());
  if (!isNumeric(value) || more.length > 0) throw new Refusal('bad_number');
  if (tolerance === undefined) return [value];
  if (!isNumeric(tolerance)) throw new Refusal('bad_number');
  return [value, tolerance];
}

/** Without the last digits, which halves of decimal fractions get wrong. */
const rounded = (value: number) => String(Number(value.toPrecision(12)));

/** Lines in their right order, as Moodle's question type “ordering” writes them; words behind the sign are its layout. */
function ordering(cells: readonly Cell[]): Answers {
  const source = cells.map(({ char, bare }) => (bare || char === '\n' ? (bare ? char : '\\n') : `\\${char}`)).join('');
  const texts = source
    .split('\n')
    .slice(1)
    .map((line) => textOf(toCells(line)))
    .filter((text) => text !== '');
  if (texts.length < 2) throw new Refusal('no_answers');
  return { kind: 'ordering', ...choices(texts, () => true) };
}

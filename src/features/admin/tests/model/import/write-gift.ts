import type { DraftQuestion } from '../document';
import { escapeText } from './gift-cells';

/** Outer white space means nothing in GIFT. */
const text = (said: string) => escapeText(said.trim().replaceAll(/\r\n?/g, '\n'));

function answers({ kind, options, correct }: DraftQuestion): string {
  const marked = (sign: (id: string) => string) =>
    options.map(({ id, text: said }) => `\t${sign(id)}${text(said)}`).join('\n');
  const isRight = (id: string) => correct.includes(id);
  switch (kind) {
    case 'true_false':
      return isRight('true') ? 'TRUE' : 'FALSE';
    case 'numeric':
      return `#${correct.map((value) => value.trim().replaceAll(',', '')).join(':')}`;
    case 'short_answer':
      return `\n${correct.map((accepted) => `\t=%100%${text(accepted)}`).join('\n')}\n`;
    case 'ordering':
      // A line of its own: // at its beginning would be a remark.
      return `>ALL\n${correct
        .map((id) => text(options.find((option) => option.id === id)?.text ?? '').replace(/^\//, String.raw`\/`))
        .join('\n')}\n`;
    case 'multiple': {
      const share = (100 / Math.max(correct.length, 1)).toFixed(5).replace(/\.?0+$/, '');
      return `\n${marked((id) => (isRight(id) ? `~%${share}%` : '~%-100%'))}\n`;
    }
    default:
      return `\n${marked((id) => (isRight(id) ? '=%100%' : '~%0%'))}\n`;
  }
}

/** Questions in Moodle's GIFT. Points, negative marks and module stand in remarks, which other programs pass over. */
export function writeGift(
  questions: readonly DraftQuestion[],
  moduleTitle: (id: string) => string | undefined,
): string {
  return questions
    .map((question) => {
      const module = question.module_id === null ? undefined : moduleTitle(question.module_id);
      const remarks = [
        `[points:${question.points ?? 0}]`,
        `[negative:${question.negative_points ?? 0}]`,
        ...(module === undefined ? [] : [`[module:${text(module).replaceAll(']', String.raw`\]`)}]`]),
      ];
      const why = question.explanation.trim() === '' ? '' : `####${text(question.explanation)}`;
      return `// ${remarks.join(' ')}\n[plain]${text(question.prompt)} {${answers(question)}${why}}\n`;
    })
    .join('\n');
}

export interface Question {
  id: string;
  module: string;
  kind: 'single' | 'multiple' | 'true_false' | 'numeric' | 'ordering';
  prompt: string;
  options: { id: string; text: string }[];
  correct: string[];
  explanation: string;
}

const kinds = ['single', 'multiple', 'true_false', 'numeric', 'ordering'] as const;

/**
 * Reads questions written as
 *   # 304 single            module and kind
 *   The prompt
 *   - [x] a right option    - [ ] a wrong one    - [2] second in the right order    = 80  the numeric answer
 *   > The explanation
 */
export function readQuestions(text: string): Omit<Question, 'id'>[] {
  return text.split(/^(?=# \d{3} )/m).map(readQuestion);
}

function readQuestion(block: string): Omit<Question, 'id'> {
  const lines = block.trim().split('\n');
  const [, module = '', kindName = ''] = /^# (\d{3}) (\w+)$/.exec(lines[0] ?? '') ?? [];
  const kind = kinds.find((name) => name === kindName);
  if (!kind) throw new Error(`Not a question's first line: ${lines[0]}`);

  const prompt: string[] = [];
  const explanation: string[] = [];
  const options: { id: string; text: string }[] = [];
  const marks = new Map<string, string>();
  let value: string | undefined;
  for (const line of lines.slice(1)) {
    const [, mark, text] = /^- \[(.)\] (.+)$/.exec(line) ?? [];
    if (mark !== undefined && text !== undefined) {
      const id = String.fromCharCode('a'.charCodeAt(0) + options.length);
      options.push({ id, text });
      marks.set(id, mark);
    } else if (line.startsWith('= ')) value = line.slice(2);
    else if (line.startsWith('> ')) explanation.push(line.slice(2));
    else prompt.push(line);
  }

  const correct =
    kind === 'numeric' && value !== undefined
      ? [value]
      : kind === 'ordering'
        ? [...marks].sort(([, one], [, other]) => Number(one) - Number(other)).map(([id]) => id)
        : [...marks].filter(([, mark]) => mark === 'x').map(([id]) => id);
  return { module, kind, prompt: prompt.join('\n'), options, correct, explanation: explanation.join('\n') };
}

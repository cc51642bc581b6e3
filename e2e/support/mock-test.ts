import { expect, type Page } from '@playwright/test';
import pg from 'pg';

type Key = { kind: string; prompt: string; correct: string[]; options: { id: string; text: string }[] };
export type AnswerKey = Map<string, Key>;

/** The right answers of a mock test, read as the database's owner: no learner can. */
export async function readAnswerKey(dbUrl: string, testTitle: string): Promise<AnswerKey> {
  const client = new pg.Client({ connectionString: dbUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Key>(
      `select q.kind, q.prompt, k.correct, q.options from public.questions q
       join private.answer_keys k on k.question_id = q.id join public.mock_tests t on t.id = q.mock_test_id where t.title = $1`,
      [testTitle],
    );
    return new Map(rows.map((row) => [row.prompt, row]));
  } finally {
    await client.end();
  }
}

/** The question that is shown now, taken from the card's heading. */
export function shownPrompt(page: Page) {
  return page.getByRole('article').getByRole('heading', { level: 2 });
}

/** Answers the question that is shown, rightly but for ordering ones, which keep the order they have. Returns its prompt. */
export async function answerShown(page: Page, key: AnswerKey): Promise<string> {
  const prompt = (await shownPrompt(page).innerText()).trim();
  const question = key.get(prompt);
  if (!question) throw new Error(`The key has no question: ${prompt}`);
  const card = page.getByRole('article');
  if (question.kind === 'numeric') await card.getByRole('textbox').fill(question.correct[0] ?? '');
  else if (question.kind === 'ordering') {
    // The button goes once the order is given.
    const keep = card.getByRole('button', { name: 'This order is right' });
    if (await keep.isVisible()) await keep.click();
  } else {
    for (const id of question.correct) {
      const text = question.options.find((option) => option.id === id)?.text ?? (id === 'true' ? 'True' : 'False');
      await card.getByLabel(text, { exact: true }).check();
    }
  }
  return prompt;
}

/** Answers from the question that is shown to the last one. */
export async function answerTheRest(page: Page, key: AnswerKey) {
  const next = page.getByRole('button', { name: 'Next', exact: true });
  for (;;) {
    const prompt = await answerShown(page, key);
    if (await next.isDisabled()) break;
    await next.click();
    await expect(shownPrompt(page)).not.toHaveText(prompt);
  }
  await expect(page.getByText('All answers saved')).toBeVisible();
}

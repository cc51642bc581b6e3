import { expect, type Page } from '@playwright/test';
import { EXAM_QUESTIONS } from '../../tools/sandbox/talview/questions.ts';

/** Sits the exam in the proctor's room and submits: every answer right, or every answer wrong. */
export async function sitExam(page: Page, answers: 'right' | 'wrong') {
  await expect(page.getByRole('heading', { name: 'Check in' })).toBeVisible();
  for (const check of ['camera', 'room']) {
    await page.getByRole('button', { name: `Check ${check}` }).click();
  }
  await page.getByRole('checkbox', { name: /^I am/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('checkbox', { name: /I have read the rules/ }).check();
  await page.getByRole('button', { name: 'Start exam' }).click();

  const prompt = page.locator('#prompt');
  const seen = new Set<string>();
  while (seen.size < EXAM_QUESTIONS.length) {
    await expect(prompt).not.toHaveText('');
    const text = (await prompt.innerText()).trim();
    if (seen.has(text)) throw new Error(`The question came twice: ${text}`);
    seen.add(text);
    const question = EXAM_QUESTIONS.find((each) => each.prompt === text);
    if (!question) throw new Error(`An unknown question: ${text}`);
    const option = question.options.find(({ id }) =>
      answers === 'right' ? id === question.correct : id !== question.correct,
    );
    await page.getByLabel(option?.text ?? '', { exact: true }).check();
    await expect(page.locator('#saved')).toHaveText(/saved/i);
    if (seen.size < EXAM_QUESTIONS.length) {
      await page.getByRole('button', { name: 'Next' }).click();
      await expect(prompt).not.toHaveText(text);
    }
  }
  await page.getByRole('button', { name: 'Review and submit' }).last().click();
  await page.getByRole('button', { name: 'Submit exam' }).click();
  await page.getByRole('button', { name: 'Submit now' }).click();
  await expect(page.getByRole('heading', { name: 'Your exam is submitted' })).toBeVisible();
  await page.getByRole('link', { name: 'Return to your dashboard' }).click();
}

import { expect, type Page } from '@playwright/test';
import { sitExam } from './exam-room.ts';
import { answerTheRest, readAnswerKey } from './mock-test.ts';
import type { StackUnderTest } from './stack.ts';

const identityFile = 'supabase/seeds/media/sample-identity.png';

/** From the first module of the dashboard to the last, each marked as complete. */
export async function completeModules(page: Page, count: number) {
  await page.getByRole('link', { name: /^Begin with module 1/ }).click();
  for (let number = 1; number <= count; number += 1) {
    await expect(page.getByText(`Module ${number} of ${count}`).first()).toBeVisible();
    await page.getByRole('button', { name: 'Mark as complete' }).click();
    await expect(page.getByText(/^Completed on/)).toBeVisible();
    if (number < count) await page.getByRole('link', { name: /Next module/ }).click();
  }
}

/** Sits a mock test from the dashboard and passes it. */
export async function passMockTest(page: Page, stack: StackUnderTest, title: string) {
  const key = await readAnswerKey(stack.dbUrl, title);
  await page.goto('/dashboard');
  await page.getByRole('link', { name: `Open ${title}` }).click();
  await page.getByRole('button', { name: 'Start the test' }).click();
  await answerTheRest(page, key);
  await page.getByRole('button', { name: 'Submit the test' }).click();
  await page.getByRole('button', { name: 'Submit now' }).click();
  await expect(page.getByRole('heading', { name: `You passed ${title}` })).toBeVisible();
}

/** Hands the identity document in, sits the proctored exam and passes it. */
export async function passExam(page: Page, trackId: string) {
  await page.goto(`/exam/${trackId}`);
  await page.getByLabel('Photo or scan').setInputFiles(identityFile);
  await page.getByRole('button', { name: 'Hand in the document' }).click();
  await page.getByRole('button', { name: 'Start now' }).click();
  const enter = page.getByRole('link', { name: 'Enter the exam room' });
  await expect(enter).toBeVisible({ timeout: 30_000 });
  await enter.click();
  await sitExam(page, 'right');
  await expect(page.getByRole('heading', { name: 'Congratulations, you passed' })).toBeVisible({ timeout: 60_000 });
}

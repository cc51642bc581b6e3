import { fillBilling, payByUpi } from './support/checkout.ts';
import { control } from './support/control.ts';
import { sitExam } from './support/exam-room.ts';
import { expect, expectAccessible, signIn, test } from './support/test.ts';

const { email, password } = { email: 'ready@example.com', password: 'Learn-AI-2026' };

test('a learner who fails twice buys one more attempt, is reviewed and can still pass', async ({ page, stack }) => {
  test.setTimeout(300_000);
  await signIn(page, email, password);
  await expect(page).toHaveURL(/\/dashboard$/);

  for (const left of [1, 0]) {
    await test.step(`an attempt that fails, ${left} left`, async () => {
      await page.goto('/exam/ai-foundations');
      await page.getByRole('button', { name: 'Start now' }).click();
      await page.getByRole('link', { name: 'Enter the exam room' }).click({ timeout: 30_000 });
      await sitExam(page, 'wrong');
      await expect(page.getByRole('heading', { name: 'Not passed this time' })).toBeVisible({ timeout: 60_000 });
      await expectAccessible(page);
      await expect(
        page.getByText(left === 1 ? 'You have 1 attempt left.' : 'You have used all attempts.'),
      ).toBeVisible();
    });
  }

  await test.step('one more attempt is bought', async () => {
    await page.goto('/exam/ai-foundations');
    await page
      .getByRole('link', { name: /^Buy one more attempt/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { name: 'Buy one more exam attempt' })).toBeVisible();
    await expectAccessible(page);
    await fillBilling(page);
    await page.getByRole('button', { name: /^Pay ₹/ }).click();
    await payByUpi(page);
    await expect(page.getByRole('heading', { name: 'Thank you, the payment is complete' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('a flagged session is reviewed instead of passed', async () => {
    await control(stack.sandboxes.talview, 'outcome', {
      sessionKey: null,
      score: 95,
      proviewIndex: 'low',
      incidents: [{ type: 'second_person', severity: 'high' }],
    });
    await page.goto('/exam/ai-foundations');
    await page.getByRole('button', { name: 'Start now' }).click();
    await page.getByRole('link', { name: 'Enter the exam room' }).click({ timeout: 30_000 });
    await sitExam(page, 'right');
    await expect(page.getByText(/flagged something in the recording/)).toBeVisible({ timeout: 60_000 });
    await expectAccessible(page);
  });
});

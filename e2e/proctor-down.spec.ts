import { control } from './support/control.ts';
import { registerEnrolled } from './support/enrolled.ts';
import { expect, test } from './support/test.ts';

test('an exam that is booked while the proctor is down gets its room once the proctor is back', async ({
  page,
  stack,
}) => {
  test.setTimeout(180_000);
  await registerEnrolled(page, stack, 'ai-foundations');
  await control(stack.sandboxes.talview, 'faults', { mode: 'error500' });
  await page.goto('/exam/ai-foundations');
  await page.getByRole('button', { name: 'Start now' }).click();
  await expect(page.getByText('Your exam room is being prepared')).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(page.getByText('Your exam room is being prepared')).toBeVisible();
  await control(stack.sandboxes.talview, 'faults', { mode: 'none' });
  await expect(page.getByRole('link', { name: 'Enter the exam room' })).toBeVisible({ timeout: 90_000 });
});

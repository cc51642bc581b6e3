import { cards, checkoutFrame, fillBilling, payByCard, payByUpi } from './support/checkout.ts';
import { control } from './support/control.ts';
import { newLearner, registerAccount } from './support/register.ts';
import { expect, test } from './support/test.ts';

test.describe('A payment that does not go smoothly', () => {
  test('is declined, then closed, then paid on the same order', async ({ page, mailbox }) => {
    await page.goto('/register/details?track=ai-foundations');
    await registerAccount(page, mailbox, newLearner('Meera Nair'));
    await fillBilling(page);
    await page.getByRole('button', { name: /^Pay ₹/ }).click();

    await payByCard(page, cards.insufficientFunds);
    await expect(checkoutFrame(page).getByRole('heading', { name: 'Payment failed' })).toBeVisible();
    await checkoutFrame(page).getByRole('button', { name: 'Close', exact: true }).last().click();
    await expect(page.getByText('The payment did not go through')).toBeVisible();

    await page.getByRole('button', { name: /^Try again: pay ₹/ }).click();
    await expect(checkoutFrame(page).getByLabel('Card number')).toBeVisible();
    await page.keyboard.press('Escape');
    await checkoutFrame(page).getByRole('button', { name: 'Yes, cancel' }).click();
    await expect(page.getByText('You closed the payment window')).toBeVisible();

    await page.getByRole('button', { name: /^Try again: pay ₹/ }).click();
    await payByUpi(page);
    await expect(page.getByRole('heading', { name: 'Welcome aboard' })).toBeVisible();

    await page.goto('/profile');
    await expect(page.getByRole('table', { name: 'Orders' }).getByRole('row')).toHaveCount(2);
    await expect(page.getByRole('table', { name: 'Orders' })).toContainText('Paid');
  });

  test('is captured while the browser is closed and still enrols', async ({ page, mailbox, stack }) => {
    const learner = newLearner('Arjun Rao');
    await page.goto('/register/details?track=ai-foundations');
    await registerAccount(page, mailbox, learner);
    await fillBilling(page);
    const created = page.waitForResponse((response) => response.url().endsWith('/create-order') && response.ok());
    await page.getByRole('button', { name: /^Pay ₹/ }).click();
    const { razorpayOrderId }: { razorpayOrderId: string } = await (await created).json();
    await expect(checkoutFrame(page).getByLabel('Card number')).toBeVisible();
    await page.goto('about:blank');

    await control(stack.sandboxes.razorpay, 'pay', { orderId: razorpayOrderId, outcome: 'captured' });
    await mailbox.waitFor(learner.email, /receipt|payment|invoice/i);
    await page.goto('/dashboard');
    await expect(page.getByRole('heading', { name: 'AI Foundations' }).first()).toBeVisible();
  });

  test('meets a payment service that is down, keeps the order and can be paid later', async ({
    page,
    mailbox,
    stack,
    expectedProblems,
  }) => {
    expectedProblems.push(/503/);
    await page.goto('/register/details?track=ai-foundations');
    await registerAccount(page, mailbox, newLearner('Kavya Iyer'));
    await fillBilling(page);
    await control(stack.sandboxes.razorpay, 'faults', { mode: 'error500' });
    await page.getByRole('button', { name: /^Pay ₹/ }).click();
    await expect(page.getByText(/Razorpay does not answer at the moment/)).toBeVisible({ timeout: 30_000 });
    await control(stack.sandboxes.razorpay, 'faults', { mode: 'none' });
    await page.getByRole('button', { name: /^Try again: pay ₹/ }).click();
    await payByCard(page);
    await expect(page.getByRole('heading', { name: 'Welcome aboard' })).toBeVisible();
  });
});

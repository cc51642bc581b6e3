import type { FrameLocator, Page } from '@playwright/test';

/** Razorpay's payment window. */
export function checkoutFrame(page: Page): FrameLocator {
  return page.frameLocator('iframe[title="Razorpay checkout"]');
}

export const cards = {
  succeeds: '4100 2800 0000 1007',
  insufficientFunds: '4100 2800 0008 0001',
} as const;

export async function payByCard(page: Page, number: string = cards.succeeds) {
  const frame = checkoutFrame(page);
  await frame.getByLabel('Card number').fill(number);
  await frame.getByLabel('Expiry (MM/YY)').fill('12/30');
  await frame.getByLabel('CVV').fill('123');
  await frame.getByRole('button', { name: /^Pay ₹/ }).click();
  if (number !== cards.succeeds) return;
  await frame.getByLabel('One-time password').fill('1234');
  await frame.getByRole('button', { name: /^Confirm/ }).click();
}

export async function payByUpi(page: Page, id = 'success@razorpay') {
  const frame = checkoutFrame(page);
  await frame.getByRole('radio', { name: 'UPI' }).check();
  await frame.getByLabel('UPI ID').fill(id);
  await frame.getByRole('button', { name: /^Pay ₹/ }).click();
}

export async function fillBilling(page: Page) {
  await page.getByLabel('Address').fill('12 Residency Road, Bengaluru 560025');
  await page.getByLabel('State or union territory').selectOption({ label: 'Karnataka' });
}

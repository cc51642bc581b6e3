import { expect, type Page } from '@playwright/test';
import type { Mailbox } from './mailbox.ts';

export type NewLearner = { name: string; email: string; password: string };

export function newLearner(name: string): NewLearner {
  return {
    name,
    email: `${name.toLowerCase().replace(/\P{L}+/gu, '.')}.${crypto.randomUUID().slice(0, 8)}@example.com`,
    password: 'a long enough sentence',
  };
}

/** From the registration page to a confirmed account. */
export async function registerAccount(page: Page, mailbox: Mailbox, learner: NewLearner) {
  await expect(page.getByRole('heading', { name: 'Tell us who you are' })).toBeVisible();
  await page.getByLabel('Full name').fill(learner.name);
  await page.getByLabel('E-mail').fill(learner.email);
  await page.getByLabel(/^Password/).fill(learner.password);
  await page.getByLabel('Mobile number').fill('+91 98765 43210');
  await page.getByRole('checkbox', { name: /I accept the terms/ }).check();
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { name: 'Enter the code from your e-mail' })).toBeVisible();
  const code = await mailbox.waitForCode(learner.email);
  await page.getByRole('textbox').first().click();
  await page.keyboard.type(code);
}

import type { Page } from '@playwright/test';
import { expect, expectAccessible, signIn, test } from './support/test.ts';

test.describe('An enquiry of an institution', () => {
  test('gets a reference without an account; sales staff are mailed and notified; a repeat joins it', async ({
    page,
    browser,
    mailbox,
    stack,
  }) => {
    test.setTimeout(180_000);
    const run = crypto.randomUUID().slice(0, 8);
    const name = `Hillside University ${run}`;
    const email = `registrar.${run}@hillside.example.com`;

    const reference = await test.step('the visitor chooses, is told what is missing, reloads and sends', async () => {
      await page.goto('/');
      await page.getByRole('link', { name: 'For institutions' }).first().click();
      await page.getByRole('link', { name: 'All ways to register' }).click();
      await expectAccessible(page);
      await page.getByRole('link', { name: 'University' }).click();
      await page.getByRole('button', { name: 'Send enquiry' }).click();
      await expect(page.getByText('5 things need your attention')).toBeVisible();
      await expectAccessible(page);
      await fill(page, { name, email });
      await page.reload();
      await expect(page.getByLabel('Name of the institution')).toHaveValue(name);
      await page.getByRole('checkbox', { name: 'AI Foundations' }).check();
      return send(page);
    });
    await expectAccessible(page);
    expect((await mailbox.waitFor(email, /./)).text).toContain(reference);

    await test.step('sales staff find the mail and the notification', async () => {
      await mailbox.waitFor('admin@example.com', new RegExp(`^New enquiry: ${name}`));
      const context = await browser.newContext({ baseURL: stack.appUrl });
      const sales = await context.newPage();
      await signIn(sales, 'admin@example.com', 'Learn-AI-2026');
      await sales.getByRole('button', { name: /^Notifications: \d+ unread$/ }).click();
      const notice = sales.getByRole('link', { name: new RegExp(`New enquiry from ${name}`) });
      await expect(notice).toBeVisible();
      await expectAccessible(sales);
      await notice.click();
      await expect(sales).toHaveURL(/\/admin\/leads\/[0-9a-f-]{36}/);
      await context.close();
    });

    await test.step('a repeat joins the open lead', async () => {
      await page.goto('/register/institution?kind=university');
      await fill(page, { name, email });
      await page.getByLabel('Message').fill('We would like to begin in June.');
      expect(await send(page)).toBe(reference);
      await mailbox.waitFor('admin@example.com', new RegExp(`^Enquired again: ${name}`));
    });
  });
});

async function fill(page: Page, { name, email }: { name: string; email: string }) {
  await page.getByLabel('Name of the institution').fill(name);
  await page.getByLabel('Full name').fill('Kavita Menon');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Phone').fill('+91 98765 43210');
}

async function send(page: Page): Promise<string> {
  await page.getByRole('checkbox', { name: /privacy notice/ }).check();
  await page.getByRole('button', { name: 'Send enquiry' }).click();
  await expect(page.getByRole('heading', { name: 'Thank you, we have your enquiry' })).toBeVisible();
  return new URL(page.url()).searchParams.get('reference') ?? '';
}

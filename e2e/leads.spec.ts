import type { Page } from '@playwright/test';
import { expect, expectAccessible, signIn, test } from './support/test.ts';

const password = 'Learn-AI-2026';
const column = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });
const cardIn = (page: Page, status: string, name: string) => column(page, status).getByRole('link', { name });

async function openPipeline(page: Page, search = '') {
  await signIn(page, 'admin@example.com', password);
  await expect(page).toHaveURL(/\/admin\/overview$/);
  await page.goto(`/admin/leads${search}`);
}

test('sales staff move a lead by keyboard and by menu, and say why one is lost', async ({ page }) => {
  await openPipeline(page);
  const school = 'Sample Public School (demo)';
  await expect(cardIn(page, 'New', school)).toBeVisible();
  await expectAccessible(page);

  const handle = page.getByRole('button', { name: `Move ${school}`, exact: true });
  await handle.focus();
  await page.keyboard.press('Space');
  await expect(page.getByText(`Picked up ${school} from New.`)).toBeAttached();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Over Contacted.')).toBeAttached();
  await page.keyboard.press('Space');
  await expect(cardIn(page, 'Contacted', school)).toBeVisible();
  await expect(handle).toBeFocused();

  const guild = 'Sample Textile Guild (demo)';
  await page.getByRole('button', { name: `Move ${guild} to…` }).click();
  await page.getByRole('menuitem', { name: 'Qualified' }).click();
  await expect(cardIn(page, 'Qualified', guild)).toBeVisible();

  await page.getByRole('button', { name: `Move ${guild} to…` }).click();
  await page.getByRole('menuitem', { name: 'Lost…' }).click();
  await page.getByLabel('Why is it lost?').fill('They wait for next year');
  await page.getByRole('button', { name: 'Mark as lost' }).click();
  await expect(cardIn(page, 'Lost', guild)).toBeVisible();

  // The moves were kept, not only shown.
  await page.reload();
  await expect(cardIn(page, 'Contacted', school)).toBeVisible();
  await expect(cardIn(page, 'Lost', guild)).toBeVisible();
});

test('sales staff filter the table, give a lead to somebody, value it and write a note', async ({ page }) => {
  await openPipeline(page, '?view=table');
  await page.getByRole('textbox', { name: 'Search' }).fill('bhopal');
  await expect(page).toHaveURL(/q=bhopal/);
  await expect(page.getByText('1 in all', { exact: true })).toBeVisible();
  await expectAccessible(page);

  const name = 'Sample Institute of Technology (demo)';
  await page.getByRole('link', { name }).click();
  const drawer = page.getByRole('dialog', { name });
  await drawer.getByLabel('Assigned to').selectOption({ label: 'Nila Iyer' });
  await expect(drawer.getByText('Nila Iyer took it on')).toBeVisible();
  await drawer.getByLabel('Expected value').fill('12,00,000');
  await drawer.getByLabel('Expected value').press('Enter');
  await expect(drawer.getByText('Expected value: nothing → ₹12,00,000')).toBeVisible();
  await drawer.getByLabel('New note').fill('Send the proposal on Friday.');
  await drawer.getByRole('button', { name: 'Add the note' }).click();
  await expect(drawer.getByRole('region', { name: 'Notes' }).getByText('Send the proposal on Friday.')).toBeVisible();
  await expectAccessible(page);

  await page.goBack();
  await expect(drawer).toBeHidden();
  await expect(page).toHaveURL(/\/admin\/leads\?view=table&q=bhopal$/);
  await expect(page.getByRole('cell', { name: '₹12,00,000' })).toBeVisible();
});

test('a lead becomes an institution, and its manager is invited by mail', async ({ page, mailbox }) => {
  await openPipeline(page);
  const name = 'Sample Academy Trust (demo)';
  const email = `manager.${crypto.randomUUID().slice(0, 8)}@example.com`;
  await page.getByRole('button', { name: `Move ${name} to…` }).click();
  await page.getByRole('menuitem', { name: 'Convert…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Seats', { exact: false }).first().fill('25');
  await dialog.getByLabel('Price per seat').fill('3,500');
  await expect(dialog.getByText('25 seats, ₹87,500 before GST')).toBeVisible();
  await dialog.getByLabel('E-mail of the manager').fill(email);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Convert and invite' }).click();
  await expect(dialog.getByText(`gets an invitation at ${email}.`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await cardIn(page, 'Converted', name).click();
  const drawer = page.getByRole('dialog', { name });
  await expect(drawer.getByRole('cell', { name: '0 of 25' })).toBeVisible();
  await expect(drawer.getByText(email)).toBeVisible();
  const mail = await mailbox.waitFor(email, /invit|manage/i);
  expect(mail.text).toContain('/accept-invite');
});

test('on a phone the board is one column at a time and fits the screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openPipeline(page);
  await page.getByRole('tab', { name: /^Qualified/ }).click();
  await expect(page.getByRole('link', { name: 'Sample Deemed University (demo)' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectAccessible(page);
});

test('a learner is kept out and downloads no code of the pipeline', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
  await signIn(page, 'learner@example.com', password);
  await expect(page).toHaveURL(/\/dashboard$/);
  await page.goto('/admin/leads');
  await expect(page.getByRole('heading', { name: 'This area is not open to your account' })).toBeVisible();
  expect(scripts.filter((path) => /leads-page|lead-drawer|dnd-kit|features\/admin/.test(path))).toEqual([]);
});

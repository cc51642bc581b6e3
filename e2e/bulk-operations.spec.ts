import { readFile } from 'node:fs/promises';
import { expect, expectAccessible, signIn, test } from './support/test.ts';

const password = 'Learn-AI-2026';
const subject = 'The new term';

test('staff choose people, see whom it reaches, write to them and get a file of what became of each', async ({
  page,
  mailbox,
}) => {
  test.setTimeout(240_000);
  await signIn(page, 'admin@example.com', password);
  await expect(page).toHaveURL(/\/admin\/overview$/);
  await page.goto('/admin/users?q=student0');
  await page.getByRole('link', { name: 'For all of these…' }).click();
  await expect(page).toHaveURL(/\/admin\/bulk\/new\?q=student0$/);
  await expect(page.getByLabel('Name, e-mail or phone')).toHaveValue('student0');
  await expectAccessible(page);

  await test.step('nothing happens before the set was checked', async () => {
    await page.getByText('Send a mail', { exact: true }).click();
    await page.getByLabel(/^Subject/).fill(subject);
    await page.getByLabel(/^Text/).fill('It begins on Monday.\n\nBring <b>nothing</b>.');
    await page.getByText('By addresses', { exact: true }).click();
    await page
      .getByLabel(/^E-mail addresses/)
      .fill('student01@students.example.com, learner@example.com\nnobody.here@example.com');
    await expect(page.getByText('3 addresses')).toBeVisible();
    await page.getByRole('button', { name: 'Check the set' }).click();
    await expect(page.getByText('2 people are in the set, among them:')).toBeVisible();
    await expect(page.getByText('nobody.here@example.com', { exact: true })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('it asks for a reason, and goes on whatever becomes of the page', async () => {
    await page.getByRole('button', { name: 'Write to 2 people' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Write to 2 people' }).click();
    await expect(dialog.getByText('Say why, in at least 3 letters.')).toBeVisible();
    await dialog.getByLabel(/^Reason/).fill('Agreed with the dean');
    await dialog.getByRole('button', { name: 'Write to 2 people' }).click();
    await page.waitForURL(/\/admin\/bulk\/[0-9a-f-]{36}$/);
    await page.reload();
    await expect(page.getByRole('heading', { level: 2, name: 'Done' })).toBeVisible({ timeout: 60_000 });
    await expectAccessible(page);
  });

  await test.step('each person got one mail, as text', async () => {
    for (const to of ['student01@students.example.com', 'learner@example.com']) {
      const mail = await mailbox.waitFor(to, new RegExp(subject));
      expect(mail.text).toContain('Bring <b>nothing</b>.');
      expect(mail.html).toContain('&lt;b&gt;nothing');
    }
  });

  await test.step('the file says what became of each', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'As CSV' }).click();
    const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines.join('\n')).toContain('nobody.here@example.com,Refused,Nobody has this address.');
    expect(lines.join('\n')).toContain('learner@example.com,Changed,The mail is on its way.');
  });

  await test.step('the list and the bell know of it', async () => {
    await page.getByRole('link', { name: 'All operations' }).click();
    await expect(page.getByRole('link', { name: 'Send a mail' }).first()).toBeVisible();
    await page.getByRole('button', { name: /^Notifications/ }).click();
    await expect(page.getByText('A bulk operation is done: 2 of 3 people')).toBeVisible();
  });
});

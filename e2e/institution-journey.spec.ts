import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { completeModules, passExam, passMockTest } from './support/learn.ts';
import { zipEntries } from './support/zip.ts';
import { expect, expectAccessible, signIn, test } from './support/test.ts';

const password = 'a long enough sentence';
const track = { id: 'ai-practitioner', name: 'AI Practitioner', modules: 3, test: 'Mock test 1: data and models' };

test('an institution goes from an enquiry to certified students whose certificates its manager downloads', async ({
  browser,
  page,
  mailbox,
  stack,
}) => {
  test.setTimeout(600_000);
  const run = crypto.randomUUID().slice(0, 8);
  const name = `Riverside University ${run}`;
  const manager = { name: 'Kavita Menon', email: `registrar.${run}@riverside.example.com` };
  const studentMail = (number: number) => `student.${number}.${run}@riverside.example.com`;
  const open = async () => {
    const context = await browser.newContext({ baseURL: stack.appUrl });
    return context.newPage();
  };

  const reference = await test.step('a visitor sends an enquiry', async () => {
    await page.goto('/register');
    await expectAccessible(page);
    await page.getByRole('link', { name: /^University/ }).click();
    await page.getByLabel('Name of the institution').fill(name);
    await page.getByLabel('Full name').fill(manager.name);
    await page.getByLabel('E-mail').fill(manager.email);
    await page.getByLabel('Phone').fill('+91 98765 43210');
    await page.getByRole('checkbox', { name: /I have read the privacy notice/ }).check();
    await page.getByRole('button', { name: 'Send enquiry' }).click();
    await expect(page.getByRole('heading', { name: 'Thank you, we have your enquiry' })).toBeVisible();
    await expectAccessible(page);
    return /ENQ-[0-9A-Z]+/.exec(await page.getByRole('main').innerText())?.[0] ?? '';
  });

  await test.step('sales staff work the lead and convert it', async () => {
    const sales = await open();
    await mailbox.waitFor('admin@example.com', new RegExp(`New enquiry: ${name}`));
    await signIn(sales, 'admin@example.com', 'Learn-AI-2026');
    await sales.getByRole('link', { name: 'Leads' }).first().click();
    const move = async (to: string) => {
      await sales
        .getByRole('button', { name: `Move ${name} to…` })
        .first()
        .click();
      await sales.getByRole('menuitem', { name: to, exact: true }).click();
    };
    for (const status of ['Contacted', 'Qualified']) {
      await move(status);
      await expect(sales.getByText(`${name} is now: ${status}.`).first()).toBeAttached();
    }
    await move('Convert…');
    const dialog = sales.getByRole('dialog');
    await expect(dialog.getByLabel('Full name')).toHaveValue(manager.name);
    const line = dialog.getByRole('group', { name: 'Line 1' });
    await line.getByLabel('Track').selectOption({ label: track.name });
    await line.getByLabel(/^Seats/).fill('25');
    await line.getByLabel('Price per seat').fill('3,499');
    await dialog.getByRole('button', { name: 'Convert and invite' }).click();
    await expect(dialog.getByRole('heading', { name: 'The institution is set up' })).toBeVisible();
    await expect(dialog.getByText(reference).or(dialog.getByText(manager.email))).toBeVisible();
    await sales.context().close();
  });

  const office = await open();
  await test.step('the manager accepts the invitation and sets a password', async () => {
    await acceptInvitation(office, (await mailbox.waitFor(manager.email, /^You are invited to manage/)).text);
    await expect(office).toHaveURL(/\/institution\/students$/);
    await expect(office.getByText(name).first()).toBeVisible();
    await expectAccessible(office);
  });

  await test.step('25 rows, five of them bad: each fault is named, nothing is written, the good ones are enrolled', async () => {
    const rows = Array.from({ length: 25 }, (_, index) => [
      studentMail(index + 1),
      `Student ${index + 1}`,
      `R-${index + 1}`,
    ]);
    rows[3] = ['not an address', 'Student 4', 'R-4'];
    rows[8] = [studentMail(9), '', 'R-9'];
    rows[13] = [studentMail(1), 'Student 1 again', 'R-14'];
    rows[17] = [studentMail(18), '=HYPERLINK("https://evil.example.com")', 'R-18'];
    rows[22] = [studentMail(23), 'Student 23', 'x'.repeat(61)];
    await handIn(office, 'students.csv', csv([['email', 'full_name', 'roll_no'], ...rows]));
    await expect(office.getByRole('heading', { name: 'The list is checked' })).toBeVisible();
    for (const reason of [
      'This is not an e-mail address.',
      'The name is missing.',
      'The same student stands in row 2 already.',
      /The cell holds a formula/,
      'This roll number is too long.',
    ]) {
      await expect(office.getByText(reason).first()).toBeVisible();
    }
    await expectAccessible(office);
    await office.reload();
    await office.getByRole('button', { name: 'Enrol 20 students' }).click();
    await expect(office.getByRole('heading', { name: 'The list is enrolled' })).toBeVisible({ timeout: 60_000 });
    await expectAccessible(office);
  });

  await test.step('the error file is mended and handed in again', async () => {
    const download = office.waitForEvent('download');
    await office.getByRole('button', { name: 'Download the error file' }).click();
    const given = await readFile(await (await download).path(), 'utf8');
    const mended = given
      .replace('not an address', studentMail(4))
      .replace(`${studentMail(9)},,`, `${studentMail(9)},Student 9,`)
      .replace(`${studentMail(1)},Student 1 again`, `${studentMail(14)},Student 14`)
      .replace(/"?'?=HYPERLINK\(.*?\)"?,R-18/, 'Student 18,R-18')
      .replace('x'.repeat(61), 'R-23');
    await office.getByRole('link', { name: 'Hand in another file' }).click();
    await handIn(office, 'mended.csv', Buffer.from(mended));
    await office.getByRole('button', { name: 'Enrol 5 students' }).click();
    await expect(office.getByRole('heading', { name: 'The list is enrolled' })).toBeVisible({ timeout: 60_000 });
    await office.getByRole('link', { name: 'Students', exact: true }).click();
    await expect(office.getByRole('heading', { name: 'Students', level: 1 })).toBeVisible();
    for (const number of [4, 9, 14, 18, 23]) {
      await office.getByRole('textbox', { name: 'Search' }).fill(studentMail(number));
      await expect(office.getByText(`Student ${number}`, { exact: true }).first()).toBeVisible();
    }
  });

  const desk = await open();
  await test.step('a student accepts, finds the track open with nothing to pay, finishes and is certified', async () => {
    const invitation = await mailbox.waitFor(studentMail(9), new RegExp(`${name} has a place for you`));
    await acceptInvitation(desk, invitation.text);
    await expect(desk).toHaveURL(/\/dashboard$/);
    await expect(desk.getByText(track.name).first()).toBeVisible();
    await completeModules(desk, track.modules);
    await passMockTest(desk, stack, track.test);
    await passExam(desk, track.id);
    await mailbox.waitFor(studentMail(9), /^Your certificate/);
    await desk.context().close();
  });

  await test.step('the manager sees it and downloads the certificates as one archive', async () => {
    await office.goto('/institution/students?q=' + encodeURIComponent(studentMail(9)));
    await expect(office.getByRole('row', { name: /Student 9/ })).toContainText('Certified');
    await office.getByRole('link', { name: 'Certificates', exact: true }).click();
    await expect(office.getByText('Student 9').first()).toBeVisible();
    await expectAccessible(office);
    const download = office.waitForEvent('download');
    await office.getByRole('button', { name: /ZIP/ }).click();
    const archive = await readFile(await (await download).path());
    const entries = zipEntries(archive);
    expect(entries.filter(({ name: file }) => /^AIR-.*Student 9\.pdf$/.test(file))).toHaveLength(1);
    expect(
      entries
        .find(({ name: file }) => file.endsWith('.pdf'))
        ?.content.subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await office.context().close();
  });
});

/** Opens the invitation of a mail in this browser and makes the account. */
async function acceptInvitation(page: Page, mail: string) {
  const link = /https?:\/\/\S+\/accept-invite\?invite=\S+/.exec(mail)?.[0];
  if (!link) throw new Error('The mail has no invitation.');
  await page.goto(link);
  await page.getByLabel(/^Choose a password/).fill(password);
  await page.getByRole('checkbox', { name: /I accept the terms/ }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Create my account' }).click();
  await page.waitForURL(/\/(dashboard|institution)/);
}

function csv(rows: string[][]): Buffer {
  const cell = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return Buffer.from(`${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`);
}

async function handIn(page: Page, name: string, buffer: Buffer) {
  if (!page.url().endsWith('/institution/bulk')) await page.getByRole('link', { name: 'Enrol from a file' }).click();
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Upload and check' }).click();
  await page.waitForURL(/\/institution\/bulk\/[0-9a-f-]{36}$/);
}

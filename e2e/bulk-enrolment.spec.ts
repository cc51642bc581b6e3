import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import pg from 'pg';
import { expect, expectAccessible, signIn, test } from './support/test.ts';

const files = 'supabase/tests/files/imports';
const track = { id: 'ai-leadership', name: 'AI Leadership' };
const enrolledAll = { name: 'The list is enrolled' };

test.describe('Enrolling from a file', () => {
  test.beforeEach(async ({ page, stack }) => {
    await giveSeats(stack.dbUrl, 100);
    await signIn(page, 'manager@example.com', 'Learn-AI-2026');
    await page.waitForURL(/\/institution\/students$/);
    await page.getByRole('link', { name: 'Enrol from a file', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Enrol from a file' })).toBeVisible();
  });

  test('five faults are named, mended and enrolled; nobody is enrolled twice; it can be undone', async ({ page }) => {
    test.setTimeout(300_000);
    const run = crypto.randomUUID().slice(0, 8);
    const rows = goodRows(run, 25);
    const bad = new Map([
      [3, { row: `nobody at home,Student 4,R-4,${track.name}`, reason: 'This is not an e-mail address.' }],
      [8, { row: `${mail(run, 9)},,R-9,${track.name}`, reason: 'The name is missing.' }],
      [12, { row: `${mail(run, 13)},Student 13,R-13,AI Gardening`, reason: 'There is no track of this name.' }],
      [17, { row: `${mail(run, 1)},Again,R-18,${track.name}`, reason: 'The same student stands in row 2 already.' }],
      [22, { row: `${mail(run, 23)},Student 23,${'7'.repeat(61)},${track.name}`, reason: /roll number is too long/ }],
    ]);
    const given = rows.map((row, index) => bad.get(index)?.row ?? row);

    await test.step('each fault is named, and nobody is enrolled by the check', async () => {
      await expectAccessible(page);
      await handIn(page, 'students.csv', list(given));
      await expect(page.getByText('Nobody is enrolled yet')).toBeVisible({ timeout: 30_000 });
      const table = page.getByRole('table', { name: 'Rows with faults' });
      for (const [index, { reason }] of bad) {
        await expect(
          table
            .getByRole('row')
            .filter({ hasText: String(index + 2) })
            .filter({ hasText: reason }),
        ).toBeVisible();
      }
      await expectAccessible(page);
      await page.getByLabel('Kind of fault').selectOption('Name missing');
      await expect(table.getByRole('row')).toHaveCount(2);
      await page.reload();
      await expect(table.getByRole('row')).toHaveCount(2);
    });

    await test.step('twenty are enrolled, whatever becomes of the page', async () => {
      const confirmed = page.waitForResponse((response) => response.url().endsWith('/bulk-enrol') && response.ok());
      await page.getByRole('button', { name: 'Enrol 20 students' }).click();
      await confirmed;
      await page.reload();
      await expect(page.getByRole('heading', enrolledAll)).toBeVisible({ timeout: 60_000 });
      await expect(numberOf(page, 'Enrolled')).toHaveText('20');
      await expect(numberOf(page, 'Not enrolled')).toHaveText('5');
      await expectAccessible(page);
    });

    await test.step('the error file is mended and handed in: the other five are enrolled', async () => {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download the error file' }).click();
      const errors = await readFile(await (await download).path(), 'utf8');
      expect(errors.trim().split('\n')).toHaveLength(6);
      const mended = errors
        .replace('nobody at home', mail(run, 4))
        .replace(`${mail(run, 9)},,`, `${mail(run, 9)},Student 9,`)
        .replace('AI Gardening', track.name)
        .replace(`${mail(run, 1)},Again`, `${mail(run, 18)},Student 18`)
        .replace('7'.repeat(61), 'R-23');
      await page.getByRole('link', { name: 'Hand in another file' }).click();
      await handIn(page, 'mended.csv', mended);
      await page.getByRole('button', { name: 'Enrol 5 students' }).click();
      await expect(page.getByRole('heading', enrolledAll)).toBeVisible({ timeout: 60_000 });
      await expect(numberOf(page, 'Enrolled')).toHaveText('5');
    });

    await test.step('the same students once more: nobody is enrolled twice', async () => {
      await page.getByRole('link', { name: 'Hand in another file' }).click();
      await handIn(page, 'again.csv', list(rows));
      await expect(page.getByText('Everybody in it is enrolled already.')).toBeVisible({ timeout: 30_000 });
      await expect(page.getByRole('button', { name: /^Enrol \d/ })).toHaveCount(0);
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Discard this list' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Discard the list' }).click();
      await expect(page.getByRole('heading', { name: 'The list was discarded' })).toBeVisible();
    });

    await test.step('the first list is undone for those who have not started: all of them', async () => {
      await page.getByRole('link', { name: 'All lists' }).click();
      await page.getByRole('link', { name: 'students.csv', exact: true }).first().click();
      await page.getByRole('button', { name: 'Undo' }).click();
      await expectAccessible(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Undo the enrolment' }).click();
      await expect(page.getByRole('heading', { name: 'The enrolment was undone' })).toBeVisible();
      await expect(numberOf(page, 'Taken back')).toHaveText('20');
      await expectAccessible(page);
    });
  });

  test('the memory of the page is the same for fifty thousand rows as for a thousand', async ({ page }) => {
    test.setTimeout(180_000);
    const devtools = await page.context().newCDPSession(page);
    const held = async (count: number) => {
      const faulty = Array.from({ length: count }, (_, at) => `${mail('memory', at)},,R-${at},${track.name}`);
      await page.goto('/institution/bulk');
      await handIn(page, 'faulty.csv', list(faulty));
      await expect(page.getByRole('table', { name: 'Rows with faults' })).toBeVisible({ timeout: 90_000 });
      await devtools.send('HeapProfiler.collectGarbage');
      return (await devtools.send('Runtime.getHeapUsage')).usedSize;
    };
    const small = await held(1000);
    expect(await held(50_000)).toBeLessThan(1.3 * small);
  });

  test('a workbook is read like a list of text, with one track for all', async ({ page }) => {
    await page.getByLabel('Track', { exact: true }).selectOption(track.id);
    await page.locator('input[type="file"]').setInputFiles(`${files}/libreoffice.xlsx`);
    await page.getByRole('button', { name: 'Upload and check' }).click();
    await expect(page.getByText('Nobody is enrolled yet')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('button', { name: /^Enrol \d+ students?$/ })).toBeVisible();
    await expectAccessible(page);
  });

  test('a PDF that is named .csv is refused in words', async ({ page }) => {
    await page.locator('input[type="file"]').setInputFiles(`${files}/document.pdf.csv`);
    await page.getByRole('button', { name: 'Upload and check' }).click();
    await expect(page.getByRole('alert')).toContainText('This is neither a CSV nor an Excel file', { timeout: 30_000 });
    await expect(page.getByRole('link', { name: 'Hand in another file' })).toBeVisible();
    await expectAccessible(page);
  });
});

const mail = (run: string, number: number) => `student.${number}.${run}@students.example.com`;

const goodRows = (run: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${mail(run, at + 1)},Student ${at + 1},R-${at + 1},${track.name}`);

const list = (rows: string[]) => `${['email,full_name,roll_no,track', ...rows].join('\r\n')}\r\n`;

async function handIn(page: Page, name: string, text: string) {
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Upload and check' }).click();
  await page.waitForURL(/\/institution\/bulk\/[0-9a-f-]{36}$/);
}

/** The figure above its name. */
const numberOf = (page: Page, name: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) }) })
    .getByRole('definition');

/** Seats of a track for the sample university, as the database's owner: managers cannot. */
async function giveSeats(dbUrl: string, seats: number) {
  const client = new pg.Client({ connectionString: dbUrl });
  await client.connect();
  try {
    await client.query(
      `insert into public.institution_seats (institution_id, track_id, seats, price, valid_until)
       select im.institution_id, $1, $2, 100000, current_date + 200 from public.institution_managers im
       join public.profiles p on p.user_id = im.user_id where p.email = 'manager@example.com'`,
      [track.id, seats],
    );
  } finally {
    await client.end();
  }
}

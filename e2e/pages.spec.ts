import { expect, expectAccessible, signIn, test } from './support/test.ts';

const password = 'Learn-AI-2026';

test.describe('Pages that anybody can open', () => {
  for (const path of [
    '/verify',
    '/verify/AIR-2026-00000000',
    '/privacy',
    '/terms',
    '/refund-policy',
    '/login',
    '/forgot-password',
    '/reset-password',
    '/accept-invite',
    '/no-such-page',
  ]) {
    test(`${path} is accessible, in light and in dark`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
    });
  }

  test('nothing is wider than the window at 320 pixels', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of ['/', '/tracks/ai-foundations', '/verify', '/register', '/login', '/privacy']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: path })
        .toBeLessThanOrEqual(320);
    }
  });
});

test.describe('The areas of each kind of person', () => {
  const people = [
    { email: 'learner@example.com', home: '/dashboard', foreign: ['/admin', '/institution'] },
    { email: 'manager@example.com', home: '/institution/students', foreign: ['/admin', '/dashboard'] },
    { email: 'admin@example.com', home: '/admin/overview', foreign: ['/institution', '/dashboard'] },
  ];

  for (const { email, home, foreign } of people) {
    test(`${email} lands on ${home} and is kept out of ${foreign.join(' and ')}`, async ({ page }) => {
      await signIn(page, email, password);
      await expect(page).toHaveURL(new RegExp(`${home}$`));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
      for (const path of foreign) {
        await page.goto(path);
        await expect(page.getByRole('heading', { name: 'This area is not open to your account' })).toBeVisible();
      }
      await page.goto('/profile');
      await expect(page.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible();
      await expectAccessible(page);
    });
  }

  test("every page of an institution's area is accessible, and none is wider than the window at 320 pixels", async ({
    page,
  }) => {
    await signIn(page, 'manager@example.com', password);
    await expect(page).toHaveURL(/\/institution\/students$/);
    for (const name of ['students', 'progress', 'certificates', 'bulk', 'team']) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(`/institution/${name}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText('Loading…')).toHaveCount(0);
      await expectAccessible(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: name })
        .toBeLessThanOrEqual(320);
    }
  });

  test('a stranger is asked to sign in and comes back to the page', async ({ page }) => {
    await page.goto('/profile');
    await expect(page).toHaveURL(/\/login\?next=%2Fprofile$/);
    await page.getByLabel('E-mail').fill('learner@example.com');
    await page.getByLabel(/^Password/).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(/\/profile$/);
  });

  test('a learner downloads no code of the staff area', async ({ page }) => {
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    await signIn(page, 'learner@example.com', password);
    await expect(page).toHaveURL(/\/dashboard$/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(scripts.filter((url) => /admin/.test(new URL(url).pathname))).toEqual([]);
  });
});

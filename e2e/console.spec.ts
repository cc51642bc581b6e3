import type { Page } from '@playwright/test';
import pg from 'pg';
import { expect, expectAccessible, signIn, test } from './support/test.ts';

const password = 'Learn-AI-2026';
const probe = { email: 'probe@example.com', role: 'probe' };

/** Every page of the console that is not of one row, and what opens it. */
const pages = [
  { path: '/admin/overview', nav: 'Overview', needs: 'analytics.read' },
  { path: '/admin/users', nav: 'Users', needs: 'users.read' },
  { path: '/admin/institutions', nav: 'Institutions', needs: 'institutions.read' },
  { path: '/admin/leads', nav: 'Leads', needs: 'leads.read' },
  { path: '/admin/programs', nav: 'Programs', needs: 'catalogue.manage' },
  { path: '/admin/programs/modules', nav: 'Programs', needs: 'catalogue.manage' },
  { path: '/admin/programs/tests', nav: 'Mock tests', needs: 'tests.manage' },
  { path: '/admin/bulk', nav: 'Bulk operations', needs: 'bulk.run' },
  { path: '/admin/bulk/new', nav: 'Bulk operations', needs: 'bulk.run' },
  { path: '/admin/roles', nav: 'Roles and staff', needs: 'roles.manage' },
  { path: '/admin/roles/staff', nav: 'Roles and staff', needs: 'roles.manage' },
  { path: '/admin/settings/company', nav: 'Settings', needs: 'settings.manage' },
  { path: '/admin/settings/tax', nav: 'Settings', needs: 'settings.manage' },
  { path: '/admin/settings/policies', nav: 'Settings', needs: 'settings.manage' },
  { path: '/admin/settings/maintenance', nav: 'Settings', needs: 'settings.manage' },
  { path: '/admin/settings/mails', nav: 'Settings', needs: 'settings.manage' },
  { path: '/admin/settings/coupons', nav: 'Settings', needs: 'coupons.manage' },
  { path: '/admin/audit', nav: 'Audit log', needs: 'audit.read' },
  { path: '/admin/operations', nav: 'Background work', needs: 'outbox.manage' },
  { path: '/admin/operations/inbox', nav: 'Background work', needs: 'outbox.manage' },
] as const;

const refusal = (page: Page) => page.getByRole('heading', { name: 'This area is not open to your account' });

test('every page of the console is accessible and fits a phone', async ({ page }) => {
  test.setTimeout(600_000);
  await signIn(page, 'admin@example.com', password);
  await expect(page).toHaveURL(/\/admin\/overview$/);
  for (const { path } of [...pages, { path: '/admin/rights' }]) {
    await test.step(path, async () => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(path);
      await settled(page);
      await expectAccessible(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: path })
        .toBeLessThanOrEqual(320);
    });
  }
});

test('each page is open to its permission and to no other, from the moment that it is given or taken', async ({
  page,
  stack,
}) => {
  test.setTimeout(600_000);
  await withProbe(stack.dbUrl, async (hold) => {
    await hold([]);
    await signIn(page, probe.email, password);
    await expect(page).toHaveURL(/\/admin\/rights$/);
    for (const needs of new Set(pages.map((each) => each.needs))) {
      await test.step(needs, async () => {
        await hold([needs]);
        await page.goto('/admin/rights');
        const nav = page.getByRole('navigation', { name: 'Administration' });
        await expect(nav.getByRole('link')).toHaveText([
          pages.find((each) => each.needs === needs)?.nav ?? '',
          'My rights',
        ]);
        for (const each of pages) {
          await goTo(page, each.path);
          if (each.needs === needs) await settled(page);
          else await expect(refusal(page), each.path).toBeVisible();
        }
      });
    }
  });
});

/** Once nothing is being loaded any more, and the page has its heading. */
async function settled(page: Page) {
  // The first visit to a page waits for its code to be made.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 30_000 });
  await expect(refusal(page)).toHaveCount(0);
  await expect(page.getByText('Loading…')).toHaveCount(0);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** As a link of the app does, without loading all of it anew. */
const goTo = (page: Page, path: string) =>
  page.evaluate((address) => {
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }, path);

/** A member of staff with the admin's password, whose one role holds what it is told to; gone afterwards. */
async function withProbe(dbUrl: string, act: (hold: (permissions: string[]) => Promise<void>) => Promise<void>) {
  const db = new pg.Client({ connectionString: dbUrl });
  await db.connect();
  const clear = async () => {
    await db.query('delete from public.staff_roles where role_id = $1', [probe.role]);
    await db.query('delete from public.roles where id = $1', [probe.role]);
  };
  try {
    await clear();
    await db.query(
      `insert into auth.users (instance_id, id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data,
         raw_user_meta_data, created_at, updated_at, confirmation_token, recovery_token, email_change, email_change_token_new)
       select u.instance_id, gen_random_uuid(), u.aud, u.role, $1::text, u.encrypted_password, now(), u.raw_app_meta_data,
         '{"full_name": "Probe"}', now(), now(), '', '', '', '' from auth.users u
       where u.email = 'admin@example.com' and not exists (select from auth.users p where p.email = $1::text)`,
      [probe.email],
    );
    await db.query(`update public.profiles set kind = 'staff' where email = $1`, [probe.email]);
    await db.query(`insert into public.roles (id, name) values ($1, 'Probe')`, [probe.role]);
    await db.query(
      'insert into public.staff_roles (user_id, role_id) select user_id, $2 from public.profiles where email = $1',
      [probe.email, probe.role],
    );
    await act(async (permissions) => {
      await db.query('delete from public.role_permissions where role_id = $1', [probe.role]);
      await db.query('insert into public.role_permissions (role_id, permission_id) select $1, unnest($2::text[])', [
        probe.role,
        permissions,
      ]);
    });
  } finally {
    await clear();
    await db.end();
  }
}

import type { Page } from '@playwright/test';
import pg from 'pg';
import { expect, signIn, test } from './support/test.ts';

const password = 'Learn-AI-2026';
const mark = 'hostile-words';
const hostile = `${mark} "'><img src=x onerror="window.pwned=1"><script>window.pwned=1</script><svg onload="window.pwned=1">`;

test('no word that a stranger, a learner or a colleague has stored runs as script before staff or managers', async ({
  page,
  stack,
}) => {
  test.setTimeout(300_000);
  const db = new pg.Client({ connectionString: stack.dbUrl });
  await db.connect();
  try {
    const ids = await store(db);
    await signIn(page, 'admin@example.com', password);
    await expect(page).toHaveURL(/\/admin\/overview$/);
    for (const path of [
      `/admin/users?q=${mark}`,
      `/admin/users/${ids.person}`,
      ...['enrolments', 'attempts', 'payments', 'exams', 'certificates', 'timeline'].map(
        (tab) => `/admin/users/${ids.person}?tab=${tab}`,
      ),
      '/admin/overview/registrations',
      '/admin/leads',
      `/admin/leads/${ids.lead}`,
      `/admin/institutions?q=${mark}`,
      `/admin/institutions/${ids.institution}`,
      '/admin/roles',
      '/admin/roles/hostile',
      '/admin/roles/staff',
      '/admin/audit',
      '/admin/operations',
      `/admin/operations/jobs/${ids.job}`,
      '/admin/bulk',
      `/admin/bulk/${ids.bulk}`,
    ]) {
      await page.goto(path);
      await unharmed(page, path);
    }
    await page.context().clearCookies();
    await page.evaluate(() => localStorage.clear());
    await signIn(page, 'manager@example.com', password);
    await page.waitForURL(/\/institution\/students/);
    for (const path of [
      `/institution/students?q=${mark}`,
      '/institution/progress',
      '/institution/bulk',
      '/institution/team',
    ]) {
      await page.goto(path);
      await unharmed(page, path);
    }
  } finally {
    await remove(db);
    await db.end();
  }
});

/** All of it is shown, and shown as words. */
async function unharmed(page: Page, path: string) {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.getByText('Loading…')).toHaveCount(0);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  expect(await page.evaluate(() => 'pwned' in window), path).toBe(false);
  await expect(page.locator('main img[src="x"], main svg[onload], [role="dialog"] img[src="x"]')).toHaveCount(0);
}

/** One row of each kind that people write into, as the database's owner; the ways in have their own tests. */
async function store(db: pg.Client) {
  const id = async (sql: string, values: unknown[] = []) => {
    const { rows } = await db.query<{ id: string }>(sql, values);
    const [row] = rows;
    if (!row) throw new Error('Nothing was stored');
    return row.id;
  };
  const person = await id(
    `insert into auth.users (instance_id, id, aud, role, email, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
     values ('00000000-0000-0000-0000-000000000000', gen_random_uuid(), 'authenticated', 'authenticated', $1, '{}', '{}', now(), now()) returning id`,
    [`${mark}@example.com`],
  );
  await db.query(
    `update public.profiles set full_name = $2, organization = $2, designation = $2, location = $2, bio = $2, phone = left($2, 40) where user_id = $1`,
    [person, hostile],
  );
  const lead = await id(
    `insert into public.leads (reference, kind, institution_name, contact_name, contact_email, contact_phone, designation, city, address, message, privacy_version)
     values ('ENQ-XSS001', 'school', $1, left($1, 120), $2, '+919800000999', left($1, 120), left($1, 120), $1, $1, '1') returning id`,
    [hostile, `${mark}@example.com`],
  );
  await db.query('insert into public.lead_notes (lead_id, body) values ($1, $2)', [lead, hostile]);
  const institution = await id(
    `insert into public.institutions (kind, name, contact_name, contact_email, address) values ('school', $1, $1, $2, $1) returning id`,
    [hostile, `${mark}@example.com`],
  );
  await db.query(
    `insert into public.institution_students (institution_id, email, full_name, roll_no)
     select institution_id, $2, $1, left($1, 60) from public.institution_managers limit 1`,
    [hostile, `${mark}@students.example.com`],
  );
  await db.query(
    `insert into public.imports (institution_id, path, file_name, status, problem)
     select institution_id, institution_id || '/${mark}/x.csv', left($1, 200), 'unreadable', 'missing_columns' from public.institution_managers limit 1`,
    [hostile],
  );
  await db.query(`insert into public.roles (id, name, description) values ('hostile', $1, $1)`, [
    hostile.slice(0, 100),
  ]);
  const job = await id(
    `insert into private.outbox (kind, payload, dedupe_key, status, last_error) values ('email.send', $1, $2, 'dead', $3) returning id`,
    [JSON.stringify({ template: hostile, params: { name: hostile } }), mark, hostile],
  );
  const bulk = await id(
    `insert into public.bulk_jobs (kind, params, reason, status, request_key, rows_total, rows_changed, created_by, ended_at)
     select 'mail', $1, $2, 'done', gen_random_uuid(), 1, 1, user_id, now() from public.profiles where email = 'admin@example.com' returning id`,
    [JSON.stringify({ subject: hostile, body: hostile }), hostile],
  );
  await db.query(
    `insert into public.bulk_rows (job_id, row_number, user_id, state, outcome) values ($1, 1, $2, 'changed', $3)`,
    [bulk, person, hostile],
  );
  await db.query(`select private.audit('user.renamed', 'profile', $1::text, $2::jsonb, ($1::text)::uuid)`, [
    person,
    JSON.stringify({ reason: hostile, before: { full_name: hostile }, after: { full_name: hostile } }),
  ]);
  return { person, lead, institution, job, bulk };
}

async function remove(db: pg.Client) {
  await db.query(`delete from public.bulk_jobs where reason like $1`, [`${mark}%`]);
  await db.query(`delete from private.outbox where dedupe_key = $1`, [mark]);
  await db.query(`delete from public.roles where id = 'hostile'`);
  await db.query(`delete from public.imports where path like '%/${mark}/x.csv'`);
  await db.query(`delete from public.institution_students where email = $1`, [`${mark}@students.example.com`]);
  await db.query(`delete from public.institutions where name like $1`, [`${mark}%`]);
  await db.query(`delete from public.lead_notes where body like $1`, [`${mark}%`]);
  await db.query(`delete from public.leads where reference = 'ENQ-XSS001'`);
  await db.query(`delete from auth.users where email = $1`, [`${mark}@example.com`]);
}

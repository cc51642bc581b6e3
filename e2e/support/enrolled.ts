import type { Page } from '@playwright/test';
import { createClient } from '@supabase/supabase-js';
import pg from 'pg';
import type { StackUnderTest } from './stack.ts';
import { signIn } from './test.ts';

/**
 * A new learner who may book the exam of a track, signed in: enrolled, every module done, a mock test passed and an
 * identity document verified. The database's owner writes it, as no person could.
 */
export async function registerEnrolled(page: Page, stack: StackUnderTest, trackId: string): Promise<void> {
  const email = `learner.${crypto.randomUUID().slice(0, 8)}@example.com`;
  const password = 'a long enough sentence';
  const admin = createClient(stack.apiUrl, stack.secretKey, { auth: { persistSession: false } });
  const { data, error } = await admin.auth.admin.createUser({
    email,
    password,
    email_confirm: true,
    user_metadata: { full_name: 'Rohan Das' },
  });
  if (error) throw error;
  await makeReady(stack.dbUrl, data.user.id, trackId);
  await signIn(page, email, password);
  await page.waitForURL(/\/dashboard$/);
}

async function makeReady(dbUrl: string, userId: string, trackId: string) {
  const client = new pg.Client({ connectionString: dbUrl });
  await client.connect();
  try {
    const enrolled = await client.query<{ id: string }>(`select private.enrol($1, $2, 'grant') as id`, [
      userId,
      trackId,
    ]);
    const enrolmentId = enrolled.rows[0]?.id;
    await client.query(
      `insert into public.module_progress (enrolment_id, module_id, user_id, status, completed_at)
       select $1, tm.module_id, $2, 'completed', now() from public.track_modules tm where tm.track_id = $3`,
      [enrolmentId, userId, trackId],
    );
    await client.query(
      `insert into public.test_attempts (user_id, enrolment_id, mock_test_id, attempt_no, status, started_at, deadline_at, submitted_at,
         question_order, question_count, score, points, max_points, passed)
       select $2, $1, t.id, 1, 'submitted', now() - interval '1 hour', now() - interval '30 minutes', now() - interval '40 minutes',
         '[]', 20, 90, 18, 20, true from public.mock_tests t where t.track_id = $3 order by t.position limit 1`,
      [enrolmentId, userId, trackId],
    );
    const path = `${userId}/identity.png`;
    await client.query(
      `insert into storage.objects (bucket_id, name, owner_id) values ('identity-documents', $1, $2)`,
      [path, userId],
    );
    await client.query(
      `insert into public.identity_verifications (user_id, document_path, document_kind, status, reviewed_at) values ($1, $2, 'passport', 'verified', now())`,
      [userId, path],
    );
  } finally {
    await client.end();
  }
}

import pg from 'pg';

export const institutionId = '00000002-0000-4000-8000-000000000001';
export const manager = {
  id: '00000001-0000-4000-8000-000000000000',
  email: 'manager@example.com',
  password: 'Learn-AI-2026',
};
/** The first hundred certificates are of this track. */
export const smallTrack = 'track-small';
export const smallCount = 100;

const uuid = (group: string, expression: string) =>
  `('${group}-0000-4000-8000-' || lpad((${expression})::text, 12, '0'))::uuid`;

/** An institution, its manager, and students who hold a certificate each; the documents are not drawn yet. */
export async function fillInstitution(url: string, count: number): Promise<void> {
  const series = `generate_series(1, ${count}) i`;
  const person = uuid('00000001', 'i');
  const track = `case when i <= ${smallCount} then '${smallTrack}' else 'track-large' end`;
  const names = "(array['Priya Sharma', 'प्रिया शर्मा', 'தமிழ்ச்செல்வி', 'Zoë Ångström-Núñez'])[i % 4 + 1]";
  await run(
    url,
    `insert into auth.users (instance_id, id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data,
        raw_user_meta_data, created_at, updated_at, confirmation_token, recovery_token, email_change, email_change_token_new)
      select '00000000-0000-0000-0000-000000000000'::uuid, ${person}, 'authenticated', 'authenticated', 'person-' || i || '@example.com', '',
        now(), '{}'::jsonb, jsonb_build_object('full_name', ${names}), now(), now(), '', '', '', '' from ${series}
      union all select '00000000-0000-0000-0000-000000000000'::uuid, '${manager.id}'::uuid, 'authenticated', 'authenticated', '${manager.email}',
        extensions.crypt('${manager.password}', extensions.gen_salt('bf', 10)), now(), '{}'::jsonb, '{"full_name": "Manager"}'::jsonb, now(), now(),
        '', '', '', '';
    update public.profiles set kind = 'institution' where user_id = '${manager.id}';
    insert into public.institutions (id, kind, name, contact_name, contact_email)
      values ('${institutionId}', 'university', 'University', 'Contact', 'contact@example.com');
    insert into public.institution_managers (institution_id, user_id) values ('${institutionId}', '${manager.id}');
    insert into public.tracks (id, name, tagline, description, color, icon, duration_hours, price, addon_price, renewal_price,
        passing_score, validity_months, access_months, attempts_included, exam_minutes, cooldown_hours, position)
      select id, 'AI Foundations', '', '', 'brand', 'brain', 10, 100000, 10000, 10000, 70, 24, 12, 2, 45, 24, 1
      from unnest(array['${smallTrack}', 'track-large']) id;
    insert into public.enrolments (id, user_id, track_id, source, status, institution_id)
      select ${uuid('00000003', 'i')}, ${person}, ${track}, 'institution', 'completed', '${institutionId}' from ${series};
    insert into public.certificates (id, number, user_id, track_id, enrolment_id, cycle, holder_name, track_name, score, issued_at, expires_at)
      select ${uuid('00000009', 'i')}, 'AIR-2026-BENCH' || lpad(i::text, 6, '0'), ${person}, ${track}, ${uuid('00000003', 'i')}, 1,
        ${names}, 'AI Foundations', 85, now(), now() + interval '2 years' from ${series};`,
  );
}

export type Drawn = { number: string; user_id: string; holder_name: string };

export async function certificatesOf(url: string): Promise<Drawn[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Drawn>(
      'select number, user_id, holder_name from public.certificates order by id',
    );
    return rows;
  } finally {
    await client.end();
  }
}

/** What the worker does once a document is stored, for all of them. */
export const markDrawn = (url: string) =>
  run(url, `update public.certificates set pdf_path = user_id || '/' || number || '.pdf'`);

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

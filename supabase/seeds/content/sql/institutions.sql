-- The sample university: what it bought, and twenty-five students of whom each state has some. Those who joined have the published
-- password, too (student01@students.example.com and so on).
create temporary table demo_students on commit drop as
select
  s.no, s.full_name, s.assigned, s.joined, s.foundations, s.practitioner, s.active, s.right_answers, s.exam, s.score,
  'student' || lpad(s.no::text, 2, '0') || '@students.example.com' as email,
  'SU-' || (2400 + s.no * 7) as roll_no,
  -- The same keys each time, so that a second run finds everything there.
  ('00000000-0000-4000-8000-0000000011' || lpad(s.no::text, 2, '0'))::uuid as user_id,
  ('00000000-0000-4000-8000-0000000014' || lpad(s.no::text, 2, '0'))::uuid as student_id
from (values
  -- Days ago: given a seat, joined, last active. Modules done of each track, null without a seat. Answers right of twenty. Exam, per cent.
  (1, 'Aarav Shah', 64, 63, 9, null, 12, 18, 'passed', 88),
  (2, 'Diya Menon', 64, 62, 9, null, 9, 19, 'passed', 92),
  (3, 'Ishaan Verma', 64, 60, 9, 1, 3, 16, 'passed', 76),
  (4, 'Ananya Iyer', 64, 61, 9, null, 2, 17, 'scheduled', null),
  (5, 'Kabir Singh', 64, 58, 9, null, 6, 15, 'failed', 58),
  (6, 'Saanvi Reddy', 64, 60, 9, null, 4, null, null, null),
  (7, 'Vivaan Joshi', 64, 59, 7, null, 2, 13, null, null),
  (8, 'Aadhya Pillai', 64, 57, 6, null, 1, 16, null, null),
  (9, 'Arjun Desai', 64, 63, 5, 2, 4, null, null, null),
  (10, 'Myra Kapoor', 50, 48, 4, null, 3, null, null, null),
  (11, 'Reyansh Gupta', 50, 49, 3, null, 27, 11, null, null),
  (12, 'Kiara Bose', 50, 47, 2, null, 33, null, null, null),
  (13, 'Vihaan Patil', 50, 45, 1, null, 0, null, null, null),
  (14, 'Navya Krishnan', 50, 24, 0, null, null, null, null, null),
  (15, 'Dhruv Malhotra', 50, 19, 0, null, null, null, null, null),
  (16, 'Pari Chatterjee', 20, 6, 0, null, null, null, null, null),
  (17, 'Aditya Rathore', 20, 2, 0, null, null, null, null, null),
  (18, 'Riya Deshpande', 20, null, 0, null, null, null, null, null),
  (19, 'Krishna Nambiar', 20, null, 0, null, null, null, null, null),
  (20, 'Tara Fernandes', 3, null, 0, null, null, null, null, null),
  (21, 'Yash Thakur', 3, null, 0, 0, null, null, null, null),
  (22, 'Zoya Khan', 40, 38, null, 3, 5, 17, null, null),
  (23, 'Rohan Mehta', 40, 37, null, 2, 8, null, null, null),
  (24, 'Ira Banerjee', 20, 4, null, 0, null, null, null, null),
  (25, 'Neel Saxena', 3, null, null, 0, null, null, null, null)
) as s (no, full_name, assigned, joined, foundations, practitioner, active, right_answers, exam, score);

insert into auth.users (
  instance_id, id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data,
  created_at, updated_at, confirmation_token, recovery_token, email_change, email_change_token_new
)
select
  '00000000-0000-0000-0000-000000000000', s.user_id, 'authenticated', 'authenticated', s.email, password.hash, now(),
  '{"provider":"email","providers":["email"]}'::jsonb, jsonb_build_object('full_name', s.full_name, 'consent_version', '2026-04-01'),
  now() - make_interval(days => s.joined), now(), '', '', '', ''
from demo_students s
cross join (select extensions.crypt('Learn-AI-2026', extensions.gen_salt('bf', 10)) as hash) password
where s.joined is not null
on conflict do nothing;

insert into auth.identities (provider_id, user_id, identity_data, provider, last_sign_in_at, created_at, updated_at)
select
  s.user_id::text, s.user_id, jsonb_build_object('sub', s.user_id::text, 'email', s.email, 'email_verified', true, 'phone_verified', false),
  'email', now(), now(), now()
from demo_students s where s.joined is not null
on conflict do nothing;

update public.profiles p set joined_at = now() - make_interval(days => s.joined)
from demo_students s where p.user_id = s.user_id and p.joined_at > now() - interval '1 day' and s.joined > 1;

insert into public.institution_seats (id, institution_id, track_id, seats, price, valid_until, created_by, created_at)
select block.id::uuid, '00000000-0000-4000-8000-000000000201', block.track_id, block.seats, block.price,
  (now() at time zone 'Asia/Kolkata')::date + block.days, '00000000-0000-4000-8000-000000000104', now() - interval '70 days'
from (values
  ('00000000-0000-4000-8000-000000001701', 'ai-foundations', 30, 299900, 290),
  ('00000000-0000-4000-8000-000000001702', 'ai-practitioner', 10, 599900, 18)
) as block (id, track_id, seats, price, days)
on conflict do nothing;

insert into public.institution_students (
  id, institution_id, email, full_name, roll_no, user_id, invited_at, invitation_sent_at, joined_at, created_at
)
select
  s.student_id, '00000000-0000-4000-8000-000000000201', s.email, s.full_name, s.roll_no, case when s.joined is not null then s.user_id end,
  given.at, given.at + interval '1 minute', now() - make_interval(days => s.joined), given.at
from demo_students s
cross join lateral (select now() - make_interval(days => s.assigned) as at) given
on conflict do nothing;

-- One row for each seat.
create temporary table demo_seats on commit drop as
select
  s.*, seat.track_id, seat.block_id::uuid, seat.done,
  ('00000000-0000-4000-8000-000000012' || seat.digit || lpad(s.no::text, 2, '0'))::uuid as enrolment_id,
  ('00000000-0000-4000-8000-000000015' || seat.digit || lpad(s.no::text, 2, '0'))::uuid as seat_id,
  ('00000000-0000-4000-8000-000000018' || seat.digit || lpad(s.no::text, 2, '0'))::uuid as attempt_id,
  seat.test_id::uuid
from demo_students s
cross join lateral (values
  ('1', 'ai-foundations', '00000000-0000-4000-8000-000000001701', s.foundations, '00000000-0000-4000-8000-000000000401'),
  ('2', 'ai-practitioner', '00000000-0000-4000-8000-000000001702', s.practitioner, '00000000-0000-4000-8000-000000000411')
) as seat (digit, track_id, block_id, done, test_id)
where seat.done is not null;

insert into public.enrolments (id, user_id, track_id, source, enrolled_at, expires_at, attempts_included, institution_id)
select
  s.enrolment_id, s.user_id, s.track_id, 'institution', start.at, start.at + make_interval(months => t.access_months), t.attempts_included,
  '00000000-0000-4000-8000-000000000201'
from demo_seats s
join public.tracks t on t.id = s.track_id
cross join lateral (select now() - make_interval(days => s.joined) as at) start
where s.joined is not null
on conflict do nothing;

insert into public.student_seats (id, institution_id, student_id, block_id, track_id, enrolment_id, assigned_by, assigned_at)
select
  s.seat_id, '00000000-0000-4000-8000-000000000201', s.student_id, s.block_id, s.track_id, case when s.joined is not null then s.enrolment_id end,
  '00000000-0000-4000-8000-000000000103', now() - make_interval(days => s.assigned)
from demo_seats s
on conflict do nothing;

-- Spread over the time from joining to the last day.
insert into public.module_progress (enrolment_id, module_id, user_id, status, position_seconds, watched_seconds, completed_at, created_at, updated_at)
select s.enrolment_id, m.id, s.user_id, 'completed', m.video_seconds, m.video_seconds, finished.at, finished.at - interval '1 hour', finished.at
from demo_seats s
join public.track_modules tm on tm.track_id = s.track_id and tm.position <= s.done
join public.modules m on m.id = tm.module_id
cross join lateral (select now() - make_interval(days => s.active) - (s.done - tm.position) * make_interval(hours => (s.joined - s.active) * 24 / 10) as at) finished
on conflict do nothing;

-- Sittings of the first test of the track, marked by the same function that marks everybody's.
insert into public.test_attempts (id, user_id, enrolment_id, mock_test_id, attempt_no, started_at, deadline_at, question_order, question_count)
select s.attempt_id, s.user_id, s.enrolment_id, t.id, 1, sat.at, sat.at + make_interval(mins => t.duration_minutes), drawn.questions, jsonb_array_length(drawn.questions)
from demo_seats s
join public.mock_tests t on t.id = s.test_id
cross join lateral (select private.draw_questions(t.id, false) as questions) drawn
cross join lateral (select now() - make_interval(days => s.active, hours => 2) as at) sat
-- Who learns both tracks has sat the test of the first.
where s.right_answers is not null and (s.track_id = 'ai-foundations' or s.foundations is null)
on conflict do nothing;

insert into public.attempt_answers (attempt_id, question_id, selected, seq, saved_at)
select
  a.id, q.id,
  case when q.position > s.right_answers
    then array(select o ->> 'id' from jsonb_array_elements(q.options) o where o ->> 'id' <> all (k.correct) limit 1)
    else k.correct
  end,
  q.position, a.started_at + q.position * interval '1 minute'
from demo_seats s
join public.test_attempts a on a.id = s.attempt_id and a.status = 'in_progress'
join public.questions q on q.mock_test_id = a.mock_test_id
join private.answer_keys k on k.question_id = q.id
on conflict do nothing;

do $$
begin
  perform private.grade_attempts(array[a.id], 'submitted', a.started_at + interval '24 minutes')
  from demo_seats s join public.test_attempts a on a.id = s.attempt_id where a.status = 'in_progress';
end
$$;

-- Who failed has used both attempts.
insert into public.exam_sessions (
  id, user_id, enrolment_id, track_id, attempt_no, status, scheduled_at, started_at, submitted_at, decided_at, score, proctor_rating, created_at
)
select
  ('00000000-0000-4000-8000-000000019' || attempt.no || lpad(s.no::text, 2, '0'))::uuid, s.user_id, s.enrolment_id, s.track_id, attempt.no,
  s.exam::public.exam_status, coalesce(begun.at, now() + interval '3 days'), begun.at, begun.at + interval '40 minutes',
  begun.at + interval '41 minutes', s.score - later.attempts * 4, case when begun.at is not null then 'high'::public.proctor_rating end,
  coalesce(begun.at, now()) - interval '1 day'
from demo_seats s
cross join lateral generate_series(1, case s.exam when 'failed' then 2 else 1 end) as attempt (no)
cross join lateral (select case s.exam when 'failed' then 2 - attempt.no else 0 end as attempts) later
cross join lateral (
  select case when s.exam <> 'scheduled' then now() - make_interval(days => s.active + later.attempts * 5) end as at
) begun
where s.exam is not null and s.track_id = 'ai-foundations'
on conflict do nothing;

-- Numbered as ever; the worker draws the documents.
do $$
begin
  perform private.issue_certificate(x.id, x.decided_at)
  from demo_seats s join public.exam_sessions x on x.enrolment_id = s.enrolment_id and x.status = 'passed'
  where not exists (select from public.certificates c where c.exam_session_id = x.id);
end
$$;

-- learner@example.com has just begun; ready@example.com has done everything that the exam asks for.
insert into public.enrolments (id, user_id, track_id, source, enrolled_at, expires_at, attempts_included)
select person.enrolment_id::uuid, person.user_id::uuid, t.id, 'grant', now() - person.ago, now() - person.ago + make_interval(months => t.access_months), t.attempts_included
from public.tracks t
cross join (values
  ('00000000-0000-4000-8000-000000000601', '00000000-0000-4000-8000-000000000101', interval '2 days'),
  ('00000000-0000-4000-8000-000000000602', '00000000-0000-4000-8000-000000000102', interval '30 days')
) as person (enrolment_id, user_id, ago)
where t.id = 'ai-foundations'
on conflict do nothing;

insert into public.module_progress (enrolment_id, module_id, user_id, status, position_seconds, watched_seconds, completed_at, created_at, updated_at)
select
  '00000000-0000-4000-8000-000000000602', m.id, '00000000-0000-4000-8000-000000000102', 'completed', m.video_seconds, m.video_seconds,
  done.at, done.at - interval '1 hour', done.at
from public.track_modules tm
join public.modules m on m.id = tm.module_id
cross join lateral (select now() - interval '29 days' + tm.position * interval '2 days' as at) done
where tm.track_id = 'ai-foundations'
on conflict do nothing;

insert into public.identity_verifications (id, user_id, document_path, document_kind, status, reviewed_by, reviewed_at, note, created_at)
values (
  '00000000-0000-4000-8000-000000000801', '00000000-0000-4000-8000-000000000102', '00000000-0000-4000-8000-000000000102/sample-identity.png',
  'driving_licence', 'verified', '00000000-0000-4000-8000-000000000104', now() - interval '8 days', 'Sample picture for the demonstration.',
  now() - interval '9 days'
)
on conflict do nothing;

-- A passed sitting: all right but the sixth and the fourteenth question, marked by the same function that marks everybody's.
insert into public.test_attempts (id, user_id, enrolment_id, mock_test_id, attempt_no, started_at, deadline_at, question_order, question_count)
select
  '00000000-0000-4000-8000-000000000701', '00000000-0000-4000-8000-000000000102', '00000000-0000-4000-8000-000000000602', t.id, 1,
  now() - interval '7 days', now() - interval '7 days' + make_interval(mins => t.duration_minutes), drawn.questions, jsonb_array_length(drawn.questions)
from public.mock_tests t
cross join lateral (select private.draw_questions(t.id, false) as questions) drawn
where t.id = '00000000-0000-4000-8000-000000000401'
on conflict do nothing;

insert into public.attempt_answers (attempt_id, question_id, selected, seq, saved_at)
select
  a.id, q.id,
  case when q.position in (6, 14)
    then array(select o ->> 'id' from jsonb_array_elements(q.options) o where o ->> 'id' <> all (k.correct) limit 1)
    else k.correct
  end,
  q.position, a.started_at + q.position * interval '1 minute'
from public.test_attempts a
join public.questions q on q.mock_test_id = a.mock_test_id
join private.answer_keys k on k.question_id = q.id
where a.id = '00000000-0000-4000-8000-000000000701' and a.status = 'in_progress'
on conflict do nothing;

do $$
begin
  perform private.grade_attempts(array[a.id], 'submitted', a.started_at + interval '22 minutes')
  from public.test_attempts a
  where a.id = '00000000-0000-4000-8000-000000000701' and a.status = 'in_progress';
end
$$;

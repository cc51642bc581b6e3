-- Why: staff edit tests while learners sit them. An attempt keeps the rules and the questions that it began with: rules are copied onto it,
-- and a question that somebody answered is never changed, only followed by a new version.

alter table public.mock_tests
  add column revision integer not null default 0 check (revision >= 0),
  add column published_at timestamptz,
  add column archived_at timestamptz,
  add constraint mock_tests_archived_is_not_active check (not (active and archived_at is not null));
comment on column public.mock_tests.active is 'Published: learners of the track see it. Neither active nor archived means that it was never published.';
comment on column public.mock_tests.revision is 'How often the test was published by staff; 0 is as it was first loaded.';
update public.mock_tests set published_at = created_at where active;
update public.mock_tests set archived_at = created_at where not active;

alter table public.questions
  add column version integer not null default 1 check (version > 0),
  add column first_id uuid references public.questions (id) on delete cascade,
  add column lineage_id uuid generated always as (coalesce(first_id, id)) stored,
  add column retired_at timestamptz;
comment on column public.questions.first_id is 'The first version of the question; null for the first itself.';
comment on column public.questions.lineage_id is 'The same for all versions of one question.';
create index questions_lineage_id_idx on public.questions (lineage_id, version);
create index questions_first_id_idx on public.questions (first_id) where first_id is not null;

alter table public.test_attempts
  add column test_title text,
  add column passing_score integer,
  add column duration_minutes integer,
  add column review public.review_policy,
  add column revision integer;
update public.test_attempts a
set test_title = t.title, passing_score = t.passing_score, duration_minutes = t.duration_minutes, review = t.review, revision = 0
from public.mock_tests t where t.id = a.mock_test_id;
alter table public.test_attempts
  alter column test_title set not null,
  alter column passing_score set not null,
  alter column duration_minutes set not null,
  alter column review set not null,
  alter column revision set not null;
comment on column public.test_attempts.passing_score is 'Rules of the test as the attempt began, as are test_title, duration_minutes, review and revision.';

create function private.copy_test_rules() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  select t.title, t.passing_score, t.duration_minutes, t.review, t.revision
  into new.test_title, new.passing_score, new.duration_minutes, new.review, new.revision
  from public.mock_tests t where t.id = new.mock_test_id;
  return new;
end
$$;
comment on function private.copy_test_rules() is 'Trigger: an attempt is sat by the rules that the test has at its start.';
create trigger copy_test_rules before insert on public.test_attempts
  for each row execute function private.copy_test_rules();

create function private.refuse_other_rules() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  raise exception 'attempt_rules_are_fixed' using detail = 'An attempt keeps the rules that it began with.';
end
$$;
comment on function private.refuse_other_rules() is 'Trigger: neither rules nor questions of an attempt change after its start.';
create trigger refuse_other_rules before update on public.test_attempts
  for each row when (
    (new.mock_test_id, new.test_title, new.passing_score, new.duration_minutes, new.review, new.revision, new.question_order)
      is distinct from (old.mock_test_id, old.test_title, old.passing_score, old.duration_minutes, old.review, old.revision, old.question_order)
  ) execute function private.refuse_other_rules();

create function private.keep_answered_question() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  if exists (select 1 from public.attempt_answers a where a.question_id = old.id) then
    raise exception 'question_is_answered' using detail = 'A question that was answered does not change; a new version follows it.';
  end if;
  return new;
end
$$;
create trigger keep_answered_question before update of mock_test_id, kind, prompt, options, points, negative_points on public.questions
  for each row when (
    (new.mock_test_id, new.kind, new.prompt, new.options, new.points, new.negative_points)
      is distinct from (old.mock_test_id, old.kind, old.prompt, old.options, old.points, old.negative_points)
  ) execute function private.keep_answered_question();

create function private.keep_answered_key() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  if exists (select 1 from public.attempt_answers a where a.question_id = old.question_id) then
    raise exception 'question_is_answered' using detail = 'The key of a question that was answered does not change.';
  end if;
  return new;
end
$$;
create trigger keep_answered_key before update on private.answer_keys
  for each row when ((new.question_id, new.correct, new.explanation) is distinct from (old.question_id, old.correct, old.explanation))
  execute function private.keep_answered_key();

-- Tests and their questions are written by publishing alone.
revoke insert, update, delete on public.mock_tests, public.questions from service_role;

-- A test that was archived stays open to those who sat it: a running attempt goes on, results stay.
drop policy "learners read tests of their tracks, staff with tests.manage all" on public.mock_tests;
create policy "learners read tests of their tracks, staff with tests.manage all" on public.mock_tests
  for select to authenticated
  using (
    (
      track_id = any (array(select private.my_enrolled_tracks()))
      and (active or id in (select a.mock_test_id from public.test_attempts a where a.user_id = (select private.current_person())))
    )
    or (select private.has_permission('tests.manage'))
  );

-- As before, with what stands on the attempt in place of what stands on the test.
create or replace function private.grade_attempts(
  p_attempt_ids uuid[], p_status public.attempt_status, p_submitted_at timestamptz default null
) returns integer
  language plpgsql security definer set search_path = ''
as $$
declare
  v_count integer;
begin
  with asked as (
    select a.id as attempt_id, q.id as question_id, q.kind, q.points, q.negative_points
    from public.test_attempts a
    cross join lateral jsonb_array_elements(a.question_order) o
    join public.questions q on q.id = (o ->> 'question_id')::uuid
    where a.id = any (p_attempt_ids) and a.status = 'in_progress'
  ),
  judged as (
    select
      asked.*,
      private.is_blank_answer(ans.selected) as blank,
      coalesce(private.is_right_answer(asked.kind, ans.selected, k.correct), false) as correct
    from asked
    left join public.attempt_answers ans using (attempt_id, question_id)
    left join private.answer_keys k using (question_id)
  ),
  marked as (
    select
      judged.*,
      case when judged.correct then judged.points when judged.blank then 0 else -judged.negative_points end as awarded
    from judged
  ),
  noted as (
    update public.attempt_answers ans
    set correct = marked.correct, points = marked.awarded
    from marked
    where ans.attempt_id = marked.attempt_id and ans.question_id = marked.question_id
  ),
  total as (
    select attempt_id, greatest(sum(awarded), 0) as points, sum(marked.points) as max_points
    from marked group by attempt_id
  ),
  closed as (
    update public.test_attempts a
    set status = p_status,
        submitted_at = coalesce(p_submitted_at, a.deadline_at),
        points = total.points,
        max_points = total.max_points,
        score = case when total.max_points = 0 then 0 else round(total.points * 100 / total.max_points, 2) end,
        -- Compared unrounded: 69.996 is not 70.
        passed = total.max_points > 0 and total.points * 100 >= a.passing_score * total.max_points
    from total
    where a.id = total.attempt_id
    returning 1
  )
  select count(*) into v_count from closed;
  return v_count;
end
$$;

create or replace function private.start_attempt(p_mock_test_id uuid, p_now timestamptz default now()) returns uuid
  language plpgsql security definer set search_path = ''
as $$
declare
  v_user uuid := private.current_person();
  v_test public.mock_tests;
  v_enrolment_id uuid;
  v_running public.test_attempts;
  v_taken integer;
  v_questions jsonb;
  v_id uuid;
begin
  if v_user is null then
    raise exception using errcode = '42501', message = 'not_allowed', detail = 'An active account is needed.';
  end if;
  -- Waits for a publication under way, which waits for those who are starting: rules and questions are of one revision.
  select * into v_test from public.mock_tests where id = p_mock_test_id for share;
  -- Of a test that was taken away only the attempt that is running is given back.
  if not found or not v_test.active and not exists (
    select 1 from public.test_attempts a where a.user_id = v_user and a.mock_test_id = p_mock_test_id and a.status = 'in_progress'
  ) then
    raise exception using errcode = 'P0001', message = 'test_not_found', detail = 'There is no such test.';
  end if;

  -- The lock makes a second tab wait here and then find the attempt of the first.
  select e.id into v_enrolment_id
  from public.enrolments e
  where e.user_id = v_user and e.track_id = v_test.track_id
    and e.status in ('active', 'completed') and (e.expires_at is null or e.expires_at > p_now)
  for no key update;
  if not found then
    raise exception using errcode = 'P0001', message = 'not_enrolled', detail = 'An open enrolment in the track of this test is needed.';
  end if;

  select * into v_running from public.test_attempts a
  where a.user_id = v_user and a.mock_test_id = v_test.id and a.status = 'in_progress'
  for update;
  if found then
    if p_now <= v_running.deadline_at + private.submit_grace() then
      return v_running.id;
    end if;
    perform private.grade_attempts(array[v_running.id], 'expired');
  end if;
  if not v_test.active then
    raise exception using errcode = 'P0001', message = 'test_not_found', detail = 'The test is no longer offered.';
  end if;

  select count(*) into v_taken from public.test_attempts a where a.enrolment_id = v_enrolment_id and a.mock_test_id = v_test.id;
  if v_taken >= v_test.attempts_allowed then
    raise exception using errcode = 'P0001', message = 'attempts_exhausted', detail = 'All attempts of this test are used.';
  end if;

  v_questions := private.draw_questions(v_test.id, v_test.shuffle);
  if v_questions is null then
    raise exception using errcode = 'P0001', message = 'test_not_found', detail = 'The test has no questions yet.';
  end if;

  insert into public.test_attempts
    (user_id, enrolment_id, mock_test_id, attempt_no, started_at, deadline_at, question_order, question_count)
  values (
    v_user, v_enrolment_id, v_test.id, v_taken + 1, p_now, p_now + make_interval(mins => v_test.duration_minutes),
    v_questions, jsonb_array_length(v_questions)
  )
  returning id into v_id;
  return v_id;
end
$$;

create or replace function private.is_review_allowed(p_attempt public.test_attempts, p_now timestamptz) returns boolean
  language plpgsql stable security definer set search_path = ''
as $$
begin
  return p_attempt.status <> 'in_progress'
    and (p_attempt.review = 'after_submit' or (p_attempt.review = 'after_pass' and p_attempt.passed))
    -- The answers to an old attempt are the answers to the one that is running.
    and not exists (
      select 1 from public.test_attempts r
      where r.user_id = p_attempt.user_id and r.mock_test_id = p_attempt.mock_test_id and r.status = 'in_progress'
        and p_now <= r.deadline_at + private.submit_grace()
    );
end
$$;

create or replace function private.get_attempt(p_attempt_id uuid, p_now timestamptz default now()) returns jsonb
  language plpgsql security definer set search_path = ''
as $$
declare
  v_attempt public.test_attempts := private.lock_own_attempt(p_attempt_id, p_now);
begin
  return (
    select jsonb_build_object(
      'id', v_attempt.id,
      'mock_test', jsonb_build_object(
        'id', t.id, 'title', v_attempt.test_title, 'track_id', t.track_id,
        'passing_score', v_attempt.passing_score, 'duration_minutes', v_attempt.duration_minutes),
      'status', v_attempt.status,
      'server_now', p_now,
      'started_at', v_attempt.started_at,
      'deadline_at', v_attempt.deadline_at,
      'submitted_at', v_attempt.submitted_at,
      'attempt_no', v_attempt.attempt_no,
      'score', v_attempt.score,
      'passed', v_attempt.passed,
      'points', v_attempt.points,
      'max_points', v_attempt.max_points,
      'review_allowed', private.is_review_allowed(v_attempt, p_now),
      'questions', (
        select jsonb_agg(jsonb_build_object(
          'id', q.id, 'kind', q.kind, 'prompt', q.prompt, 'points', q.points, 'position', d.ordinality,
          'options', private.options_in_order(q.options, d.value -> 'options')
        ) order by d.ordinality)
        from jsonb_array_elements(v_attempt.question_order) with ordinality d
        join public.questions q on q.id = (d.value ->> 'question_id')::uuid
      ),
      'answers', coalesce((
        select jsonb_agg(jsonb_build_object(
          'question_id', a.question_id, 'selected', a.selected, 'flagged', a.flagged, 'seq', a.seq))
        from public.attempt_answers a where a.attempt_id = v_attempt.id
      ), '[]'::jsonb)
    )
    from public.mock_tests t where t.id = v_attempt.mock_test_id
  );
end
$$;

revoke execute on function
  private.copy_test_rules(), private.refuse_other_rules(), private.keep_answered_question(), private.keep_answered_key()
from public, anon, authenticated, service_role;

-- Why: the one way for a learner to see questions: those of an own attempt, in the drawn order, without their answers.

create function private.lock_own_attempt(p_attempt_id uuid, p_now timestamptz) returns public.test_attempts
  language plpgsql security definer set search_path = ''
as $$
declare
  v_user uuid := private.current_person();
  v_attempt public.test_attempts;
begin
  select * into v_attempt from public.test_attempts where id = p_attempt_id and user_id = v_user;
  -- The same answer for another's attempt and for none: nobody learns which ids exist.
  if not found then
    raise exception using errcode = '42501', message = 'not_allowed', detail = 'This is not an attempt of yours.';
  end if;
  if v_attempt.status = 'in_progress' and p_now > v_attempt.deadline_at + private.submit_grace() then
    perform 1 from public.test_attempts where id = p_attempt_id for update;
    perform private.grade_attempts(array[p_attempt_id], 'expired');
    select * into v_attempt from public.test_attempts where id = p_attempt_id;
  end if;
  return v_attempt;
end
$$;
comment on function private.lock_own_attempt(uuid, timestamptz) is
  'An attempt of the signed-in person, closed first if its time is over; 42501 for any other.';

create function private.is_review_allowed(p_attempt public.test_attempts, p_now timestamptz) returns boolean
  language plpgsql stable security definer set search_path = ''
as $$
begin
  return p_attempt.status <> 'in_progress'
    and (
      select t.review = 'after_submit' or (t.review = 'after_pass' and p_attempt.passed)
      from public.mock_tests t where t.id = p_attempt.mock_test_id
    )
    -- The answers to an old attempt are the answers to the one that is running.
    and not exists (
      select 1 from public.test_attempts r
      where r.user_id = p_attempt.user_id and r.mock_test_id = p_attempt.mock_test_id and r.status = 'in_progress'
        and p_now <= r.deadline_at + private.submit_grace()
    );
end
$$;
comment on function private.is_review_allowed(public.test_attempts, timestamptz) is
  'Whether the review policy of the test lets answers be shown now; never while the person is sitting the same test.';

create function private.get_attempt(p_attempt_id uuid, p_now timestamptz default now()) returns jsonb
  language plpgsql security definer set search_path = ''
as $$
declare
  v_attempt public.test_attempts := private.lock_own_attempt(p_attempt_id, p_now);
begin
  return (
    select jsonb_build_object(
      'id', v_attempt.id,
      'mock_test', jsonb_build_object(
        'id', t.id, 'title', t.title, 'track_id', t.track_id,
        'passing_score', t.passing_score, 'duration_minutes', t.duration_minutes),
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
comment on function private.get_attempt(uuid, timestamptz) is 'An own attempt with its questions and what was answered; never with right answers.';

create function private.options_in_order(p_options jsonb, p_ids jsonb) returns jsonb
  language plpgsql immutable parallel safe set search_path = ''
as $$
begin
  -- Only id and text leave, whatever else an author may have written beside them.
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', o -> 'id', 'text', o -> 'text') order by i.ordinality), '[]'::jsonb)
    from jsonb_array_elements(p_ids) with ordinality i
    join jsonb_array_elements(p_options) o on o -> 'id' = i.value
  );
end
$$;
comment on function private.options_in_order(jsonb, jsonb) is 'The options [{id, text}] in the order of the ids.';

create function public.get_attempt(p_attempt_id uuid) returns jsonb
  language sql set search_path = ''
as $$ select private.get_attempt(p_attempt_id) $$;
comment on function public.get_attempt(uuid) is
  'An attempt of one''s own: state, server time, questions in their order, saved answers, result. 42501 for anybody else''s.';

grant execute on function private.get_attempt(uuid, timestamptz) to authenticated;
grant execute on function public.get_attempt(uuid) to authenticated;

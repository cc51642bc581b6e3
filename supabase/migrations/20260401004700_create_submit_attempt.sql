-- Why: submitting grades once. Asked again, by a double click or another tab, it repeats the first result.

create function private.submit_attempt(p_attempt_id uuid, p_now timestamptz default now()) returns jsonb
  language plpgsql security definer set search_path = ''
as $$
declare
  v_user uuid := private.current_person();
  v_attempt public.test_attempts;
begin
  select * into v_attempt from public.test_attempts where id = p_attempt_id and user_id = v_user for update;
  if not found then
    raise exception using errcode = '42501', message = 'not_allowed', detail = 'This is not an attempt of yours.';
  end if;
  if v_attempt.status = 'in_progress' then
    if p_now > v_attempt.deadline_at + private.submit_grace() then
      perform private.grade_attempts(array[v_attempt.id], 'expired');
    else
      perform private.grade_attempts(array[v_attempt.id], 'submitted', p_now);
    end if;
    select * into v_attempt from public.test_attempts where id = p_attempt_id;
  end if;
  return jsonb_build_object(
    'status', v_attempt.status, 'score', v_attempt.score, 'passed', v_attempt.passed,
    'points', v_attempt.points, 'max_points', v_attempt.max_points, 'submitted_at', v_attempt.submitted_at);
end
$$;
comment on function private.submit_attempt(uuid, timestamptz) is 'Grades and closes an own attempt; for a finished one only repeats its result.';

create function private.get_attempt_review(p_attempt_id uuid, p_now timestamptz default now()) returns jsonb
  language plpgsql security definer set search_path = ''
as $$
declare
  v_attempt public.test_attempts := private.lock_own_attempt(p_attempt_id, p_now);
begin
  if not private.is_review_allowed(v_attempt, p_now) then
    raise exception using errcode = 'P0001', message = 'review_not_allowed', detail = 'The answers are not shown for this attempt now.';
  end if;
  return jsonb_build_object('questions', (
    select jsonb_agg(jsonb_build_object(
      'id', q.id, 'kind', q.kind, 'prompt', q.prompt, 'points', q.points, 'position', d.ordinality,
      'module_id', q.module_id, 'module_title', (select m.title from public.modules m where m.id = q.module_id),
      'options', private.options_in_order(q.options, d.value -> 'options'),
      'selected', coalesce(to_jsonb(a.selected), '[]'::jsonb),
      'flagged', coalesce(a.flagged, false),
      'is_correct', coalesce(a.correct, false),
      'points_awarded', coalesce(a.points, 0),
      'correct', coalesce(to_jsonb(k.correct), '[]'::jsonb),
      'explanation', coalesce(k.explanation, '')
    ) order by d.ordinality)
    from jsonb_array_elements(v_attempt.question_order) with ordinality d
    join public.questions q on q.id = (d.value ->> 'question_id')::uuid
    left join private.answer_keys k on k.question_id = q.id
    left join public.attempt_answers a on a.attempt_id = v_attempt.id and a.question_id = q.id
  ));
end
$$;
comment on function private.get_attempt_review(uuid, timestamptz) is
  'Right answers and explanations of an own finished attempt, when the review policy allows. Code: review_not_allowed.';

create function public.submit_attempt(p_attempt_id uuid) returns jsonb
  language sql set search_path = ''
as $$ select private.submit_attempt(p_attempt_id) $$;
comment on function public.submit_attempt(uuid) is 'Closes and grades an attempt: {status, score, passed, points, max_points, submitted_at}.';

create function public.get_attempt_review(p_attempt_id uuid) returns jsonb
  language sql set search_path = ''
as $$ select private.get_attempt_review(p_attempt_id) $$;
comment on function public.get_attempt_review(uuid) is 'Right answers and explanations of a finished attempt. Code: review_not_allowed.';

grant execute on function private.submit_attempt(uuid, timestamptz) to authenticated;
grant execute on function private.get_attempt_review(uuid, timestamptz) to authenticated;
grant execute on function public.submit_attempt(uuid) to authenticated;
grant execute on function public.get_attempt_review(uuid) to authenticated;

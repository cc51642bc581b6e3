-- Why: grading is one statement over whole sets, so a thousand attempts closed at once cost little more than one, and no
-- attempt is ever half graded.

create function private.grade_attempts(
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
        passed = total.max_points > 0 and total.points * 100 >= t.passing_score * total.max_points
    from total, public.mock_tests t
    where a.id = total.attempt_id and t.id = a.mock_test_id
    returning 1
  )
  select count(*) into v_count from closed;
  return v_count;
end
$$;
comment on function private.grade_attempts(uuid[], public.attempt_status, timestamptz) is
  'Grades running attempts and closes them with the status; without a time, at their deadline. Callers hold the row locks.';

create function private.submit_grace() returns interval
  language plpgsql stable security definer set search_path = ''
as $$
begin
  return make_interval(secs => coalesce((
    select (s.value ->> 'submit_grace_seconds')::double precision from public.app_settings s where s.key = 'policies'
  ), 60));
end
$$;
comment on function private.submit_grace() is 'How long after the deadline a late request still counts (settings: policies).';

create function private.close_attempts(p_now timestamptz default now()) returns integer
  language plpgsql security definer set search_path = ''
as $$
declare
  v_ids uuid[];
begin
  -- Attempts that somebody is submitting this moment are theirs to close.
  v_ids := array(
    select a.id from public.test_attempts a
    where a.status = 'in_progress' and a.deadline_at < p_now - private.submit_grace()
    order by a.deadline_at limit 1000
    for update skip locked
  );
  if cardinality(v_ids) = 0 then
    return 0;
  end if;
  return private.grade_attempts(v_ids, 'expired');
end
$$;
comment on function private.close_attempts(timestamptz) is
  'Closes and grades, with what was saved, up to 1000 attempts whose deadline and grace are over; returns how many.';

create function public.system_close_attempts(p_now timestamptz default now()) returns integer
  language sql set search_path = ''
as $$ select private.close_attempts(p_now) $$;
comment on function public.system_close_attempts(timestamptz) is 'Scheduled work: closes attempts left open past deadline and grace.';

grant execute on function private.close_attempts(timestamptz) to service_role;
grant execute on function public.system_close_attempts(timestamptz) to service_role;

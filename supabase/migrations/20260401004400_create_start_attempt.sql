-- Why: questions, their order and the deadline are drawn by the server, once per sitting.

create function private.draw_questions(p_mock_test_id uuid, p_shuffle boolean) returns jsonb
  language sql volatile set search_path = ''
as $$
  select jsonb_agg(jsonb_build_object('question_id', d.id, 'options', d.options) order by d.place, d.position, d.id)
  from (
    select
      q.id,
      q.position,
      case when p_shuffle then random() else 0 end as place,
      coalesce((
        select jsonb_agg(o.value -> 'id' order by
          -- The order as written may be the answer, so what is to be put in order is always mixed; yes and no never.
          case when q.kind = 'ordering' or (p_shuffle and q.kind <> 'true_false') then random() else 0 end, o.ordinality)
        from jsonb_array_elements(q.options) with ordinality o
      ), '[]'::jsonb) as options
    from public.questions q
    where q.mock_test_id = p_mock_test_id and q.active
  ) d
$$;
comment on function private.draw_questions(uuid, boolean) is 'The active questions of a test and their options in the order of one sitting; null without any.';

create function private.start_attempt(p_mock_test_id uuid, p_now timestamptz default now()) returns uuid
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
  select * into v_test from public.mock_tests where id = p_mock_test_id and active;
  if not found then
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
comment on function private.start_attempt(uuid, timestamptz) is
  'Starts a sitting of a mock test, or returns the one that is running. Codes: test_not_found, not_enrolled, attempts_exhausted.';

create function public.start_attempt(p_mock_test_id uuid) returns uuid
  language sql set search_path = ''
as $$ select private.start_attempt(p_mock_test_id) $$;
comment on function public.start_attempt(uuid) is
  'Starts a mock test, or returns the running attempt. Codes: test_not_found, not_enrolled, attempts_exhausted.';

grant execute on function private.start_attempt(uuid, timestamptz) to authenticated;
grant execute on function public.start_attempt(uuid) to authenticated;

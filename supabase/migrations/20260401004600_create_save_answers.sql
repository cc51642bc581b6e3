-- Why: autosave. Each answer of a batch gets its own result, so that a queue kept offline can be replayed safely.

create function private.save_answers(p_attempt_id uuid, p_answers jsonb, p_now timestamptz default now()) returns jsonb
  language plpgsql security definer set search_path = ''
as $$
declare
  v_user uuid := private.current_person();
  v_attempt public.test_attempts;
  v_results jsonb;
begin
  -- The weakest lock that submitting waits for: no answer is called saved and then left out of grading.
  select * into v_attempt from public.test_attempts where id = p_attempt_id and user_id = v_user for key share;
  if not found then
    raise exception using errcode = '42501', message = 'not_allowed', detail = 'This is not an attempt of yours.';
  end if;
  if v_attempt.status <> 'in_progress' or p_now > v_attempt.deadline_at + private.submit_grace() then
    raise exception using errcode = 'P0001', message = 'attempt_closed', detail = 'The attempt takes no more answers.';
  end if;
  if jsonb_typeof(p_answers) is distinct from 'array' or jsonb_array_length(p_answers) > 500 then
    raise exception using errcode = 'P0001', message = 'invalid_answers', detail = 'A list of at most 500 answers is expected.';
  end if;

  with item as (
    select
      i.ordinality as place,
      i.value -> 'question_id' as raw_question_id,
      i.value ->> 'question_id' as question_id,
      i.value -> 'seq' as raw_seq,
      i.value -> 'selected' as selected,
      coalesce(i.value -> 'flagged' = 'true'::jsonb, false) as flagged
    from jsonb_array_elements(p_answers) with ordinality i
  ),
  checked as (
    select
      item.*,
      q.id as known_id,
      case
        when q.id is null then 'unknown_question'
        when jsonb_typeof(item.raw_seq) is distinct from 'number' or item.raw_seq::text !~ '^[0-9]{1,16}$' then 'invalid_seq'
        when not private.is_well_formed_answer(q.kind, q.options, item.selected) then 'invalid_answer'
      end as code
    from item
    left join jsonb_array_elements(v_attempt.question_order) d on d ->> 'question_id' = lower(item.question_id)
    left join public.questions q on q.id = (d ->> 'question_id')::uuid
  ),
  good as (
    select
      c.place, c.known_id, c.flagged, c.raw_seq::text::bigint as seq,
      array(select jsonb_array_elements_text(c.selected)) as selected,
      row_number() over (partition by c.known_id order by c.raw_seq::text::bigint desc, c.place desc) as nth
    from checked c where c.code is null
  ),
  written as (
    insert into public.attempt_answers as a (attempt_id, question_id, selected, flagged, seq, saved_at)
    select v_attempt.id, g.known_id, g.selected, g.flagged, g.seq, p_now from good g where g.nth = 1
    -- Sorted, so that two batches of one attempt never wait for each other in a circle.
    order by g.known_id
    on conflict (attempt_id, question_id) do update
      set selected = excluded.selected, flagged = excluded.flagged, seq = excluded.seq, saved_at = excluded.saved_at
      where excluded.seq > a.seq
    returning a.question_id
  )
  select coalesce(jsonb_agg(
    jsonb_build_object('question_id', c.raw_question_id, 'seq', c.raw_seq, 'result',
      case
        when c.code is not null then 'refused'
        when g.nth = 1 and w.question_id is not null then 'saved'
        -- The same answer sent again after a lost reply is as good as saved.
        when stored.seq = g.seq and stored.selected = g.selected and stored.flagged = g.flagged then 'saved'
        else 'stale'
      end
    ) || case when c.code is null then '{}'::jsonb else jsonb_build_object('code', c.code) end
    order by c.place), '[]'::jsonb)
  into v_results
  from checked c
  left join good g on g.place = c.place
  left join written w on w.question_id = g.known_id
  left join public.attempt_answers stored on stored.attempt_id = v_attempt.id and stored.question_id = g.known_id;

  return jsonb_build_object(
    'server_now', p_now, 'deadline_at', v_attempt.deadline_at, 'status', v_attempt.status, 'results', v_results);
end
$$;
comment on function private.save_answers(uuid, jsonb, timestamptz) is
  'Keeps answers of a running attempt; of two answers to a question the larger seq wins. Codes: attempt_closed, invalid_answers.';

create function public.save_answers(p_attempt_id uuid, p_answers jsonb) returns jsonb
  language sql set search_path = ''
as $$ select private.save_answers(p_attempt_id, p_answers) $$;
comment on function public.save_answers(uuid, jsonb) is
  'Keeps answers [{question_id, selected, flagged, seq}]; each gets saved, stale or refused. Code: attempt_closed.';

grant execute on function private.save_answers(uuid, jsonb, timestamptz) to authenticated;
grant execute on function public.save_answers(uuid, jsonb) to authenticated;

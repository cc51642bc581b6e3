-- Why: how long learners look at a question tells authors as much as how many get it right. The browser counts; the number is a claim for
-- statistics and decides nothing.

alter table public.attempt_answers add column seconds_spent integer check (seconds_spent >= 0);
comment on column public.attempt_answers.seconds_spent is
  'For how long the learner''s browser showed the question, as it says; null when it did not count. For statistics only.';
grant select (seconds_spent) on public.attempt_answers to authenticated;

create or replace function private.save_answers(p_attempt_id uuid, p_answers jsonb, p_now timestamptz default now()) returns jsonb
  language plpgsql security definer set search_path = ''
as $$
declare
  v_user uuid := private.current_person();
  v_attempt public.test_attempts;
  v_item jsonb;
  v_question public.questions;
  v_seq bigint;
  v_code text;
  v_result text;
  v_results jsonb := '[]';
  v_elapsed integer;
  v_seconds integer;
begin
  -- Submitting waits for this lock, so no answer is called saved and then left out of grading; and two batches of one
  -- attempt come one after the other.
  select * into v_attempt from public.test_attempts where id = p_attempt_id and user_id = v_user for no key update;
  if not found then
    raise exception using errcode = '42501', message = 'not_allowed', detail = 'This is not an attempt of yours.';
  end if;
  if v_attempt.status <> 'in_progress'
    or (p_now > v_attempt.deadline_at and p_now > v_attempt.deadline_at + private.submit_grace()) then
    raise exception using errcode = 'P0001', message = 'attempt_closed', detail = 'The attempt takes no more answers.';
  end if;
  if jsonb_typeof(p_answers) is distinct from 'array' or jsonb_array_length(p_answers) > 500 then
    raise exception using errcode = 'P0001', message = 'invalid_answers', detail = 'A list of at most 500 answers is expected.';
  end if;

  v_elapsed := greatest(floor(extract(epoch from p_now - v_attempt.started_at)), 0);
  for i in 0 .. jsonb_array_length(p_answers) - 1 loop
    v_item := p_answers -> i;
    v_code := null;
    if not v_attempt.question_order @> jsonb_build_array(jsonb_build_object('question_id', lower(v_item ->> 'question_id'))) then
      v_code := 'unknown_question';
    elsif jsonb_typeof(v_item -> 'seq') is distinct from 'number' or (v_item ->> 'seq') !~ '^[0-9]{1,16}$' then
      v_code := 'invalid_seq';
    -- Left out or null by clients that do not count. An answer is not lost over a number that is merely too large or below zero.
    elsif coalesce(v_item -> 'seconds', 'null') <> 'null'
      and (jsonb_typeof(v_item -> 'seconds') <> 'number' or (v_item ->> 'seconds') !~ '^-?[0-9]+$') then
      v_code := 'invalid_seconds';
    else
      select * into v_question from public.questions where id = (v_item ->> 'question_id')::uuid;
      if not private.is_well_formed_answer(v_question.kind, v_question.options, v_item -> 'selected') then
        v_code := 'invalid_answer';
      end if;
    end if;

    if v_code is not null then
      v_result := 'refused';
    else
      v_seq := v_item ->> 'seq';
      v_seconds := case when v_item ->> 'seconds' is not null then least(greatest((v_item ->> 'seconds')::numeric, 0), v_elapsed) end;
      insert into public.attempt_answers as a (attempt_id, question_id, selected, flagged, seq, saved_at, seconds_spent)
      values (
        v_attempt.id, v_question.id, array(select jsonb_array_elements_text(v_item -> 'selected')),
        coalesce(v_item -> 'flagged' = 'true', false), v_seq, p_now, v_seconds
      )
      on conflict (attempt_id, question_id) do update
        set selected = excluded.selected, flagged = excluded.flagged, seq = excluded.seq, saved_at = excluded.saved_at,
          seconds_spent = greatest(a.seconds_spent, excluded.seconds_spent)
        where excluded.seq > a.seq
        -- The same answer sent again after a lost reply is as good as saved.
        or (excluded.seq = a.seq and excluded.selected = a.selected and excluded.flagged = a.flagged);
      v_result := case when found then 'saved' else 'stale' end;
    end if;
    v_results := v_results || jsonb_build_array(
      jsonb_build_object('question_id', v_item -> 'question_id', 'seq', v_item -> 'seq', 'result', v_result)
      || case when v_code is null then '{}'::jsonb else jsonb_build_object('code', v_code) end);
  end loop;

  return jsonb_build_object(
    'server_now', p_now, 'deadline_at', v_attempt.deadline_at, 'status', v_attempt.status, 'results', v_results);
end
$$;
comment on function private.save_answers(uuid, jsonb, timestamptz) is
  'Keeps answers of a running attempt; of two answers to a question the larger seq wins. Codes: attempt_closed, invalid_answers.';
comment on function public.save_answers(uuid, jsonb) is
  'Keeps answers [{question_id, selected, flagged, seq, seconds?}]; each gets saved, stale or refused. Code: attempt_closed.';

-- Why: staff grant what no payment and no institution gave, put right what went wrong, and give more time to who needs it.

-- Holds the person first, as every act on a person does, then the enrolment.
create function private.lock_enrolment(p_enrolment_id uuid) returns public.enrolments
  language plpgsql set search_path = ''
as $$
declare
  v_enrolment public.enrolments;
begin
  select e.* into v_enrolment from public.enrolments e where e.id = p_enrolment_id;
  if not found then
    raise exception 'enrolment_not_found' using detail = 'There is no such enrolment.';
  end if;
  perform private.lock_person(v_enrolment.user_id);
  select e.* into strict v_enrolment from public.enrolments e where e.id = p_enrolment_id for update;
  return v_enrolment;
end
$$;

-- The end of a day in India, within ten years.
create function private.end_of_day(p_day date, p_now timestamptz) returns timestamptz
  language plpgsql stable set search_path = ''
as $$
begin
  if p_day is null or p_day < private.day_in_india(p_now) or p_day > private.day_in_india(p_now) + 3653 then
    raise exception 'invalid_day' using detail = 'A day from today on, within ten years, is needed.';
  end if;
  return (p_day + 1)::timestamp at time zone 'Asia/Kolkata' - interval '1 second';
end
$$;

create function private.enrolment_facts(p_enrolment public.enrolments, p_now timestamptz) returns jsonb
  language sql stable set search_path = ''
as $$
  select jsonb_build_object('track_id', p_enrolment.track_id, 'state', private.enrolment_state(p_enrolment, p_now),
    'expires_at', p_enrolment.expires_at, 'attempts_added', p_enrolment.attempts_added)
$$;

-- Twice the same grant is one: who may learn the track already keeps the enrolment that they have.
create function private.grant_enrolment(p_person_id uuid, p_track_id text, p_until date, p_reason text, p_now timestamptz default now()) returns uuid
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_person public.profiles;
  v_end timestamptz;
  v_id uuid;
  v_enrolment public.enrolments;
begin
  perform private.require_any_permission('enrolments.manage');
  v_reason := private.clean_reason(p_reason);
  v_person := private.lock_person(p_person_id);
  if not private.is_open_account(v_person.kind, v_person.status) then
    raise exception 'account_not_open' using detail = 'Only active learners are enrolled.';
  end if;
  v_end := case when p_until is not null then private.end_of_day(p_until, p_now) end;
  select e.id into v_id from public.enrolments e
  where e.user_id = p_person_id and e.track_id = p_track_id and e.status in ('active', 'completed') and (e.expires_at is null or e.expires_at > p_now);
  if found then
    return v_id;
  end if;
  v_id := private.enrol(p_person_id, p_track_id, 'grant', null, null, p_now);
  update public.enrolments e set expires_at = coalesce(v_end, e.expires_at) where e.id = v_id returning e.* into v_enrolment;
  perform private.audit_act('enrolment.granted', 'enrolment', v_id::text, v_reason, '{}',
    private.enrolment_facts(v_enrolment, p_now) || jsonb_build_object('user_id', p_person_id));
  return v_id;
end
$$;

create function private.extend_enrolment(p_enrolment_id uuid, p_until date, p_reason text, p_now timestamptz default now()) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_before public.enrolments;
  v_after public.enrolments;
  v_end timestamptz;
begin
  perform private.require_any_permission('enrolments.manage');
  v_reason := private.clean_reason(p_reason);
  v_before := private.lock_enrolment(p_enrolment_id);
  v_end := private.end_of_day(p_until, p_now);
  if v_before.status = 'revoked' then
    raise exception 'enrolment_revoked' using detail = 'What was revoked is granted anew.';
  end if;
  if v_before.expires_at is null or v_end <= v_before.expires_at then
    if v_before.expires_at = v_end then
      return;
    end if;
    raise exception 'not_later' using detail = 'The enrolment lasts longer already.';
  end if;
  if v_before.status = 'expired' and exists (select from public.enrolments e
    where e.user_id = v_before.user_id and e.track_id = v_before.track_id and e.status in ('active', 'completed')) then
    raise exception 'already_enrolled' using detail = 'There is a newer enrolment in the track.';
  end if;
  update public.enrolments e
  set expires_at = v_end, status = case when e.status = 'expired' then 'active' else e.status end::public.enrolment_status
  where e.id = p_enrolment_id returning e.* into v_after;
  perform private.audit_act('enrolment.extended', 'enrolment', p_enrolment_id::text, v_reason,
    private.enrolment_facts(v_before, p_now), private.enrolment_facts(v_after, p_now));
end
$$;

create function private.revoke_enrolment(p_enrolment_id uuid, p_reason text, p_now timestamptz default now()) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_before public.enrolments;
  v_after public.enrolments;
begin
  perform private.require_any_permission('enrolments.manage');
  v_reason := private.clean_reason(p_reason);
  v_before := private.lock_enrolment(p_enrolment_id);
  if v_before.status = 'revoked' then
    return;
  end if;
  if exists (select from public.exam_sessions s
    where s.enrolment_id = p_enrolment_id and s.status in ('scheduled', 'ready', 'started', 'submitted', 'review')) then
    raise exception 'exam_pending' using detail = 'An exam is booked or under way: call it off or decide it first.';
  end if;
  update public.enrolments e set status = 'revoked' where e.id = p_enrolment_id returning e.* into v_after;
  perform private.audit_act('enrolment.revoked', 'enrolment', p_enrolment_id::text, v_reason,
    private.enrolment_facts(v_before, p_now), private.enrolment_facts(v_after, p_now));
end
$$;

-- `p_seen`: the added attempts as the person saw them, so that a second click adds nothing.
create function private.add_exam_attempts(p_enrolment_id uuid, p_count int, p_seen int, p_reason text) returns int
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_before public.enrolments;
begin
  perform private.require_any_permission('enrolments.manage');
  v_reason := private.clean_reason(p_reason);
  v_before := private.lock_enrolment(p_enrolment_id);
  if coalesce(p_count, 0) not between 1 and 10 then
    raise exception 'invalid_count' using detail = 'Between 1 and 10 attempts are added at once.';
  end if;
  if v_before.status not in ('active', 'completed') or v_before.expires_at <= now() then
    raise exception 'enrolment_closed' using detail = 'The enrolment is not open.';
  end if;
  if v_before.attempts_added is distinct from p_seen then
    raise exception 'changed_meanwhile' using detail = 'Attempts were added in the meantime.';
  end if;
  update public.enrolments e set attempts_added = e.attempts_added + p_count where e.id = p_enrolment_id;
  perform private.audit_act('enrolment.attempts_added', 'enrolment', p_enrolment_id::text, v_reason,
    jsonb_build_object('attempts_added', v_before.attempts_added), jsonb_build_object('attempts_added', v_before.attempts_added + p_count));
  return v_before.attempts_added + p_count;
end
$$;

create function private.set_extra_time(p_enrolment_id uuid, p_percent int, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_before int;
begin
  perform private.require_any_permission('enrolments.manage');
  v_reason := private.clean_reason(p_reason);
  perform private.lock_enrolment(p_enrolment_id);
  if p_percent is null or p_percent not between 0 and 100 then
    raise exception 'invalid_percent' using detail = 'Between 0 and 100 per cent.';
  end if;
  select coalesce(max(x.percent), 0) into v_before from private.extra_time x where x.enrolment_id = p_enrolment_id;
  if v_before = p_percent then
    return;
  end if;
  delete from private.extra_time x where x.enrolment_id = p_enrolment_id;
  insert into private.extra_time (enrolment_id, percent) select p_enrolment_id, p_percent where p_percent > 0;
  perform private.audit_act('enrolment.extra_time_set', 'enrolment', p_enrolment_id::text, v_reason,
    jsonb_build_object('extra_time_percent', v_before), jsonb_build_object('extra_time_percent', p_percent));
end
$$;

-- At its start an attempt gets the time that its enrolment has then; one that is running keeps its own.
create function private.add_extra_time() returns trigger
  language plpgsql security definer set search_path = ''
as $$
declare
  v_percent int := (select x.percent from private.extra_time x where x.enrolment_id = new.enrolment_id);
begin
  if v_percent is not null then
    new.extra_seconds := new.extra_seconds + ceil(extract(epoch from new.deadline_at - new.started_at) * v_percent / 100)::int;
    new.deadline_at := new.deadline_at + make_interval(secs => ceil(extract(epoch from new.deadline_at - new.started_at) * v_percent / 100)::int);
  end if;
  return new;
end
$$;
comment on function private.add_extra_time() is 'Trigger: an attempt lasts longer for who has extra time in its enrolment.';
create trigger add_extra_time before insert on public.test_attempts
  for each row when (new.status = 'in_progress') execute function private.add_extra_time();

create function public.grant_enrolment(p_person_id uuid, p_track_id text, p_reason text, p_until date default null) returns uuid language sql set search_path = ''
as $$ select private.grant_enrolment(p_person_id, p_track_id, p_until, p_reason) $$;
create function public.extend_enrolment(p_enrolment_id uuid, p_until date, p_reason text) returns void language sql set search_path = ''
as $$ select private.extend_enrolment(p_enrolment_id, p_until, p_reason) $$;
create function public.revoke_enrolment(p_enrolment_id uuid, p_reason text) returns void language sql set search_path = ''
as $$ select private.revoke_enrolment(p_enrolment_id, p_reason) $$;
create function public.add_exam_attempts(p_enrolment_id uuid, p_count int, p_seen int, p_reason text) returns int language sql set search_path = ''
as $$ select private.add_exam_attempts(p_enrolment_id, p_count, p_seen, p_reason) $$;
create function public.set_extra_time(p_enrolment_id uuid, p_percent int, p_reason text) returns void language sql set search_path = ''
as $$ select private.set_extra_time(p_enrolment_id, p_percent, p_reason) $$;

comment on function public.grant_enrolment(uuid, text, text, date) is
  'Enrols a learner in a track until the end of a day in India (null: as long as the track says); answers the enrolment, an open one unchanged. Needs enrolments.manage. Codes: reason_needed, person_not_found, account_erased, account_not_open, track_not_found, invalid_day.';
comment on function public.extend_enrolment(uuid, date, text) is
  'Lets an enrolment last until the end of a later day in India; one that had ended opens again. Needs enrolments.manage. Codes: reason_needed, enrolment_not_found, account_erased, invalid_day, not_later, enrolment_revoked, already_enrolled.';
comment on function public.revoke_enrolment(uuid, text) is
  'Ends an enrolment at once. Needs enrolments.manage. Codes: reason_needed, enrolment_not_found, account_erased, exam_pending.';
comment on function public.add_exam_attempts(uuid, int, int, text) is
  'Adds 1 to 10 exam attempts to an open enrolment that has p_seen added ones; answers the new number. Needs enrolments.manage. Codes: reason_needed, enrolment_not_found, account_erased, invalid_count, enrolment_closed, changed_meanwhile.';
comment on function public.set_extra_time(uuid, int, text) is
  'Per cent, 0 to 100, that mock tests of an enrolment last longer from the next attempt on. Needs enrolments.manage. Codes: reason_needed, enrolment_not_found, account_erased, invalid_percent.';

revoke execute on function
  private.lock_enrolment(uuid), private.end_of_day(date, timestamptz), private.enrolment_facts(public.enrolments, timestamptz),
  private.grant_enrolment(uuid, text, date, text, timestamptz), private.extend_enrolment(uuid, date, text, timestamptz),
  private.revoke_enrolment(uuid, text, timestamptz), private.add_exam_attempts(uuid, int, int, text), private.set_extra_time(uuid, int, text),
  private.add_extra_time(),
  public.grant_enrolment(uuid, text, text, date), public.extend_enrolment(uuid, date, text), public.revoke_enrolment(uuid, text),
  public.add_exam_attempts(uuid, int, int, text), public.set_extra_time(uuid, int, text)
from public, anon, authenticated, service_role;
grant execute on function
  private.grant_enrolment(uuid, text, date, text, timestamptz), private.extend_enrolment(uuid, date, text, timestamptz),
  private.revoke_enrolment(uuid, text, timestamptz), private.add_exam_attempts(uuid, int, int, text), private.set_extra_time(uuid, int, text),
  public.grant_enrolment(uuid, text, text, date), public.extend_enrolment(uuid, date, text), public.revoke_enrolment(uuid, text),
  public.add_exam_attempts(uuid, int, int, text), public.set_extra_time(uuid, int, text)
to authenticated;

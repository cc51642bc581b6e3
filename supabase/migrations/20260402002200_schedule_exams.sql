-- Booking a sitting, tying it to the vendor's session, and calling it off before it starts.

-- The error is the first reason why not. The same wish twice finds the first booking. No time means p_now: the clock of a
-- learner's device has no say.
create function private.schedule_exam(p_user_id uuid, p_track_id text, p_scheduled_at timestamptz, p_now timestamptz)
returns public.exam_sessions language plpgsql security definer set search_path = '' as $$
declare
  v_session public.exam_sessions;
  v_enrolment public.enrolments;
  v_standing jsonb;
  v_at timestamptz := coalesce(p_scheduled_at, p_now);
begin
  perform pg_advisory_xact_lock(hashtextextended('exam:' || p_user_id || ':' || p_track_id, 0));
  if not exists (select from public.profiles p where p.user_id = p_user_id and p.status = 'active') then
    raise exception 'not_allowed' using errcode = '42501', detail = 'The account is not active.';
  end if;
  select s.* into v_session from public.exam_sessions s
  where s.user_id = p_user_id and s.track_id = p_track_id and s.status in ('scheduled', 'ready')
    -- Two clicks on "now" are moments apart.
    and (s.scheduled_at = v_at or (p_scheduled_at is null and s.scheduled_at between p_now - interval '1 minute' and p_now));
  if found then
    return v_session;
  end if;

  v_standing := private.exam_standing(p_user_id, p_track_id, p_now);
  if not (v_standing ->> 'eligible')::boolean then
    raise exception using errcode = 'P0001', message = v_standing -> 'reasons' ->> 0,
      detail = 'The exam cannot be scheduled: ' || (v_standing ->> 'reasons');
  end if;
  select e.* into strict v_enrolment from public.enrolments e where e.id = (v_standing ->> 'enrolment_id')::uuid;
  -- Five minutes of grace for a slot picked a moment ago.
  if v_at not between p_now - interval '5 minutes' and p_now + interval '90 days' or v_at > v_enrolment.expires_at then
    raise exception 'exam_time_invalid'
      using detail = 'Choose a time from now, within 90 days and before your access ends.';
  end if;

  insert into public.exam_sessions (user_id, enrolment_id, track_id, attempt_no, scheduled_at, created_at, updated_at)
  values (p_user_id, v_enrolment.id, p_track_id, (v_standing ->> 'attempts_used')::int + 1, v_at, p_now, p_now)
  returning * into v_session;
  perform private.enqueue('talview.create_session', jsonb_build_object('exam_session_id', v_session.id),
    'talview.create_session:' || v_session.id, p_now);
  perform private.audit('exam.scheduled', 'exam_session', v_session.id::text,
    jsonb_build_object('track_id', p_track_id, 'attempt_no', v_session.attempt_no, 'scheduled_at', v_at), p_user_id, p_now);
  return v_session;
end
$$;

-- The first vendor session stays. A sitting called off meanwhile is not brought back.
create function private.attach_exam_session(p_exam_session_id uuid, p_vendor_session_id text, p_session_url text, p_now timestamptz)
returns public.exam_sessions language plpgsql security definer set search_path = '' as $$
declare
  v_session public.exam_sessions;
begin
  select s.* into v_session from public.exam_sessions s where s.id = p_exam_session_id for update;
  if not found then
    raise exception 'exam_not_found' using detail = 'There is no such exam.';
  end if;
  if v_session.status not in ('scheduled', 'ready', 'started') or v_session.session_url is not null
    or v_session.vendor_session_id <> p_vendor_session_id then
    return v_session;
  end if;
  update public.exam_sessions s
  set vendor_session_id = p_vendor_session_id, session_url = p_session_url, next_read_at = greatest(s.scheduled_at, p_now),
    status = case when s.status = 'scheduled' then 'ready' else s.status end::public.exam_status
  where s.id = p_exam_session_id returning s.* into v_session;
  perform private.queue_mail('exam_scheduled', jsonb_build_object('exam_session_id', v_session.id), v_session.id, p_now);
  perform private.notify(v_session.user_id, 'exam_ready', jsonb_build_object('exam_session_id', v_session.id,
    'track_id', v_session.track_id, 'scheduled_at', v_session.scheduled_at), '/dashboard', p_now);
  return v_session;
end
$$;

-- A room that was made is closed at the vendor, who also knows whether somebody had gone in (private.void_exam).
create function private.call_off_exam(p_actor uuid, p_exam_session_id uuid, p_now timestamptz)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_session public.exam_sessions;
begin
  update public.exam_sessions s
  set status = 'cancelled', next_read_at = null, decided_by = case when p_actor <> s.user_id then p_actor end
  where s.id = p_exam_session_id returning s.* into v_session;
  if v_session.vendor_session_id is not null then
    perform private.enqueue('talview.cancel_session', jsonb_build_object('exam_session_id', v_session.id),
      'talview.cancel_session:' || v_session.id, p_now);
  end if;
  perform private.audit('exam.cancelled', 'exam_session', v_session.id::text,
    jsonb_build_object('track_id', v_session.track_id, 'attempt_no', v_session.attempt_no), p_actor, p_now);
end
$$;

create function private.cancel_exam_as(p_actor uuid, p_staff boolean, p_exam_session_id uuid, p_now timestamptz)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_session public.exam_sessions;
begin
  select s.* into v_session from public.exam_sessions s where s.id = p_exam_session_id for update;
  if p_actor is null or (not p_staff and v_session.user_id is distinct from p_actor) then
    raise exception 'not_allowed' using errcode = '42501', detail = 'This exam is not yours.';
  end if;
  if v_session.id is null then
    raise exception 'exam_not_found' using detail = 'There is no such exam.';
  end if;
  if v_session.status = 'cancelled' then
    return;
  end if;
  if v_session.status not in ('scheduled', 'ready') or v_session.started_at is not null then
    raise exception 'exam_already_started' using detail = 'An exam can be called off until it starts.';
  end if;
  perform private.call_off_exam(p_actor, p_exam_session_id, p_now);
end
$$;

create function private.cancel_exam(p_exam_session_id uuid)
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform private.cancel_exam_as(private.current_person(), private.has_permission('exams.manage'), p_exam_session_id, now());
end
$$;
create function public.cancel_exam(p_exam_session_id uuid)
returns void language sql set search_path = '' as $$
  select private.cancel_exam(p_exam_session_id)
$$;
create function public.system_schedule_exam(p_user_id uuid, p_track_id text, p_scheduled_at timestamptz)
returns public.exam_sessions language sql security definer set search_path = '' as $$
  select private.schedule_exam(p_user_id, p_track_id, p_scheduled_at, now())
$$;
create function public.system_attach_exam_session(p_exam_session_id uuid, p_vendor_session_id text, p_session_url text)
returns public.exam_sessions language sql security definer set search_path = '' as $$
  select private.attach_exam_session(p_exam_session_id, p_vendor_session_id, p_session_url, now())
$$;

comment on function public.cancel_exam(uuid) is
  'Calls off an own exam (any, with exams.manage) before it starts; the attempt is given back. Codes: exam_not_found, exam_already_started.';

revoke execute on function
  private.schedule_exam(uuid, text, timestamptz, timestamptz), private.attach_exam_session(uuid, text, text, timestamptz),
  private.call_off_exam(uuid, uuid, timestamptz),
  private.cancel_exam_as(uuid, boolean, uuid, timestamptz), private.cancel_exam(uuid), public.cancel_exam(uuid),
  public.system_schedule_exam(uuid, text, timestamptz), public.system_attach_exam_session(uuid, text, text)
from public, anon, authenticated, service_role;
grant execute on function private.cancel_exam(uuid), public.cancel_exam(uuid) to authenticated;
grant execute on function
  public.system_schedule_exam(uuid, text, timestamptz), public.system_attach_exam_session(uuid, text, text)
to service_role;

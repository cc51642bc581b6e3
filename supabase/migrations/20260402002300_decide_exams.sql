-- From the vendor's report, or a reviewer's word, to passed or failed. Decided sittings never move again.

create function private.decided_exam_statuses()
returns public.exam_status[] language sql immutable set search_path = '' as $$
  select array['passed', 'failed', 'voided', 'cancelled', 'missed']::public.exam_status[]
$$;

-- Sets the verdict and does what follows from it. The caller holds the row's lock.
create function private.close_exam(p_exam_session_id uuid, p_status public.exam_status, p_actor uuid, p_now timestamptz)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_session public.exam_sessions;
  v_certificate uuid;
begin
  update public.exam_sessions s
  set status = p_status, next_read_at = null,
    decided_at = case when p_status in ('passed', 'failed', 'missed') then p_now end
  where s.id = p_exam_session_id returning s.* into v_session;
  if p_status = 'passed' then
    v_certificate := private.issue_certificate(p_exam_session_id, p_now);
  elsif p_status in ('failed', 'review') then
    perform private.queue_mail('exam_' || p_status, jsonb_build_object('exam_session_id', p_exam_session_id), p_exam_session_id, p_now);
  end if;
  perform private.notify(v_session.user_id, 'exam_' || p_status, jsonb_build_object('exam_session_id', p_exam_session_id,
    'track_id', v_session.track_id, 'score', v_session.score), '/dashboard', p_now);
  perform private.audit('exam.' || p_status, 'exam_session', p_exam_session_id::text, jsonb_strip_nulls(jsonb_build_object(
    'track_id', v_session.track_id, 'score', v_session.score, 'rating', v_session.proctor_rating, 'note', v_session.note,
    'certificate_id', v_certificate)), p_actor, p_now);
  return jsonb_build_object('status', p_status, 'certificate_id', v_certificate);
end
$$;

-- Nobody can begin after this: the time booked, the grace, and once more the length of the exam.
create function private.exam_room_closes(p_session public.exam_sessions)
returns timestamptz language sql stable security definer set search_path = '' as $$
  select p_session.scheduled_at + make_interval(hours => private.policy_number('exam_grace_hours', 24), mins => t.exam_minutes)
  from public.tracks t where t.id = p_session.track_id
$$;

-- Passed: score reached, rating known and not low, no high incident, enrolment not taken back. Below the score: failed. Else review.
create function private.exam_verdict(p_session public.exam_sessions)
returns public.exam_status language sql stable security definer set search_path = '' as $$
  select case
    when p_session.score < t.passing_score then 'failed'
    when p_session.score is null or coalesce(p_session.proctor_rating, 'low') = 'low' or e.status = 'revoked'
      or exists (select from jsonb_array_elements(p_session.incidents) i where i ->> 'severity' = 'high') then 'review'
    else 'passed' end::public.exam_status
  from public.tracks t, public.enrolments e
  where t.id = p_session.track_id and e.id = p_session.enrolment_id
$$;

-- Called off by the learner, but the vendor says that it had begun: the questions were seen, so the attempt counts, and a
-- sitting booked in its place beyond the attempts bought is called off.
create function private.void_exam(p_session public.exam_sessions, p_now timestamptz)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_next uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('exam:' || p_session.user_id || ':' || p_session.track_id, 0));
  update public.exam_sessions s
  set status = 'voided', decided_at = p_now, attempt_no = 1 + (
    select coalesce(max(o.attempt_no), 0) from public.exam_sessions o
    where o.enrolment_id = s.enrolment_id and o.status <> 'cancelled')
  where s.id = p_session.id;
  select o.id into v_next from public.exam_sessions o
  where o.enrolment_id = p_session.enrolment_id and o.status in ('scheduled', 'ready') and o.started_at is null
    and (select count(*) from public.exam_sessions c where c.enrolment_id = o.enrolment_id and c.status <> 'cancelled')
      > (select e.attempts_included + e.attempts_added from public.enrolments e where e.id = o.enrolment_id)
  for update;
  if v_next is not null then
    -- In the learner's name: if that one had begun too, it counts as well.
    perform private.call_off_exam(p_session.user_id, v_next, p_now);
  end if;
  perform private.audit('exam.voided', 'exam_session', p_session.id::text,
    jsonb_build_object('track_id', p_session.track_id, 'called_off', v_next), null, p_now);
  return jsonb_build_object('status', 'voided', 'certificate_id', null);
end
$$;

create function private.record_exam_progress(p_session_key text, p_session jsonb, p_now timestamptz)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_session public.exam_sessions;
  v_reported text := p_session ->> 'status';
  v_order constant text[] := array['scheduled', 'ready', 'started', 'submitted', 'review'];
  v_rating text := lower(p_session ->> 'proctor_rating');
begin
  select s.* into v_session from public.exam_sessions s where s.session_key = p_session_key for update;
  if not found then
    raise exception 'exam_not_found' using detail = 'There is no exam with this session key.';
  end if;
  if v_reported is null or v_reported not in ('ready', 'started', 'submitted', 'reviewed', 'cancelled')
    or (p_session ->> 'score')::numeric not between 0 and 100 then
    raise exception 'exam_report_invalid' using detail = 'The report has an unknown status or a score outside 0 to 100.';
  end if;
  if v_session.vendor_session_id <> p_session ->> 'vendor_session_id' then
    raise exception 'exam_report_invalid' using detail = 'The report is about another vendor session.';
  end if;
  if v_session.status = 'cancelled' and v_session.vendor_session_id is not null and v_session.decided_by is null
    and v_reported in ('started', 'submitted', 'reviewed') then
    return private.void_exam(v_session, p_now);
  end if;
  -- A result that came after staff were asked is for them to see; they still decide.
  if v_session.status = 'review' and v_session.score is null and v_reported = 'reviewed' then
    update public.exam_sessions s
    set score = (p_session ->> 'score')::numeric, submitted_at = coalesce(s.submitted_at, (p_session ->> 'submitted_at')::timestamptz),
      proctor_rating = case when v_rating in ('high', 'medium', 'low') then v_rating end::public.proctor_rating,
      incidents = case when jsonb_typeof(p_session -> 'incidents') = 'array' then p_session -> 'incidents' else s.incidents end
    where s.id = v_session.id;
  end if;
  if v_session.status = 'review' or v_session.status = any (private.decided_exam_statuses()) then
    return jsonb_build_object('status', v_session.status,
      'certificate_id', (select c.id from public.certificates c where c.exam_session_id = v_session.id));
  end if;

  update public.exam_sessions s
  set vendor_session_id = coalesce(s.vendor_session_id, p_session ->> 'vendor_session_id'),
    started_at = coalesce(s.started_at, (p_session ->> 'started_at')::timestamptz,
      case when v_reported in ('started', 'submitted', 'reviewed') then p_now end),
    submitted_at = coalesce(s.submitted_at, (p_session ->> 'submitted_at')::timestamptz,
      case when v_reported in ('submitted', 'reviewed') then p_now end),
    status = case when array_position(v_order, v_reported) > array_position(v_order, s.status::text)
      then v_reported else s.status::text end::public.exam_status,
    score = case when v_reported = 'reviewed' then (p_session ->> 'score')::numeric end,
    proctor_rating = case when v_reported = 'reviewed' and v_rating in ('high', 'medium', 'low') then v_rating end::public.proctor_rating,
    incidents = case when jsonb_typeof(p_session -> 'incidents') = 'array' then p_session -> 'incidents' else s.incidents end
  where s.id = v_session.id returning s.* into v_session;

  if v_reported = 'reviewed' then
    return private.close_exam(v_session.id, private.exam_verdict(v_session), null, p_now);
  end if;
  if v_reported = 'cancelled' and v_session.started_at is null then
    return private.close_exam(v_session.id, 'cancelled', null, p_now);
  end if;
  -- Only the vendor knows that nobody came; the room has closed by then.
  if v_reported = 'ready' and v_session.status = 'ready' and p_now >= private.exam_room_closes(v_session) then
    return private.close_exam(v_session.id, 'missed', null, p_now);
  end if;
  return jsonb_build_object('status', v_session.status, 'certificate_id', null);
end
$$;

create function private.decide_exam_as(p_actor uuid, p_exam_session_id uuid, p_passed boolean, p_note text, p_now timestamptz)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_session public.exam_sessions;
  v_verdict public.exam_status := case when p_passed then 'passed' else 'failed' end;
begin
  if p_passed is null or coalesce(trim(p_note), '') = '' then
    raise exception 'note_needed' using detail = 'Say passed or not, and why.';
  end if;
  select s.* into v_session from public.exam_sessions s where s.id = p_exam_session_id for update;
  if not found then
    raise exception 'exam_not_found' using detail = 'There is no such exam.';
  end if;
  if v_session.user_id = p_actor then
    raise exception 'not_allowed' using errcode = '42501', detail = 'Nobody decides on their own exam.';
  end if;
  if v_session.status = v_verdict then
    return jsonb_build_object('status', v_session.status,
      'certificate_id', (select c.id from public.certificates c where c.exam_session_id = v_session.id));
  end if;
  if v_session.status <> 'review' then
    raise exception 'exam_not_in_review' using detail = 'Only an exam in review is decided by staff.';
  end if;
  update public.exam_sessions s set decided_by = p_actor, note = left(trim(p_note), 2000) where s.id = p_exam_session_id;
  return private.close_exam(p_exam_session_id, v_verdict, p_actor, p_now);
end
$$;

create function private.decide_exam(p_exam_session_id uuid, p_passed boolean, p_note text)
returns jsonb language plpgsql security definer set search_path = '' as $$
begin
  if not private.has_permission('exams.manage') then
    raise exception 'not_allowed' using errcode = '42501', detail = 'The permission exams.manage is needed.';
  end if;
  return private.decide_exam_as(auth.uid(), p_exam_session_id, p_passed, p_note, now());
end
$$;
create function public.decide_exam(p_exam_session_id uuid, p_passed boolean, p_note text)
returns jsonb language sql set search_path = '' as $$
  select private.decide_exam(p_exam_session_id, p_passed, p_note)
$$;
create function public.system_record_exam_progress(p_session_key text, p_session jsonb)
returns jsonb language sql security definer set search_path = '' as $$
  select private.record_exam_progress(p_session_key, p_session, now())
$$;

comment on function public.decide_exam(uuid, boolean, text) is
  'Decides an exam in review; needs exams.manage: {status, certificate_id}. Codes: note_needed, exam_not_found, exam_not_in_review.';

revoke execute on function
  private.decided_exam_statuses(), private.close_exam(uuid, public.exam_status, uuid, timestamptz),
  private.exam_room_closes(public.exam_sessions), private.void_exam(public.exam_sessions, timestamptz),
  private.exam_verdict(public.exam_sessions), private.record_exam_progress(text, jsonb, timestamptz),
  private.decide_exam_as(uuid, uuid, boolean, text, timestamptz), private.decide_exam(uuid, boolean, text),
  public.decide_exam(uuid, boolean, text), public.system_record_exam_progress(text, jsonb)
from public, anon, authenticated, service_role;
grant execute on function private.decide_exam(uuid, boolean, text), public.decide_exam(uuid, boolean, text) to authenticated;
grant execute on function public.system_record_exam_progress(text, jsonb) to service_role;

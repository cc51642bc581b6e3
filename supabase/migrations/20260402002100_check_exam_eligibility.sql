-- May this person sit the exam now, and if not, why not: one answer for the screen and for the booking.

create function private.exam_standing(p_user_id uuid, p_track_id text, p_now timestamptz)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_enrolment public.enrolments := private.active_enrolment(p_user_id, p_track_id, p_now);
  v_cooldown_hours int;
  v_modules record;
  v_mock_passed boolean := false;
  v_identity public.identity_status;
  v_used int := 0;
  v_total int := 0;
  v_failed_at timestamptz;
  v_cooldown timestamptz;
  v_open jsonb;
  v_certified boolean;
  v_reasons text[];
begin
  select t.cooldown_hours into v_cooldown_hours from public.tracks t where t.id = p_track_id;
  if not found then
    raise exception 'track_not_found' using detail = 'There is no such track.';
  end if;
  select coalesce(max(p.modules_total), 0) as total, coalesce(max(p.modules_completed), 0) as completed into v_modules
  from public.enrolment_progress p where p.enrolment_id = v_enrolment.id;
  v_mock_passed := exists (select from public.test_attempts a where a.enrolment_id = v_enrolment.id and a.passed);
  select i.status into v_identity from public.identity_verifications i
  where i.user_id = p_user_id order by i.created_at desc, i.id desc limit 1;
  if v_enrolment.id is not null then
    v_total := v_enrolment.attempts_included + v_enrolment.attempts_added;
    select count(*)::int into v_used from public.exam_sessions s where s.enrolment_id = v_enrolment.id and s.status <> 'cancelled';
  end if;
  select max(s.decided_at) into v_failed_at from public.exam_sessions s
  where s.user_id = p_user_id and s.track_id = p_track_id and s.status = 'failed';
  v_cooldown := case when v_failed_at + make_interval(hours => v_cooldown_hours) > p_now
    then v_failed_at + make_interval(hours => v_cooldown_hours) end;
  -- People may come in a quarter of an hour early; the seconds until then are by this clock, not by theirs.
  select jsonb_build_object('id', s.id, 'status', s.status, 'scheduled_at', s.scheduled_at, 'session_url', s.session_url,
    'opens_in_seconds', greatest(ceil(extract(epoch from s.scheduled_at - interval '15 minutes' - p_now)), 0)::int) into v_open
  from public.exam_sessions s
  where s.user_id = p_user_id and s.track_id = p_track_id and s.status in ('scheduled', 'ready', 'started', 'submitted', 'review');
  v_certified := exists (select from public.certificates c
    where c.user_id = p_user_id and c.track_id = p_track_id and c.status = 'issued' and c.expires_at > p_now);

  -- An order that a person can act upon: the first is the one to say when only one can be said.
  v_reasons := array_remove(array[
    case when v_certified then 'already_certified' end,
    case when v_open is not null then 'exam_pending' end,
    case when v_enrolment.id is null then 'not_enrolled' end,
    case when v_enrolment.id is not null and v_modules.completed < v_modules.total then 'modules_incomplete' end,
    case when v_enrolment.id is not null and not v_mock_passed then 'mock_test_not_passed' end,
    case when v_identity is null then 'identity_missing' when v_identity = 'rejected' then 'identity_rejected' end,
    case when v_enrolment.id is not null and v_used >= v_total then 'attempts_exhausted' end,
    case when v_cooldown is not null then 'cooldown' end], null);

  return jsonb_build_object(
    'eligible', cardinality(v_reasons) = 0, 'reasons', to_jsonb(v_reasons), 'enrolment_id', v_enrolment.id,
    'modules_completed', v_modules.completed, 'modules_total', v_modules.total, 'mock_test_passed', v_mock_passed,
    'identity_status', v_identity, 'attempts_total', v_total, 'attempts_used', v_used,
    'attempts_left', greatest(v_total - v_used, 0), 'cooldown_until', v_cooldown, 'open_session', v_open);
end
$$;

create function private.own_exam_standing(p_track_id text)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_user uuid := private.current_person();
begin
  if v_user is null then
    raise exception 'not_allowed' using errcode = '42501', detail = 'Sign in with an active account.';
  end if;
  return private.exam_standing(v_user, p_track_id, now());
end
$$;
create function public.exam_eligibility(p_track_id text)
returns jsonb language sql stable set search_path = '' as $$
  select private.own_exam_standing(p_track_id)
$$;

comment on function public.exam_eligibility(text) is
  'Whether the signed-in person may schedule the exam of a track, every reason why not, and where they stand. Code: track_not_found.';

revoke execute on function
  private.exam_standing(uuid, text, timestamptz), private.own_exam_standing(text), public.exam_eligibility(text)
from public, anon, authenticated, service_role;
grant execute on function private.own_exam_standing(text), public.exam_eligibility(text) to authenticated;

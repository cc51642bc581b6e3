-- Sittings that go quiet: asking the vendor when no callback came, and closing those nobody came to.

-- No room was ever made: the attempt is given back, the fault was not the learner's. Begun and never handed in, a grace after
-- the last possible minute: staff look at it, as they do when the vendor has not answered for a week. That nobody came is the
-- vendor's to say (private.record_exam_progress).
create function private.close_missed_exams(p_now timestamptz)
returns int language plpgsql security definer set search_path = '' as $$
declare
  v_grace interval := make_interval(hours => private.policy_number('exam_grace_hours', 24));
  v_session record;
  v_count int := 0;
begin
  for v_session in
    select s.id, s.status from public.exam_sessions s join public.tracks t on t.id = s.track_id
    where (s.status = 'scheduled' and s.scheduled_at + v_grace <= p_now)
      or (s.status = 'ready' and s.scheduled_at + v_grace + interval '7 days' <= p_now)
      or (s.status = 'started' and greatest(s.scheduled_at, s.started_at) + make_interval(mins => t.exam_minutes) + v_grace <= p_now)
    order by s.id
    for update of s skip locked
  loop
    perform private.close_exam(v_session.id,
      case when v_session.status = 'scheduled' then 'cancelled' else 'review' end::public.exam_status, null, p_now);
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;

-- Each ask moves the next one on: five minutes on the day of the exam, an hour later on.
create function private.due_exam_reads(p_limit int, p_now timestamptz)
returns table (exam_session_id uuid, session_key text, vendor_session_id text)
language sql security definer set search_path = '' as $$
  with due as materialized (
    select s.id from public.exam_sessions s
    where s.next_read_at <= p_now and s.status in ('ready', 'started', 'submitted')
    order by s.next_read_at limit greatest(p_limit, 0)
    for update skip locked
  )
  update public.exam_sessions s
  set next_read_at = p_now + case when s.scheduled_at > p_now - interval '1 day' then interval '5 minutes' else interval '1 hour' end
  from due where s.id = due.id
  returning s.id, s.session_key, s.vendor_session_id
$$;

create function public.system_close_missed_exams(p_now timestamptz default now())
returns int language sql security definer set search_path = '' as $$
  select private.close_missed_exams(p_now)
$$;
create function public.system_due_exam_reads(p_limit int)
returns table (exam_session_id uuid, session_key text, vendor_session_id text) language sql security definer set search_path = '' as $$
  select d.exam_session_id, d.session_key, d.vendor_session_id from private.due_exam_reads(p_limit, now()) d
$$;

revoke execute on function
  private.close_missed_exams(timestamptz), private.due_exam_reads(int, timestamptz),
  public.system_close_missed_exams(timestamptz), public.system_due_exam_reads(int)
from public, anon, authenticated, service_role;
grant execute on function public.system_close_missed_exams(timestamptz), public.system_due_exam_reads(int) to service_role;

-- Why: a manager follows students by what these functions tell: how far, how well, at risk or not. Attempts, answers, exam sessions
-- and documents themselves stay closed.

-- One row for each open seat of an active student. Given seats only those; null means all of the institution.
create function private.student_standings(p_institution_id uuid, p_seat_ids uuid[], p_now timestamptz)
returns table (
  seat_id uuid, student_id uuid, full_name text, email text, roll_no text, track_id text, track_name text, state text, percent integer,
  modules_completed integer, modules_total integer, best_test_score numeric, tests_passed integer, exam_status public.exam_status,
  exam_score numeric, certificate_id uuid, certificate_number text, last_active_at timestamptz, invited_at timestamptz,
  invitation_sent_at timestamptz, joined_at timestamptz, assigned_at timestamptz, risk text)
  language sql stable security definer set search_path = ''
as $$
  with seats as materialized (
    select ss.id as seat_id, s.id as student_id, s.full_name, s.email, s.roll_no, ss.track_id, ss.enrolment_id, s.invited_at,
      s.invitation_sent_at, s.joined_at, ss.assigned_at, e.attempts_included + e.attempts_added as attempts
    from public.student_seats ss
    join public.institution_students s on s.id = ss.student_id and s.status = 'active'
    left join public.enrolments e on e.id = ss.enrolment_id
    where ss.institution_id = p_institution_id and ss.released_at is null and (p_seat_ids is null or ss.id = any (p_seat_ids))
  ), totals as (
    select m.track_id, count(*)::integer as total from private.active_track_modules() m group by m.track_id
  ), progress as (
    select mp.enrolment_id, count(m.module_id) filter (where mp.status = 'completed')::integer as completed, max(mp.updated_at) as active_at
    from seats st
    join public.module_progress mp on mp.enrolment_id = st.enrolment_id
    left join private.active_track_modules() m on m.track_id = st.track_id and m.module_id = mp.module_id
    group by mp.enrolment_id
  ), tests as (
    select a.enrolment_id, max(a.score) as best, count(distinct a.mock_test_id) filter (where a.passed)::integer as passed,
      max(coalesce(a.submitted_at, a.started_at)) as active_at
    from seats st join public.test_attempts a on a.enrolment_id = st.enrolment_id group by a.enrolment_id
  ), sittings as (
    select x.enrolment_id,
      (array_agg(x.status order by x.attempt_no desc))[1] as status, (array_agg(x.score order by x.attempt_no desc))[1] as score,
      count(*) as used, max(coalesce(x.submitted_at, x.started_at)) as active_at
    from seats st join public.exam_sessions x on x.enrolment_id = st.enrolment_id and x.status <> 'cancelled' group by x.enrolment_id
  ), held as (
    select distinct on (c.enrolment_id) c.enrolment_id, c.id, c.number
    from seats st join public.certificates c on c.enrolment_id = st.enrolment_id and c.status = 'issued'
    order by c.enrolment_id, c.cycle desc
  ), told as (
    select st.*, coalesce(tt.total, 0) as modules_total, coalesce(p.completed, 0) as modules_completed,
      p.active_at is not null or ts.active_at is not null or x.used is not null as started,
      ts.best, coalesce(ts.passed, 0) as tests_passed, x.status as exam_status, x.score as exam_score, x.used,
      h.id as certificate_id, h.number as certificate_number, greatest(p.active_at, ts.active_at, x.active_at) as active_at
    from seats st
    left join totals tt on tt.track_id = st.track_id
    left join progress p on p.enrolment_id = st.enrolment_id
    left join tests ts on ts.enrolment_id = st.enrolment_id
    left join sittings x on x.enrolment_id = st.enrolment_id
    left join held h on h.enrolment_id = st.enrolment_id
  )
  select w.seat_id, w.student_id, w.full_name, w.email, w.roll_no, w.track_id, t.name,
    case
      when w.certificate_id is not null then 'certified'
      when w.enrolment_id is null then 'invited'
      when w.modules_total > 0 and w.modules_completed = w.modules_total then 'completed'
      when w.started then 'learning'
      else 'not_started' end,
    case when w.modules_total = 0 then 0 else w.modules_completed * 100 / w.modules_total end,
    w.modules_completed, w.modules_total, w.best, w.tests_passed, w.exam_status, w.exam_score, w.certificate_id, w.certificate_number,
    w.active_at, w.invited_at, w.invitation_sent_at, w.joined_at, w.assigned_at,
    case
      when w.certificate_id is not null then null
      when w.exam_status = 'failed' and w.used >= w.attempts then 'exam_failed'
      when w.enrolment_id is null then case when w.assigned_at < p_now - interval '14 days' then 'not_joined' end
      when not w.started then case when greatest(w.joined_at, w.assigned_at) < p_now - interval '14 days' then 'not_started' end
      when w.active_at < p_now - interval '21 days' and w.exam_status is distinct from 'passed' then 'inactive' end
  from told w
  join public.tracks t on t.id = w.track_id
$$;
comment on function private.student_standings(uuid, uuid[], timestamptz) is
  'Where each student of an institution stands. state: invited, not_started, learning, completed, certified. risk: not_joined (14 days), not_started (14 days), inactive (21 days), exam_failed (no attempt left), or null. percent and scores are per cent.';

create function private.list_students(
  p_institution_id uuid, p_search text, p_track_id text, p_state text, p_progress text, p_sort text, p_descending boolean,
  p_limit integer, p_offset integer, p_now timestamptz default now()
) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_me uuid := private.require_institution(p_institution_id, 'institutions.read');
  v_like text := '%' || replace(replace(replace(lower(trim(coalesce(p_search, ''))), '\', '\\'), '%', '\%'), '_', '\_') || '%';
  v_sort text := coalesce(p_sort, 'name');
  v_down boolean := coalesce(p_descending, false);
  v_limit integer := least(greatest(coalesce(p_limit, 25), 1), 1000);
  v_offset integer := greatest(coalesce(p_offset, 0), 0);
  v_seats uuid[];
  v_total integer;
begin
  if v_sort not in ('name', 'email', 'track', 'percent', 'score', 'activity', 'assigned')
    or p_state not in ('invited', 'not_started', 'learning', 'completed', 'certified', 'at_risk')
    or p_progress not in ('none', 'started', 'half', 'done') then
    raise exception 'invalid_filter' using detail = 'There is no such order or filter.';
  end if;
  -- What only the row itself decides is paged first; standings are then worked out for one page and not for everybody.
  if p_state is null and p_progress is null and v_sort in ('name', 'email', 'track', 'assigned') then
    select count(*)::integer into v_total
    from public.student_seats ss join public.institution_students s on s.id = ss.student_id and s.status = 'active'
    where ss.institution_id = p_institution_id and ss.released_at is null and (p_track_id is null or ss.track_id = p_track_id)
      and (v_like = '%%' or lower(s.full_name) like v_like or s.email like v_like or lower(s.roll_no) like v_like);
    select array(
      select ss.id
      from public.student_seats ss join public.institution_students s on s.id = ss.student_id and s.status = 'active'
      where ss.institution_id = p_institution_id and ss.released_at is null and (p_track_id is null or ss.track_id = p_track_id)
        and (v_like = '%%' or lower(s.full_name) like v_like or s.email like v_like or lower(s.roll_no) like v_like)
      order by
        case when v_down then null else case v_sort when 'name' then lower(s.full_name) when 'email' then s.email when 'track' then ss.track_id end end,
        case when v_down then case v_sort when 'name' then lower(s.full_name) when 'email' then s.email when 'track' then ss.track_id end end desc,
        case when v_sort = 'assigned' and not v_down then ss.assigned_at end,
        case when v_sort = 'assigned' and v_down then ss.assigned_at end desc,
        lower(s.full_name), ss.track_id, ss.id
      limit v_limit offset v_offset
    ) into v_seats;
  end if;
  return (
    with chosen as (
      select x.*, count(*) over () as found
      from private.student_standings(p_institution_id, v_seats, p_now) x
      where v_seats is not null or (
        (p_track_id is null or x.track_id = p_track_id)
        and (p_state is null or x.state = p_state or (p_state = 'at_risk' and x.risk is not null))
        and (p_progress is null or case p_progress when 'none' then x.percent = 0 when 'started' then x.percent between 1 and 49
          when 'half' then x.percent between 50 and 99 else x.percent = 100 end)
        and (v_like = '%%' or lower(x.full_name) like v_like or x.email like v_like or lower(x.roll_no) like v_like))
    ), ordered as (
      select c.*, row_number() over (
        order by
          case when not v_down then case v_sort when 'name' then lower(c.full_name) when 'email' then c.email when 'track' then c.track_id end end,
          case when v_down then case v_sort when 'name' then lower(c.full_name) when 'email' then c.email when 'track' then c.track_id end end desc,
          case when not v_down then case v_sort when 'percent' then c.percent when 'score' then c.best_test_score end end,
          case when v_down then case v_sort when 'percent' then c.percent when 'score' then c.best_test_score end end desc nulls last,
          case when not v_down then case v_sort when 'activity' then c.last_active_at when 'assigned' then c.assigned_at end end nulls first,
          case when v_down then case v_sort when 'activity' then c.last_active_at when 'assigned' then c.assigned_at end end desc nulls last,
          lower(c.full_name), c.track_id, c.seat_id) as place
      from chosen c
    )
    select jsonb_build_object(
      'total', coalesce(v_total, max(o.found), 0),
      'rows', coalesce(jsonb_agg(to_jsonb(o) - 'found' - 'place' || jsonb_build_object('at_risk', o.risk is not null) order by o.place)
        filter (where v_seats is not null or o.place between v_offset + 1 and v_offset + v_limit), '[]'::jsonb))
    from ordered o
  );
end
$$;

create function private.institution_overview(p_institution_id uuid, p_now timestamptz default now()) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_me uuid := private.require_institution(p_institution_id, 'institutions.read');
begin
  return (
    with standings as materialized (
      select x.* from private.student_standings(p_institution_id, null, p_now) x
    ), blocks as (
      select b.id, b.track_id, b.seats, b.price, b.valid_until, b.valid_until >= private.day_in_india(p_now) as valid,
        (select count(*)::integer from public.student_seats ss where ss.block_id = b.id and ss.released_at is null) as used
      from public.institution_seats b where b.institution_id = p_institution_id
    ), per_track as (
      select s.track_id, count(*)::integer as students,
        count(*) filter (where s.state = 'invited')::integer as invited, count(*) filter (where s.state = 'not_started')::integer as not_started,
        count(*) filter (where s.state = 'learning')::integer as learning, count(*) filter (where s.state = 'completed')::integer as completed,
        count(*) filter (where s.state = 'certified')::integer as certified, count(*) filter (where s.risk is not null)::integer as at_risk,
        count(*) filter (where s.tests_passed > 0)::integer as test_passed,
        count(*) filter (where s.exam_status = 'passed')::integer as exam_passed,
        count(*) filter (where s.exam_status = 'failed')::integer as exam_failed,
        round(avg(s.percent) filter (where s.state <> 'invited'))::integer as average_percent,
        round(avg(s.best_test_score), 1) as average_test_score,
        count(*) filter (where s.state <> 'invited' and s.percent = 0)::integer as percent_none,
        count(*) filter (where s.percent between 1 and 49)::integer as percent_started,
        count(*) filter (where s.percent between 50 and 99)::integer as percent_half,
        count(*) filter (where s.percent = 100)::integer as percent_done
      from standings s group by s.track_id
    )
    select jsonb_build_object(
      'students', (select count(distinct s.student_id) from standings s),
      'invited', (select count(distinct s.student_id) from standings s where s.joined_at is null),
      'joined', (select count(distinct s.student_id) from standings s where s.joined_at is not null),
      'certified', (select count(distinct s.student_id) from standings s where s.state = 'certified'),
      'at_risk', (select count(*) from standings s where s.risk is not null),
      'seats', coalesce((
        select jsonb_agg(jsonb_build_object('id', b.id, 'track_id', b.track_id, 'track_name', t.name, 'seats', b.seats, 'used', b.used,
          'left', b.seats - b.used, 'price', b.price, 'valid_until', b.valid_until, 'valid', b.valid) order by t.position, t.name, b.valid_until, b.id)
        from blocks b join public.tracks t on t.id = b.track_id), '[]'::jsonb),
      'tracks', coalesce((
        select jsonb_agg(jsonb_build_object('track_id', t.id, 'track_name', t.name,
          'seats', coalesce(b.seats, 0), 'used', coalesce(b.used, 0), 'left', coalesce(b.free, 0),
          'students', coalesce(p.students, 0), 'invited', coalesce(p.invited, 0), 'not_started', coalesce(p.not_started, 0),
          'learning', coalesce(p.learning, 0), 'completed', coalesce(p.completed, 0), 'certified', coalesce(p.certified, 0),
          'at_risk', coalesce(p.at_risk, 0), 'test_passed', coalesce(p.test_passed, 0), 'exam_passed', coalesce(p.exam_passed, 0),
          'exam_failed', coalesce(p.exam_failed, 0), 'average_percent', coalesce(p.average_percent, 0),
          'average_test_score', p.average_test_score,
          'completion', jsonb_build_object('none', coalesce(p.percent_none, 0), 'started', coalesce(p.percent_started, 0),
            'half', coalesce(p.percent_half, 0), 'done', coalesce(p.percent_done, 0))) order by t.position, t.name)
        from (
          select b.track_id, sum(b.seats)::integer as seats, sum(b.used)::integer as used,
            sum(b.seats - b.used) filter (where b.valid)::integer as free
          from blocks b group by b.track_id
        ) b
        full join per_track p on p.track_id = b.track_id
        join public.tracks t on t.id = coalesce(b.track_id, p.track_id)), '[]'::jsonb))
  );
end
$$;

create function public.list_students(
  p_institution_id uuid, p_search text default null, p_track_id text default null, p_state text default null, p_progress text default null,
  p_sort text default 'name', p_descending boolean default false, p_limit integer default 25, p_offset integer default 0
) returns jsonb
  language sql stable set search_path = ''
as $$
  select private.list_students(p_institution_id, p_search, p_track_id, p_state, p_progress, p_sort, p_descending, p_limit, p_offset)
$$;
comment on function public.list_students(uuid, text, text, text, text, text, boolean, integer, integer) is
  'A page of an institution''s students, one row for each track: {total, rows}. State or at_risk, progress none, started, half or done; sorted by name, email, track, percent, score, activity or assigned. Code: invalid_filter.';
create function public.institution_overview(p_institution_id uuid) returns jsonb
  language sql stable set search_path = ''
as $$ select private.institution_overview(p_institution_id) $$;
comment on function public.institution_overview(uuid) is 'Seats and progress of an institution, in all and by track: {students, invited, joined, certified, at_risk, seats, tracks}.';

revoke execute on function
  private.student_standings(uuid, uuid[], timestamptz),
  private.list_students(uuid, text, text, text, text, text, boolean, integer, integer, timestamptz),
  private.institution_overview(uuid, timestamptz),
  public.list_students(uuid, text, text, text, text, text, boolean, integer, integer), public.institution_overview(uuid)
from public, anon, authenticated, service_role;
grant execute on function
  private.list_students(uuid, text, text, text, text, text, boolean, integer, integer, timestamptz),
  private.institution_overview(uuid, timestamptz),
  public.list_students(uuid, text, text, text, text, text, boolean, integer, integer), public.institution_overview(uuid)
to authenticated;

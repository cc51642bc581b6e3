-- Why: the figures that the business is run by, for a period and the one before it, in one call. Each figure is a scan of an
-- index that covers it, whatever lies outside of the period.

create index profiles_learners_joined on public.profiles (joined_at) where kind = 'learner';
create index orders_paid on public.orders (paid_at) include (track_id, kind, total) where paid_at is not null;
create index refunds_processed on public.refunds (updated_at) include (payment_id, amount) where status = 'processed';
create index enrolments_begun on public.enrolments (enrolled_at) include (track_id, source);
create index exam_sessions_decided on public.exam_sessions (decided_at) include (track_id, status) where decided_at is not null;

-- Midnight in India, by which the business reckons its days.
create function private.india_midnight(p_day date) returns timestamptz
  language sql immutable set search_path = ''
as $$ select p_day::timestamp at time zone 'Asia/Kolkata' $$;

-- How often, and for how much, things happened in a time: one row with what the tiles show.
create function private.figures_between(p_from timestamptz, p_to timestamptz, p_track text) returns jsonb
  language plpgsql stable set search_path = '' set plan_cache_mode = force_custom_plan
as $$
declare
  v_sold record;
  v_refunded record;
  v_exams record;
begin
  select count(*) as orders, coalesce(sum(o.total), 0) as amount into v_sold
  from public.orders o
  where o.paid_at >= p_from and o.paid_at < p_to and (p_track is null or o.track_id = p_track);
  select count(*) as refunds, coalesce(sum(r.amount), 0) as amount into v_refunded
  from public.refunds r
  where r.status = 'processed' and r.updated_at >= p_from and r.updated_at < p_to
    and (p_track is null or exists (
      select from public.payments y join public.orders o on o.id = y.order_id where y.id = r.payment_id and o.track_id = p_track));
  select count(*) filter (where s.status = 'passed') as passed, count(*) filter (where s.status = 'failed') as failed into v_exams
  from public.exam_sessions s
  where s.decided_at >= p_from and s.decided_at < p_to and (p_track is null or s.track_id = p_track);
  return jsonb_build_object(
    'registrations', (select count(*) from public.profiles p where p.kind = 'learner' and p.joined_at >= p_from and p.joined_at < p_to),
    'paid', v_sold.orders, 'refunds', v_refunded.refunds, 'refunded', v_refunded.amount,
    'revenue', v_sold.amount - v_refunded.amount,
    'enrolments', (select count(*) from public.enrolments e
      where e.enrolled_at >= p_from and e.enrolled_at < p_to and (p_track is null or e.track_id = p_track)),
    'completions', (select count(*) from private.learner_milestones m
      where m.track_id = coalesce(p_track, '') and m.completed_at >= p_from and m.completed_at < p_to),
    'exams_passed', v_exams.passed, 'exams_failed', v_exams.failed,
    'certificates', (select count(*) from public.certificates c
      where c.issued_at >= p_from and c.issued_at < p_to and (p_track is null or c.track_id = p_track)));
end
$$;

-- Of the learners who registered in the time: how many have reached each step by now.
create function private.funnel_of(p_from timestamptz, p_to timestamptz, p_track text) returns jsonb
  language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'registered', (select count(*) from private.learner_milestones r
      where r.track_id = '' and r.registered_at >= p_from and r.registered_at < p_to),
    'enrolled', count(m.enrolled_at), 'learning', count(m.learning_at), 'completed', count(m.completed_at),
    'test_passed', count(m.test_passed_at), 'exam', count(m.exam_at), 'certified', count(m.certified_at))
  from private.learner_milestones m
  where m.track_id = coalesce(p_track, '') and m.registered_at >= p_from and m.registered_at < p_to
$$;

-- The course of the period in at most 92 steps; a step without anything is there, with zeros.
create function private.course_between(p_from date, p_to date, p_track text) returns jsonb
  language sql stable set search_path = ''
as $$
  with step as (
    select case when p_to - p_from <= 92 then 'day' when p_to - p_from <= 92 * 7 then 'week' else 'month' end as unit
  ), spans as (
    select greatest(s.at::date, p_from) as day, private.india_midnight(s.at::date) as starts,
      private.india_midnight((s.at + ('1 ' || step.unit)::interval)::date) as ends
    from step, generate_series(date_trunc(step.unit, p_from::timestamp), (p_to - 1)::timestamp, ('1 ' || step.unit)::interval) s(at)
  ), happened as (
    select 'registrations' as figure, p.joined_at as at, 0::bigint as amount from public.profiles p
    where p.kind = 'learner' and p.joined_at >= private.india_midnight(p_from) and p.joined_at < private.india_midnight(p_to)
    union all
    select 'enrolments', e.enrolled_at, 0 from public.enrolments e
    where e.enrolled_at >= private.india_midnight(p_from) and e.enrolled_at < private.india_midnight(p_to)
      and (p_track is null or e.track_id = p_track)
    union all
    select 'revenue', o.paid_at, o.total from public.orders o
    where o.paid_at >= private.india_midnight(p_from) and o.paid_at < private.india_midnight(p_to)
      and (p_track is null or o.track_id = p_track)
    union all
    select 'revenue', r.updated_at, -r.amount from public.refunds r
    where r.status = 'processed' and r.updated_at >= private.india_midnight(p_from) and r.updated_at < private.india_midnight(p_to)
      and (p_track is null or exists (
        select from public.payments y join public.orders o on o.id = y.order_id where y.id = r.payment_id and o.track_id = p_track))
    union all
    select 'certificates', c.issued_at, 0 from public.certificates c
    where c.issued_at >= private.india_midnight(p_from) and c.issued_at < private.india_midnight(p_to)
      and (p_track is null or c.track_id = p_track)
  ), by_day as (
    -- India keeps one offset all year, and a fixed one is reckoned in a third of the time.
    select (h.at at time zone interval '5:30')::date as day, h.figure, count(*) as times, sum(h.amount) as amount from happened h group by 1, 2
  ), counted as (
    select date_trunc(step.unit, d.day::timestamp)::date as day, d.figure, sum(d.times)::bigint as times, sum(d.amount) as amount
    from by_day d, step group by 1, 2
  )
  select jsonb_build_object('unit', (select step.unit from step), 'steps', coalesce(jsonb_agg(jsonb_build_object(
    'day', s.day,
    'registrations', coalesce((select c.times from counted c where c.figure = 'registrations' and private.india_midnight(c.day) = s.starts), 0),
    'enrolments', coalesce((select c.times from counted c where c.figure = 'enrolments' and private.india_midnight(c.day) = s.starts), 0),
    'revenue', coalesce((select c.amount from counted c where c.figure = 'revenue' and private.india_midnight(c.day) = s.starts), 0),
    'certificates', coalesce((select c.times from counted c where c.figure = 'certificates' and private.india_midnight(c.day) = s.starts), 0)
    ) order by s.starts), '[]'))
  from spans s
$$;

create function private.admin_overview(p_from date, p_to date, p_track text, p_now timestamptz) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_days int := p_to - p_from + 1;
begin
  perform private.require_any_permission('analytics.read');
  if p_from is null or p_to is null or v_days not between 1 and 3660 then
    raise exception 'invalid_period' using detail = 'The period must have 1 to 3,660 days.';
  end if;
  if p_track is not null and not exists (select from public.tracks t where t.id = p_track) then
    raise exception 'track_not_found' using detail = 'There is no such track.';
  end if;
  return jsonb_build_object(
    'from', p_from, 'to', p_to,
    'now', private.figures_between(private.india_midnight(p_from), private.india_midnight(p_to + 1), p_track),
    'before', private.figures_between(private.india_midnight(p_from - v_days), private.india_midnight(p_from), p_track),
    'funnel', private.funnel_of(private.india_midnight(p_from), private.india_midnight(p_to + 1), p_track),
    'course', private.course_between(p_from, p_to + 1, p_track),
    'expiring', (select count(*) from public.certificates c
      where c.status = 'issued' and c.expires_at >= p_now and c.expires_at < p_now + interval '60 days' and (p_track is null or c.track_id = p_track)),
    'work', jsonb_build_object(
      'waiting', (select count(*) from private.outbox o where o.status in ('pending', 'running') and o.next_attempt_at <= p_now),
      'retrying', (select count(*) from private.outbox o where o.status in ('pending', 'running') and o.attempts > 0),
      'failed', (select count(*) from private.outbox o where o.status = 'dead')));
end
$$;

create function public.admin_overview(p_from date, p_to date, p_track text default null) returns jsonb
  language sql stable set search_path = ''
as $$ select private.admin_overview(p_from, p_to, p_track, now()) $$;
comment on function public.admin_overview(date, date, text) is
  'Figures of a period (both days included, in India): {from, to, now, before, funnel, course, expiring, work}; money in paise, net of refunds. Needs analytics.read. Codes: invalid_period, track_not_found.';

-- The rows that a figure counts, as SQL over $1 from, $2 to, $3 track: id, user_id, track_id, at, amount, state.
create function private.rows_behind(p_figure text) returns text
  language sql immutable set search_path = ''
as $$
  select case p_figure
    when 'registrations' then $q$ select p.user_id as id, p.user_id, null::text as track_id, p.joined_at as at, null::bigint as amount, p.status::text as state
      from public.profiles p where p.kind = 'learner' and p.joined_at >= $1 and p.joined_at < $2 and ($3 is null or true) $q$
    when 'paid' then $q$ select o.id, o.user_id, o.track_id, o.paid_at as at, o.total::bigint as amount, o.status::text as state
      from public.orders o where o.paid_at >= $1 and o.paid_at < $2 and ($3 is null or o.track_id = $3) $q$
    when 'refunds' then $q$ select r.id, r.user_id, o.track_id, r.updated_at as at, -r.amount::bigint as amount, r.status as state
      from public.refunds r join public.payments y on y.id = r.payment_id join public.orders o on o.id = y.order_id
      where r.status = 'processed' and r.updated_at >= $1 and r.updated_at < $2 and ($3 is null or o.track_id = $3) $q$
    when 'enrolments' then $q$ select e.id, e.user_id, e.track_id, e.enrolled_at as at, null::bigint as amount, e.source::text as state
      from public.enrolments e where e.enrolled_at >= $1 and e.enrolled_at < $2 and ($3 is null or e.track_id = $3) $q$
    when 'completions' then $q$ select m.user_id as id, m.user_id, nullif(m.track_id, '') as track_id, m.completed_at as at, null::bigint as amount, null::text as state
      from private.learner_milestones m where m.track_id = coalesce($3, '') and m.completed_at >= $1 and m.completed_at < $2 $q$
    when 'exams' then $q$ select s.id, s.user_id, s.track_id, s.decided_at as at, null::bigint as amount, s.status::text as state
      from public.exam_sessions s where s.decided_at >= $1 and s.decided_at < $2 and s.status in ('passed', 'failed') and ($3 is null or s.track_id = $3) $q$
    when 'certificates' then $q$ select c.id, c.user_id, c.track_id, c.issued_at as at, null::bigint as amount, c.number as state
      from public.certificates c where c.issued_at >= $1 and c.issued_at < $2 and ($3 is null or c.track_id = $3) $q$
    when 'expiring' then $q$ select c.id, c.user_id, c.track_id, c.expires_at as at, null::bigint as amount, c.number as state
      from public.certificates c where c.status = 'issued' and c.expires_at >= now() and c.expires_at < now() + interval '60 days'
        and ($1 is null or $2 is null or true) and ($3 is null or c.track_id = $3) $q$
  end
$$;

-- A figure is counted for everybody with analytics.read; who stands behind it is shown to those who may see such rows.
create function private.permission_behind(p_figure text) returns text
  language sql immutable set search_path = ''
as $$
  select case
    when p_figure in ('registrations', 'enrolments', 'completions') then 'users.read'
    when p_figure in ('paid', 'refunds') then 'payments.read'
    when p_figure = 'exams' then 'exams.read'
    when p_figure in ('certificates', 'expiring') then 'certificates.read'
  end
$$;

create function private.overview_rows(p_figure text, p_from date, p_to date, p_track text, p_after jsonb, p_limit int) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_limit int := least(greatest(coalesce(p_limit, 25), 1), 200);
  v_rows jsonb;
begin
  perform private.require_any_permission('analytics.read');
  if private.permission_behind(p_figure) is null then
    raise exception 'invalid_figure' using detail = 'There is no list behind this.';
  end if;
  perform private.require_any_permission(private.permission_behind(p_figure));
  if p_from is null or p_to is null or p_to - p_from not between 0 and 3659 then
    raise exception 'invalid_period' using detail = 'The period must have 1 to 3,660 days.';
  end if;
  execute format(
    'select coalesce(jsonb_agg(jsonb_build_object(''id'', page.id, ''user_id'', page.user_id, ''name'', p.full_name, ''email'', p.email,
        ''track'', t.name, ''at'', page.at, ''amount'', page.amount, ''state'', page.state) order by page.at desc, page.id desc), ''[]'')
     from (select b.* from (%s) b where $4 is null or (b.at, b.id) < ($4, $5) order by b.at desc, b.id desc limit $6) page
     join public.profiles p on p.user_id = page.user_id left join public.tracks t on t.id = page.track_id', private.rows_behind(p_figure))
  into v_rows
  using private.india_midnight(p_from), private.india_midnight(p_to + 1), p_track,
    (p_after ->> 'at')::timestamptz, (p_after ->> 'id')::uuid, v_limit + 1;
  return jsonb_build_object(
    'rows', case when jsonb_array_length(v_rows) > v_limit then v_rows - v_limit else v_rows end,
    'next', case when jsonb_array_length(v_rows) > v_limit
      then jsonb_build_object('at', v_rows -> (v_limit - 1) -> 'at', 'id', v_rows -> (v_limit - 1) -> 'id') end);
end
$$;

create function public.overview_rows(
  p_figure text, p_from date, p_to date, p_track text default null, p_after jsonb default null, p_limit int default 25) returns jsonb
  language sql stable set search_path = ''
as $$ select private.overview_rows(p_figure, p_from, p_to, p_track, p_after, p_limit) $$;
comment on function public.overview_rows(text, date, date, text, jsonb, int) is
  'Who stands behind a figure, newest first: {rows, next}; give `next` as p_after for the page that follows. Figures: registrations, enrolments, completions (users.read), paid, refunds (payments.read), exams (exams.read), certificates, expiring (certificates.read); beside analytics.read. Codes: invalid_figure, invalid_period.';

revoke execute on function
  private.india_midnight(date), private.figures_between(timestamptz, timestamptz, text), private.funnel_of(timestamptz, timestamptz, text),
  private.course_between(date, date, text), private.admin_overview(date, date, text, timestamptz), public.admin_overview(date, date, text),
  private.rows_behind(text), private.permission_behind(text), private.overview_rows(text, date, date, text, jsonb, int),
  public.overview_rows(text, date, date, text, jsonb, int)
from public, anon, authenticated, service_role;
grant execute on function
  private.admin_overview(date, date, text, timestamptz), public.admin_overview(date, date, text),
  private.overview_rows(text, date, date, text, jsonb, int), public.overview_rows(text, date, date, text, jsonb, int)
to authenticated;

-- Why: staff see what waits and what failed, try it again or give it up, and see whether a vendor answers, also among a million done jobs.

alter table private.outbox add column failed_at timestamptz;
comment on column private.outbox.failed_at is 'Its last failure; kept when a later try succeeds.';

create index outbox_newest on private.outbox (created_at desc, id desc);
create index outbox_status_newest on private.outbox (status, created_at desc, id desc);
create index outbox_kind_newest on private.outbox (kind, created_at desc, id desc);
create index outbox_kind_status on private.outbox (kind, status, created_at) where status <> 'done';
create index outbox_kind_done on private.outbox (kind, done_at desc) where status = 'done';
create index outbox_kind_failed on private.outbox (kind, failed_at desc) where failed_at is not null;
create index outbox_errors on private.outbox using gin (lower(last_error) extensions.gin_trgm_ops) where last_error is not null;
-- One or two letters are looked for at the beginning only.
create index outbox_error_starts on private.outbox (lower(last_error) text_pattern_ops) where last_error is not null;
create index outbox_discarded on private.outbox (done_at) where status = 'discarded';
create index webhook_events_newest on private.webhook_events (received_at desc, id desc);
create index webhook_events_provider_newest on private.webhook_events (provider, received_at desc, id desc);
create index webhook_events_provider_done on private.webhook_events (provider, processed_at desc) where processed_at is not null;
create index webhook_events_provider_open on private.webhook_events (provider, received_at desc, id desc) where processed_at is null;
create index webhook_events_errors on private.webhook_events using gin (lower(error) extensions.gin_trgm_ops) where error is not null;

create index webhook_events_error_starts on private.webhook_events (lower(error) text_pattern_ops) where error is not null;

create or replace function private.claim_outbox(p_limit int, p_lease_seconds int, p_now timestamptz)
returns table (id uuid, kind text, payload jsonb, attempts int)
language plpgsql security definer set search_path = '' as $$
begin
  update private.outbox o
  set status = 'dead', locked_until = null, failed_at = p_now, last_error = coalesce(o.last_error, 'lease ended without an answer')
  where o.id in (
    select d.id from private.outbox d
    where d.status = 'running' and d.next_attempt_at <= p_now and d.attempts >= 20
    for update skip locked);

  return query
  with due as materialized (
    select d.id from private.outbox d
    where d.status in ('pending', 'running') and d.next_attempt_at <= p_now
    order by d.next_attempt_at, d.created_at
    limit greatest(p_limit, 0)
    for update skip locked
  ), taken as (
    update private.outbox o
    set status = 'running', attempts = o.attempts + 1,
        locked_until = p_now + make_interval(secs => p_lease_seconds),
        next_attempt_at = p_now + make_interval(secs => p_lease_seconds)
    from due where o.id = due.id
    returning o.id, o.kind, o.payload, o.attempts, o.created_at
  )
  select t.id, t.kind, t.payload, t.attempts from taken t order by t.created_at;
end
$$;

create or replace function private.fail_outbox(p_id uuid, p_error text, p_permanent boolean, p_now timestamptz)
returns void language sql security definer set search_path = '' as $$
  update private.outbox
  set status = case when coalesce(p_permanent, false) or attempts >= 20 then 'dead' else 'pending' end::public.outbox_status,
      next_attempt_at = p_now + private.outbox_delay(attempts, random()),
      locked_until = null,
      failed_at = p_now,
      last_error = left(coalesce(p_error, 'unknown'), 500)
  where id = p_id and status = 'running'
$$;

-- Finished work goes 30 days after it was done, discarded work 90 days after; dead work stays until somebody has looked at it. Bodies of
-- webhooks, which name people, go 90 days after they were acted upon; the event's id stays, so that a late copy is still known. A share
-- per call, so that none holds locks for long. Answers how many rows were touched.
create or replace function private.prune_history(p_now timestamptz, p_limit int default 2000)
returns int language plpgsql security definer set search_path = '' as $$
declare
  v_deleted int;
  v_discarded int;
  v_emptied int;
begin
  delete from private.outbox o where o.id in (
    select d.id from private.outbox d where d.status = 'done' and d.done_at < p_now - interval '30 days'
    order by d.done_at limit p_limit for update skip locked);
  get diagnostics v_deleted = row_count;
  delete from private.outbox o where o.id in (
    select d.id from private.outbox d where d.status = 'discarded' and d.done_at < p_now - interval '90 days'
    order by d.done_at limit p_limit for update skip locked);
  get diagnostics v_discarded = row_count;
  update private.webhook_events e set raw_body = '' where e.id in (
    select d.id from private.webhook_events d where d.raw_body <> '' and d.processed_at < p_now - interval '90 days'
    order by d.processed_at limit p_limit for update skip locked);
  get diagnostics v_emptied = row_count;
  return v_deleted + v_discarded + v_emptied;
end
$$;

create function private.mask_text(p_text text) returns text
  language sql immutable set search_path = ''
as $$
  select regexp_replace(regexp_replace(p_text,
    '([^\s@<>"'':;,(])[^\s@<>"'':;,(]*@', '\1…@', 'g'),
    '\+?\d[\d ]{8,}\d', '…', 'g')
$$;
comment on function private.mask_text(text) is 'A text without the local parts of e-mail addresses and without telephone numbers.';

-- What staff see of a job: ids and templates, no names, no addresses, nothing that opens anything.
create function private.mask_payload(p_value jsonb, p_key text default '') returns jsonb
  language sql immutable set search_path = ''
as $$
  select case jsonb_typeof(p_value)
    when 'object' then coalesce((select jsonb_object_agg(e.key, private.mask_payload(e.value, e.key)) from jsonb_each(p_value) e), '{}')
    when 'array' then coalesce((select jsonb_agg(private.mask_payload(e.value, p_key)) from jsonb_array_elements(p_value) e), '[]')
    when 'string' then case
      when p_key ~* '(token|secret|password|signature|authorization|otp|hash|api_?key|url|link)' then '"…"'::jsonb
      when p_key ~* '(^|_)(name|phone|mobile|contact|address|gstin|city|street)$' then '"…"'::jsonb
      when (p_value #>> '{}') ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then p_value
      else to_jsonb(private.mask_text(p_value #>> '{}')) end
    else p_value end
$$;

-- Of what a vendor sent only the keys: who and what it is about stands where it was kept.
create function private.mask_all(p_value jsonb) returns jsonb
  language sql immutable set search_path = ''
as $$
  select case jsonb_typeof(p_value)
    when 'object' then coalesce((select jsonb_object_agg(e.key, private.mask_all(e.value)) from jsonb_each(p_value) e), '{}')
    when 'array' then coalesce((
      select jsonb_agg(private.mask_all(e.value)) from (select a.value from jsonb_array_elements(p_value) a limit 20) e), '[]')
    when 'null' then p_value
    else '"…"'::jsonb end
$$;

create function private.mask_body(p_body text) returns jsonb
  language plpgsql immutable set search_path = ''
as $$
begin
  return case when p_body <> '' then private.mask_all(p_body::jsonb) end;
exception when invalid_text_representation then
  return null;
end
$$;

create function private.vendor_of(p_kind text) returns text
  language sql immutable set search_path = ''
as $$
  select case
    when p_kind like 'payment.%' then 'razorpay'
    when p_kind like 'talview.%' then 'talview'
    when p_kind like 'credly.%' then 'credly'
    when p_kind like 'email.%' or p_kind like '%.invite' or p_kind = 'bulk.mail' then 'email' end
$$;

-- Each kind once, by hopping over its rows in the index.
create function private.outbox_kinds() returns setof text
  language sql stable set search_path = '' rows 20
as $$
  with recursive hop as (
    (select o.kind from private.outbox o order by o.kind limit 1)
    union all
    select (select o.kind from private.outbox o where o.kind > h.kind order by o.kind limit 1) from hop h where h.kind is not null
  )
  select h.kind from hop h where h.kind is not null
$$;

create function private.outbox_row(p_job private.outbox) returns jsonb
  language sql stable set search_path = ''
as $$
  select jsonb_build_object('id', p_job.id, 'kind', p_job.kind, 'status', p_job.status, 'attempts', p_job.attempts,
    'created_at', p_job.created_at, 'next_attempt_at', case when p_job.status in ('pending', 'running') then p_job.next_attempt_at end,
    'done_at', p_job.done_at, 'failed_at', p_job.failed_at, 'last_error', private.mask_text(p_job.last_error))
$$;

create function private.webhook_row(p_event private.webhook_events) returns jsonb
  language sql stable set search_path = ''
as $$
  select jsonb_build_object('id', p_event.id, 'provider', p_event.provider, 'event_id', p_event.event_id,
    'state', case when p_event.processed_at is not null then 'done' when p_event.error is not null then 'failed' else 'open' end,
    'received_at', p_event.received_at, 'processed_at', p_event.processed_at, 'error', private.mask_text(p_event.error))
$$;

-- A page of either table, newest first: $1 and $2 filters, $3 pattern of the error, $4 and $5 the cursor, $6 the limit.
create function private.operations_page(
  p_table text, p_time text, p_row text, p_filter text, p_first text, p_second text, p_search text, p_after jsonb, p_newer boolean, p_limit int)
returns jsonb language plpgsql stable set search_path = '' as $$
declare
  v_limit int := least(greatest(coalesce(p_limit, 25), 1), 200);
  v_newer boolean := coalesce(p_newer, false) and p_after is not null;
  v_rows jsonb;
  v_more boolean;
  v_total int;
  v_pattern text := substr(private.lead_pattern(coalesce(p_search, '')), case when length(trim(p_search)) < 3 then 2 else 1 end);
begin
  -- Read the way the page lies, then told newest first.
  execute format(
    'select coalesce(jsonb_agg(%1$s(page.x) || jsonb_build_object(''cursor'', jsonb_build_object(''id'', (page.x).id, ''at'', (page.x).%2$s))), ''[]'')
     from (select x from private.%3$I x where %4$s %5$s order by x.%2$s %6$s, x.id %6$s limit $6) page',
    p_row, p_time, p_table, p_filter,
    case when p_after is not null then format('and (x.%s, x.id) %s ($4, $5)', p_time, case when v_newer then '>' else '<' end) end,
    case when v_newer then 'asc' else 'desc' end)
  into v_rows using p_first, p_second, v_pattern, (p_after ->> 'at')::timestamptz, (p_after ->> 'id')::uuid, v_limit + 1;
  v_more := jsonb_array_length(v_rows) > v_limit;
  if v_more then
    v_rows := v_rows - v_limit;
  end if;
  if v_newer then
    v_rows := (select coalesce(jsonb_agg(r.value order by r.ordinality desc), '[]') from jsonb_array_elements(v_rows) with ordinality r);
  end if;
  execute format('select count(*) from (select from private.%I x where %s limit 10001) counted', p_table, p_filter)
  into v_total using p_first, p_second, v_pattern;
  return jsonb_build_object('total', least(v_total, 10000), 'total_capped', v_total > 10000,
    'rows', v_rows,
    'next', case when v_more or v_newer then v_rows -> -1 -> 'cursor' end,
    'previous', case when case when v_newer then v_more else p_after is not null end then v_rows -> 0 -> 'cursor' end);
end
$$;

create function private.list_outbox(p_status text, p_kind text, p_search text, p_after jsonb, p_newer boolean, p_limit int) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_any_permission('outbox.manage');
  return private.operations_page('outbox', 'created_at', 'private.outbox_row', concat_ws(' and ', 'true',
      case when p_status <> '' then 'x.status = $1::public.outbox_status' end,
      case when p_kind <> '' then 'x.kind = $2' end,
      case when trim(p_search) <> '' then 'x.last_error is not null and lower(x.last_error) like $3' end),
    p_status, p_kind, p_search, p_after, p_newer, p_limit);
end
$$;

create function private.list_webhook_events(p_provider text, p_state text, p_search text, p_after jsonb, p_newer boolean, p_limit int)
returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_any_permission('outbox.manage');
  return private.operations_page('webhook_events', 'received_at', 'private.webhook_row', concat_ws(' and ', 'true',
      case when p_provider <> '' then 'x.provider = $1' end,
      case p_state when 'done' then 'x.processed_at is not null' when 'failed' then 'x.processed_at is null and x.error is not null'
        when 'open' then 'x.processed_at is null and x.error is null' end,
      case when trim(p_search) <> '' then 'x.error is not null and lower(x.error) like $3' end),
    p_provider, null, p_search, p_after, p_newer, p_limit);
end
$$;

create function private.get_outbox_job(p_id uuid) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_job private.outbox;
begin
  perform private.require_any_permission('outbox.manage');
  select o.* into v_job from private.outbox o where o.id = p_id;
  if not found then
    raise exception 'job_not_found' using detail = 'There is no such job; done ones go after 30 days.';
  end if;
  return private.outbox_row(v_job) || jsonb_build_object('payload', private.mask_payload(v_job.payload), 'vendor', private.vendor_of(v_job.kind));
end
$$;

create function private.get_webhook_event(p_id uuid) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_event private.webhook_events;
begin
  perform private.require_any_permission('outbox.manage');
  select e.* into v_event from private.webhook_events e where e.id = p_id;
  if not found then
    raise exception 'event_not_found' using detail = 'There is no such event.';
  end if;
  return private.webhook_row(v_event) || jsonb_build_object('body', private.mask_body(v_event.raw_body));
end
$$;

create function private.lock_job(p_id uuid) returns private.outbox
  language plpgsql set search_path = ''
as $$
declare
  v_job private.outbox;
begin
  select o.* into v_job from private.outbox o where o.id = p_id for update;
  if not found then
    raise exception 'job_not_found' using detail = 'There is no such job; done ones go after 30 days.';
  end if;
  if v_job.status = 'running' then
    raise exception 'job_running' using detail = 'A worker is at it at this moment.';
  end if;
  if v_job.status = 'done' then
    raise exception 'job_done' using detail = 'The job was done in the meantime.';
  end if;
  return v_job;
end
$$;

create function private.job_state(p_status public.outbox_status, p_attempts int) returns jsonb
  language sql immutable set search_path = ''
as $$ select jsonb_build_object('status', p_status, 'attempts', p_attempts) $$;

create function private.retry_job(p_id uuid, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_job private.outbox;
begin
  perform private.require_any_permission('outbox.manage');
  v_reason := private.clean_reason(p_reason);
  v_job := private.lock_job(p_id);
  update private.outbox o set status = 'pending', attempts = 0, next_attempt_at = now(), locked_until = null, done_at = null where o.id = p_id;
  perform private.audit_act('outbox.retried', 'outbox', p_id::text, v_reason,
    private.job_state(v_job.status, v_job.attempts), private.job_state('pending', 0));
end
$$;

create function private.retry_failed_jobs(p_kind text, p_reason text) returns jsonb
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_retried int;
  v_left int;
begin
  perform private.require_any_permission('outbox.manage');
  v_reason := private.clean_reason(p_reason);
  -- Ten a second at most: a vendor that has just come back must not be run over.
  with dead as materialized (
    select o.id, row_number() over (order by o.created_at, o.id) as place from (
      select d.id, d.created_at from private.outbox d where d.kind = p_kind and d.status = 'dead'
      order by d.created_at limit 500 for update skip locked) o
  )
  update private.outbox o
  set status = 'pending', attempts = 0, next_attempt_at = now() + dead.place * interval '100 milliseconds', locked_until = null
  from dead where o.id = dead.id;
  get diagnostics v_retried = row_count;
  select count(*) into v_left from private.outbox o where o.kind = p_kind and o.status = 'dead';
  if v_retried > 0 then
    perform private.audit_act('outbox.retried_all', 'outbox', p_kind, v_reason, '{}', jsonb_build_object('retried', v_retried, 'left', v_left));
  end if;
  return jsonb_build_object('retried', v_retried, 'left', v_left);
end
$$;

create function private.discard_job(p_id uuid, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_job private.outbox;
begin
  perform private.require_any_permission('outbox.manage');
  v_reason := private.clean_reason(p_reason);
  v_job := private.lock_job(p_id);
  if v_job.status = 'discarded' then
    return;
  end if;
  update private.outbox o set status = 'discarded', done_at = now(), locked_until = null where o.id = p_id;
  perform private.audit_act('outbox.discarded', 'outbox', p_id::text, v_reason,
    private.job_state(v_job.status, v_job.attempts), private.job_state('discarded', v_job.attempts));
end
$$;

create function private.kind_counts(p_now timestamptz) returns jsonb
  language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('kind', k.kind, 'vendor', private.vendor_of(k.kind),
    'pending', coalesce(o.pending, 0), 'running', coalesce(o.running, 0), 'dead', coalesce(o.dead, 0), 'discarded', coalesce(o.discarded, 0),
    'oldest_waiting', o.oldest, 'done_today', d.done_today) order by k.kind), '[]')
  from private.outbox_kinds() k(kind)
  cross join lateral (
    select count(*) filter (where o.status = 'pending') as pending, count(*) filter (where o.status = 'running') as running,
      count(*) filter (where o.status = 'dead') as dead, count(*) filter (where o.status = 'discarded') as discarded,
      min(o.created_at) filter (where o.status in ('pending', 'running')) as oldest
    from private.outbox o where o.kind = k.kind and o.status <> 'done') o
  cross join lateral (
    select count(*) as done_today from private.outbox o
    where o.kind = k.kind and o.status = 'done' and o.done_at >= p_now - interval '24 hours') d
$$;

create function private.provider_counts(p_now timestamptz) returns jsonb
  language sql stable set search_path = ''
as $$
  select jsonb_agg(jsonb_build_object('provider', v.provider, 'open', o.open, 'failed', o.failed, 'oldest_open', o.oldest,
    'done_today', (select count(*) from private.webhook_events e
      where e.provider = v.provider and e.processed_at is not null and e.processed_at >= p_now - interval '24 hours')) order by v.place)
  from (values (1, 'razorpay'), (2, 'talview'), (3, 'credly')) v(place, provider)
  cross join lateral (
    select count(*) filter (where e.error is null) as open, count(*) filter (where e.error is not null) as failed, min(e.received_at) as oldest
    from private.webhook_events e where e.provider = v.provider and e.processed_at is null) o
$$;

create function private.vendor_health(p_now timestamptz) returns jsonb
  language sql stable set search_path = ''
as $$
  with kinds as (
    select k.kind, private.vendor_of(k.kind) as vendor from private.outbox_kinds() k(kind)
  ), work as (
    select k.vendor, max(s.done_at) as success_at, max(f.failed_at) as failure_at,
      (array_agg(f.last_error order by f.failed_at desc nulls last))[1] as failure,
      sum(c.waiting)::int as waiting, sum(c.failed)::int as failed_today
    from kinds k
    left join lateral (select o.done_at from private.outbox o where o.kind = k.kind and o.status = 'done' order by o.done_at desc limit 1) s on true
    left join lateral (select o.failed_at, o.last_error from private.outbox o
      where o.kind = k.kind and o.failed_at is not null order by o.failed_at desc limit 1) f on true
    cross join lateral (
      select (select count(*) from private.outbox o where o.kind = k.kind and o.status <> 'done' and o.status in ('pending', 'running')) as waiting,
        (select count(*) from private.outbox o
          where o.kind = k.kind and o.failed_at is not null and o.failed_at >= p_now - interval '24 hours') as failed) c
    where k.vendor is not null
    group by k.vendor
  )
  select jsonb_agg(jsonb_build_object('vendor', v.vendor,
    'last_success_at', greatest(w.success_at, e.success_at), 'last_failure_at', greatest(w.failure_at, e.failure_at),
    'last_error', private.mask_text(case when e.failure_at is not null and e.failure_at >= coalesce(w.failure_at, '-infinity') then e.failure
      else w.failure end),
    'waiting', coalesce(w.waiting, 0) + e.waiting, 'failed_today', coalesce(w.failed_today, 0) + e.failed_today) order by v.place)
  from (values (1, 'razorpay'), (2, 'talview'), (3, 'credly'), (4, 'email')) v(place, vendor)
  left join work w on w.vendor = v.vendor
  cross join lateral (
    select
      (select x.processed_at from private.webhook_events x where x.provider = v.vendor and x.processed_at is not null
        order by x.processed_at desc limit 1) as success_at,
      (select x.received_at from private.webhook_events x where x.provider = v.vendor and x.processed_at is null and x.error is not null
        order by x.received_at desc limit 1) as failure_at,
      (select x.error from private.webhook_events x where x.provider = v.vendor and x.processed_at is null and x.error is not null
        order by x.received_at desc limit 1) as failure,
      (select count(*)::int from private.webhook_events x where x.provider = v.vendor and x.processed_at is null) as waiting,
      (select count(*)::int from private.webhook_events x where x.provider = v.vendor and x.processed_at is null and x.error is not null
        and x.received_at >= p_now - interval '24 hours') as failed_today) e
$$;

create function private.operations_overview() returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_any_permission('outbox.manage');
  return jsonb_build_object('kinds', private.kind_counts(now()), 'providers', private.provider_counts(now()),
    'vendors', private.vendor_health(now()));
end
$$;

create function public.list_outbox(
  p_status text default null, p_kind text default null, p_search text default null, p_after jsonb default null, p_newer boolean default false,
  p_limit int default 25) returns jsonb
  language sql stable set search_path = ''
as $$ select private.list_outbox(p_status, p_kind, p_search, p_after, p_newer, p_limit) $$;
create function public.get_outbox_job(p_id uuid) returns jsonb
  language sql stable set search_path = ''
as $$ select private.get_outbox_job(p_id) $$;
create function public.retry_job(p_id uuid, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.retry_job(p_id, p_reason) $$;
create function public.retry_failed_jobs(p_kind text, p_reason text) returns jsonb
  language sql set search_path = ''
as $$ select private.retry_failed_jobs(p_kind, p_reason) $$;
create function public.discard_job(p_id uuid, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.discard_job(p_id, p_reason) $$;
create function public.list_webhook_events(
  p_provider text default null, p_state text default null, p_search text default null, p_after jsonb default null,
  p_newer boolean default false, p_limit int default 25) returns jsonb
  language sql stable set search_path = ''
as $$ select private.list_webhook_events(p_provider, p_state, p_search, p_after, p_newer, p_limit) $$;
create function public.get_webhook_event(p_id uuid) returns jsonb
  language sql stable set search_path = ''
as $$ select private.get_webhook_event(p_id) $$;
create function public.operations_overview() returns jsonb
  language sql stable set search_path = ''
as $$ select private.operations_overview() $$;

comment on function public.list_outbox(text, text, text, jsonb, boolean, int) is
  'A page of jobs, newest first: {rows, next, previous, total (10000 at most), total_capped}; p_search is a part of the error, p_after a cursor that a page gave. Needs outbox.manage.';
comment on function public.get_outbox_job(uuid) is
  'One job with its payload; personal data and secrets in it are masked. Needs outbox.manage. Code: job_not_found.';
comment on function public.retry_job(uuid, text) is
  'Puts a failed, waiting or discarded job first in line, with all its tries. Needs outbox.manage. Codes: job_not_found, job_running, job_done, reason_needed.';
comment on function public.retry_failed_jobs(text, text) is
  'Retries the oldest 500 failed jobs of a kind, ten a second: {retried, left}. Needs outbox.manage. Code: reason_needed.';
comment on function public.discard_job(uuid, text) is
  'Gives a job up: no worker takes it, it stays to be seen for 90 days and can be retried. Needs outbox.manage. Codes: job_not_found, job_running, job_done, reason_needed.';
comment on function public.list_webhook_events(text, text, text, jsonb, boolean, int) is
  'A page of stored events, newest first, as list_outbox; states are open, failed and done. Needs outbox.manage.';
comment on function public.get_webhook_event(uuid) is
  'One event with the keys of its body; every value is masked. Needs outbox.manage. Code: event_not_found.';
comment on function public.operations_overview() is
  'Counts by kind and by provider, and how each vendor does: {kinds, providers, vendors}; done and failed of the last 24 hours. Needs outbox.manage.';

revoke execute on function
  private.mask_text(text), private.mask_payload(jsonb, text), private.mask_all(jsonb), private.mask_body(text), private.vendor_of(text),
  private.outbox_kinds(), private.outbox_row(private.outbox), private.webhook_row(private.webhook_events),
  private.operations_page(text, text, text, text, text, text, text, jsonb, boolean, int),
  private.list_outbox(text, text, text, jsonb, boolean, int), private.list_webhook_events(text, text, text, jsonb, boolean, int),
  private.get_outbox_job(uuid), private.get_webhook_event(uuid), private.lock_job(uuid), private.job_state(public.outbox_status, int),
  private.retry_job(uuid, text), private.retry_failed_jobs(text, text), private.discard_job(uuid, text), private.kind_counts(timestamptz),
  private.provider_counts(timestamptz), private.vendor_health(timestamptz), private.operations_overview(),
  public.list_outbox(text, text, text, jsonb, boolean, int), public.get_outbox_job(uuid), public.retry_job(uuid, text),
  public.retry_failed_jobs(text, text), public.discard_job(uuid, text), public.list_webhook_events(text, text, text, jsonb, boolean, int),
  public.get_webhook_event(uuid), public.operations_overview()
from public, anon, authenticated, service_role;
grant execute on function
  private.list_outbox(text, text, text, jsonb, boolean, int), private.list_webhook_events(text, text, text, jsonb, boolean, int),
  private.get_outbox_job(uuid), private.get_webhook_event(uuid), private.retry_job(uuid, text), private.retry_failed_jobs(text, text),
  private.discard_job(uuid, text), private.operations_overview(),
  public.list_outbox(text, text, text, jsonb, boolean, int), public.get_outbox_job(uuid), public.retry_job(uuid, text),
  public.retry_failed_jobs(text, text), public.discard_job(uuid, text), public.list_webhook_events(text, text, text, jsonb, boolean, int),
  public.get_webhook_event(uuid), public.operations_overview()
to authenticated;

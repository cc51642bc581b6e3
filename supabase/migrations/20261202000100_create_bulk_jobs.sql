-- Why: one act for many people. The set is chosen, shown and fixed before anything happens; a worker then goes through it row by row,
-- and each row says what became of it.

create table public.bulk_jobs (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('enrol', 'extend', 'mail', 'export')),
  params jsonb not null default '{}'::jsonb check (jsonb_typeof(params) = 'object'),
  reason text not null,
  status text not null default 'running' check (status in ('running', 'done', 'cancelled', 'stopped')),
  problem text,
  request_key uuid not null,
  created_by uuid references public.profiles (user_id) on delete set null,
  rows_total integer not null default 0 check (rows_total between 0 and 50000),
  rows_changed integer not null default 0,
  rows_skipped integer not null default 0,
  rows_refused integer not null default 0,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  unique (created_by, request_key),
  check ((status = 'running') = (ended_at is null)),
  check (rows_changed + rows_skipped + rows_refused <= rows_total)
);
comment on table public.bulk_jobs is 'An act for a chosen set of people: enrol, extend, mail or export. Stopped: whoever began it lost the right to.';
comment on column public.bulk_jobs.params is 'enrol {track_id, until?}, extend {track_id, until}, mail {subject, body}, export {}.';
create index bulk_jobs_created_at_idx on public.bulk_jobs (created_at desc, id);
create index bulk_jobs_created_by_idx on public.bulk_jobs (created_by);
create index bulk_jobs_ended_at_idx on public.bulk_jobs (ended_at) where ended_at is not null;

create table public.bulk_rows (
  job_id uuid not null references public.bulk_jobs (id) on delete cascade,
  row_number integer not null check (row_number > 0),
  user_id uuid references public.profiles (user_id) on delete cascade,
  given text check (length(given) <= 254),
  state text not null default 'waiting' check (state in ('waiting', 'changed', 'skipped', 'refused')),
  outcome text,
  data jsonb,
  primary key (job_id, row_number)
);
comment on table public.bulk_rows is 'The people of a bulk job and what became of each. Rows are forgotten 90 days after the job ended.';
comment on column public.bulk_rows.given is 'The address that was given, where nobody has it.';
comment on column public.bulk_rows.data is 'What an export found, as it stood then.';
create unique index bulk_rows_person_idx on public.bulk_rows (job_id, user_id);
create index bulk_rows_user_id_idx on public.bulk_rows (user_id);
create index bulk_rows_waiting_idx on public.bulk_rows (job_id, row_number) where state = 'waiting';
create index bulk_rows_state_idx on public.bulk_rows (job_id, state, row_number);

alter table public.bulk_jobs enable row level security;
alter table public.bulk_rows enable row level security;
revoke all on public.bulk_jobs, public.bulk_rows from anon, authenticated, service_role;
-- Neither what was written in a mail nor an address, a name or a row's data: those are read by functions that ask for more.
grant select (id, kind, status, problem, created_by, rows_total, rows_changed, rows_skipped, rows_refused, created_at, ended_at)
  on public.bulk_jobs to authenticated;
grant select (job_id, row_number, user_id, state, outcome) on public.bulk_rows to authenticated;
grant select on public.bulk_jobs, public.bulk_rows to service_role;
create policy "staff with bulk.run read bulk jobs" on public.bulk_jobs
  for select to authenticated using ((select private.has_permission('bulk.run')));
create policy "staff with bulk.run read rows of bulk jobs" on public.bulk_rows
  for select to authenticated using ((select private.has_permission('bulk.run')));

-- What the act asks for beside bulk.run: nobody does to many what they may not do to one.
create function private.bulk_permission(p_kind text) returns text
  language sql immutable set search_path = ''
as $$
  select case when p_kind in ('enrol', 'extend') then 'enrolments.manage' when p_kind = 'mail' then 'users.manage' when p_kind = 'export' then 'users.read' end
$$;

create function private.require_bulk(p_kind text) returns uuid
  language plpgsql stable set search_path = ''
as $$
begin
  if private.bulk_permission(p_kind) is null then
    raise exception 'invalid_kind' using detail = 'There is no such bulk operation.';
  end if;
  perform private.require_any_permission('bulk.run');
  -- The set is made of people, whom it shows.
  perform private.require_any_permission('users.read');
  return private.require_any_permission(private.bulk_permission(p_kind));
end
$$;

-- What is to be done, as it is kept; or an error that names the field.
create function private.clean_bulk_params(p_kind text, p_params jsonb, p_now timestamptz) returns jsonb
  language plpgsql stable set search_path = ''
as $$
declare
  v_until text := nullif(p_params ->> 'until', '');
  v_subject text := regexp_replace(coalesce(p_params ->> 'subject', ''), '^\s+|\s+$', '', 'g');
  v_body text := regexp_replace(coalesce(p_params ->> 'body', ''), '^\s+|\s+$', '', 'g');
begin
  if p_kind in ('enrol', 'extend') then
    if not exists (select from public.tracks t where t.id = p_params ->> 'track_id' and (t.active or p_kind = 'extend')) then
      raise exception 'track_not_found' using detail = 'There is no such track.';
    end if;
    if v_until is not null and not pg_input_is_valid(v_until, 'date') or v_until is null and p_kind = 'extend' then
      raise exception 'invalid_day' using detail = 'A day is needed.';
    end if;
    perform private.end_of_day(v_until::date, p_now) where v_until is not null;
    return jsonb_strip_nulls(jsonb_build_object('track_id', p_params ->> 'track_id', 'until', v_until));
  elsif p_kind = 'mail' then
    if length(v_subject) not between 3 and 150 or v_subject ~ '[[:cntrl:]]' then
      raise exception 'invalid_subject' using detail = 'The subject is one line of 3 to 150 characters.';
    elsif length(v_body) not between 10 and 5000 then
      raise exception 'invalid_body' using detail = 'The text has 10 to 5,000 characters.';
    end if;
    return jsonb_build_object('subject', v_subject, 'body', v_body);
  end if;
  return '{}'::jsonb;
end
$$;

-- The chosen people in order: {"emails": [...]} as given, or {"filter": {...}} as the list of people takes it.
create function private.bulk_people(p_people jsonb, p_now timestamptz) returns table (user_id uuid, given text)
  language plpgsql stable set search_path = ''
as $$
declare
  v_filter jsonb := p_people -> 'filter';
begin
  if jsonb_typeof(p_people -> 'emails') = 'array' then
    if jsonb_array_length(p_people -> 'emails') > 50000 then
      raise exception 'too_many' using detail = 'At most 50,000 people at once.';
    end if;
    return query
      select f.user_id, case when f.user_id is null then f.email end
      from (
        select min(g.place) as place, g.email, (select p.user_id from public.profiles p where lower(p.email) = g.email limit 1) as user_id
        from (select e.place, lower(left(trim(e.email), 254)) as email from jsonb_array_elements_text(p_people -> 'emails') with ordinality e(email, place)) g
        where g.email <> '' group by g.email) f
      order by f.place;
  elsif jsonb_typeof(v_filter) = 'object' then
    if v_filter ->> 'enrolment' <> all (array['active', 'completed', 'expired', 'revoked'])
      or v_filter ->> 'identity' <> all (array['waiting', 'verified', 'refused', 'none']) then
      raise exception 'invalid_filter' using detail = 'The list cannot be filtered by this.';
    end if;
    return query execute 'select x.user_id, null::text from (' || (private.people_statements(
      v_filter ->> 'search', private.has_permission('certificates.read'), (v_filter ->> 'kind')::public.person_kind,
      (v_filter ->> 'status')::public.account_status, v_filter ->> 'track_id', v_filter ->> 'enrolment', v_filter ->> 'identity',
      'joined', true, null, null, 50000, p_now) ->> 'page') || ') x';
  else
    raise exception 'people_needed' using detail = 'Choose the people by a filter or by their addresses.';
  end if;
end
$$;

create function private.preview_bulk(p_kind text, p_params jsonb, p_people jsonb, p_now timestamptz default now()) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_answer jsonb;
begin
  perform private.require_bulk(p_kind);
  perform private.clean_bulk_params(p_kind, p_params, p_now);
  select jsonb_build_object('found', count(b.user_id), 'unknown', count(*) filter (where b.user_id is null),
    'unknown_sample', coalesce(jsonb_agg(b.given) filter (where b.user_id is null and b.missing <= 5), '[]'),
    'sample', coalesce(jsonb_agg(jsonb_build_object('name', p.full_name, 'email', p.email)) filter (where b.known <= 5 and b.user_id is not null), '[]'))
  into v_answer
  from (select s.*, count(s.user_id) over (rows unbounded preceding) as known, count(s.given) over (rows unbounded preceding) as missing
    from private.bulk_people(p_people, p_now) s) b
  left join public.profiles p on p.user_id = b.user_id and b.known <= 5;
  if (v_answer ->> 'found')::int > 50000 then
    raise exception 'too_many' using detail = 'At most 50,000 people at once.';
  end if;
  return v_answer;
end
$$;

-- The same request twice is one job.
create function private.create_bulk(
  p_kind text, p_params jsonb, p_people jsonb, p_reason text, p_request_key uuid, p_now timestamptz default now()) returns uuid
  language plpgsql security definer set search_path = ''
as $$
declare
  v_actor uuid := private.require_bulk(p_kind);
  v_reason text := private.clean_reason(p_reason);
  v_params jsonb := private.clean_bulk_params(p_kind, p_params, p_now);
  v_id uuid;
  v_total int;
begin
  if p_request_key is null then
    raise exception 'request_key_needed' using detail = 'The request has no key.';
  end if;
  insert into public.bulk_jobs (kind, params, reason, request_key, created_by, created_at)
  values (p_kind, v_params, v_reason, p_request_key, v_actor, p_now)
  on conflict (created_by, request_key) do nothing returning id into v_id;
  if v_id is null then
    return (select j.id from public.bulk_jobs j where j.created_by = v_actor and j.request_key = p_request_key);
  end if;
  insert into public.bulk_rows (job_id, row_number, user_id, given, state, outcome)
  select v_id, row_number() over (), b.user_id, b.given,
    case when b.user_id is null then 'refused' else 'waiting' end, case when b.user_id is null then 'account_not_found' end
  from (select * from private.bulk_people(p_people, p_now) limit 50001) b;
  get diagnostics v_total = row_count;
  if v_total > 50000 then
    raise exception 'too_many' using detail = 'At most 50,000 people at once.';
  elsif not exists (select from public.bulk_rows r where r.job_id = v_id and r.state = 'waiting') then
    raise exception 'nobody_found' using detail = 'Nobody is in this set.';
  end if;
  update public.bulk_jobs j set rows_total = v_total,
    rows_refused = (select count(*) from public.bulk_rows r where r.job_id = v_id and r.state = 'refused')
  where j.id = v_id;
  -- What was done long ago need not keep who it was done to.
  delete from public.bulk_jobs j where j.ended_at < p_now - interval '90 days';
  perform private.enqueue('bulk.run', jsonb_build_object('job_id', v_id), 'bulk.run:' || v_id, p_now);
  perform private.audit_act('bulk.started', 'bulk_job', v_id::text, v_reason, '{}',
    jsonb_build_object('kind', p_kind, 'people', v_total, 'params', v_params - 'body'));
  return v_id;
end
$$;

create function private.cancel_bulk(p_job_id uuid, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_job public.bulk_jobs;
begin
  perform private.require_any_permission('bulk.run');
  v_reason := private.clean_reason(p_reason);
  select j.* into v_job from public.bulk_jobs j where j.id = p_job_id for update;
  if not found then
    raise exception 'job_not_found' using detail = 'There is no such bulk operation.';
  end if;
  perform private.require_bulk(v_job.kind);
  if v_job.status <> 'running' then
    return;
  end if;
  update public.bulk_jobs j set status = 'cancelled', ended_at = now() where j.id = p_job_id;
  perform private.audit_act('bulk.cancelled', 'bulk_job', p_job_id::text, v_reason, '{"status": "running"}', '{"status": "cancelled"}');
end
$$;

create function private.bulk_job_facts(p_job public.bulk_jobs) returns jsonb
  language sql stable set search_path = ''
as $$
  select jsonb_build_object('id', p_job.id, 'kind', p_job.kind, 'status', p_job.status, 'problem', p_job.problem, 'reason', p_job.reason,
    'track', (select t.name from public.tracks t where t.id = p_job.params ->> 'track_id'), 'until', p_job.params ->> 'until',
    'subject', p_job.params ->> 'subject', 'created_by', private.person_name(p_job.created_by), 'total', p_job.rows_total,
    'changed', p_job.rows_changed, 'skipped', p_job.rows_skipped, 'refused', p_job.rows_refused,
    'created_at', p_job.created_at, 'ended_at', p_job.ended_at)
$$;

create function private.list_bulk_jobs(p_kind text, p_status text, p_limit int, p_offset int) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_any_permission('bulk.run');
  return jsonb_build_object(
    'total', (select count(*) from public.bulk_jobs j where (p_kind is null or j.kind = p_kind) and (p_status is null or j.status = p_status)),
    'rows', coalesce((select jsonb_agg(private.bulk_job_facts(page.j) order by (page.j).created_at desc, (page.j).id) from (
      select j from public.bulk_jobs j where (p_kind is null or j.kind = p_kind) and (p_status is null or j.status = p_status)
      order by j.created_at desc, j.id limit least(greatest(coalesce(p_limit, 20), 0), 100) offset greatest(coalesce(p_offset, 0), 0)) page), '[]'));
end
$$;

create function private.get_bulk_job(p_job_id uuid) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_job public.bulk_jobs;
begin
  perform private.require_any_permission('bulk.run');
  select j.* into v_job from public.bulk_jobs j where j.id = p_job_id;
  if not found then
    raise exception 'job_not_found' using detail = 'There is no such bulk operation.';
  end if;
  return private.bulk_job_facts(v_job) || jsonb_build_object('body', v_job.params ->> 'body');
end
$$;

-- Rows from a row number on, as screen and file show them.
create function private.list_bulk_rows(p_job_id uuid, p_state text, p_after int, p_limit int) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_limit int := least(greatest(coalesce(p_limit, 25), 1), 1000);
  v_rows jsonb;
begin
  perform private.require_any_permission('bulk.run');
  perform private.require_any_permission('users.read');
  execute format('select coalesce(jsonb_agg(jsonb_build_object(''row'', r.row_number, ''user_id'', r.user_id, ''name'', p.full_name,
      ''email'', coalesce(p.email, r.given), ''state'', r.state, ''outcome'', r.outcome, ''data'', r.data) order by r.row_number), ''[]'')
    from (select * from public.bulk_rows r where r.job_id = $1 and r.row_number > $2 %s order by r.row_number limit $4) r
    left join public.profiles p on p.user_id = r.user_id', case when p_state is not null then 'and r.state = $3' end)
  into v_rows using p_job_id, coalesce(p_after, 0), p_state, v_limit + 1;
  return jsonb_build_object(
    'rows', case when jsonb_array_length(v_rows) > v_limit then v_rows - v_limit else v_rows end,
    'next', case when jsonb_array_length(v_rows) > v_limit then v_rows -> (v_limit - 1) -> 'row' end);
end
$$;

create function public.preview_bulk(p_kind text, p_params jsonb, p_people jsonb) returns jsonb
  language sql stable set search_path = ''
as $$ select private.preview_bulk(p_kind, p_params, p_people) $$;
create function public.create_bulk(p_kind text, p_params jsonb, p_people jsonb, p_reason text, p_request_key uuid) returns uuid
  language sql set search_path = ''
as $$ select private.create_bulk(p_kind, p_params, p_people, p_reason, p_request_key) $$;
create function public.cancel_bulk(p_job_id uuid, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.cancel_bulk(p_job_id, p_reason) $$;
create function public.list_bulk_jobs(p_kind text default null, p_status text default null, p_limit int default 20, p_offset int default 0) returns jsonb
  language sql stable set search_path = ''
as $$ select private.list_bulk_jobs(p_kind, p_status, p_limit, p_offset) $$;
create function public.get_bulk_job(p_job_id uuid) returns jsonb
  language sql stable set search_path = ''
as $$ select private.get_bulk_job(p_job_id) $$;
create function public.list_bulk_rows(p_job_id uuid, p_state text default null, p_after int default null, p_limit int default 25) returns jsonb
  language sql stable set search_path = ''
as $$ select private.list_bulk_rows(p_job_id, p_state, p_after, p_limit) $$;

comment on function public.preview_bulk(text, jsonb, jsonb) is
  'Whom a bulk operation would reach, with nothing written: {found, unknown, sample, unknown_sample}. Needs bulk.run, users.read and what the act asks for. Codes: invalid_kind, track_not_found, invalid_day, invalid_subject, invalid_body, people_needed, invalid_filter, too_many.';
comment on function public.create_bulk(text, jsonb, jsonb, text, uuid) is
  'Fixes the set and queues the work; the same request key gives the same job. Beside the codes of preview_bulk: reason_needed, nobody_found, request_key_needed.';
comment on function public.cancel_bulk(uuid, text) is 'Stops a bulk operation: what was done stays. Codes: job_not_found, reason_needed.';
comment on function public.list_bulk_jobs(text, text, int, int) is 'A page of bulk operations, newest first: {total, rows}. Needs bulk.run.';
comment on function public.get_bulk_job(uuid) is 'One bulk operation. Needs bulk.run. Code: job_not_found.';
comment on function public.list_bulk_rows(uuid, text, int, int) is
  'What became of each person, from a row number on: {rows, next}. States: waiting, changed, skipped, refused. Needs bulk.run and users.read.';

revoke execute on function
  private.bulk_permission(text), private.require_bulk(text), private.clean_bulk_params(text, jsonb, timestamptz),
  private.bulk_people(jsonb, timestamptz), private.preview_bulk(text, jsonb, jsonb, timestamptz),
  private.create_bulk(text, jsonb, jsonb, text, uuid, timestamptz), private.cancel_bulk(uuid, text), private.bulk_job_facts(public.bulk_jobs),
  private.list_bulk_jobs(text, text, int, int), private.get_bulk_job(uuid), private.list_bulk_rows(uuid, text, int, int),
  public.preview_bulk(text, jsonb, jsonb), public.create_bulk(text, jsonb, jsonb, text, uuid), public.cancel_bulk(uuid, text),
  public.list_bulk_jobs(text, text, int, int), public.get_bulk_job(uuid), public.list_bulk_rows(uuid, text, int, int)
from public, anon, authenticated, service_role;
grant execute on function
  private.preview_bulk(text, jsonb, jsonb, timestamptz), private.create_bulk(text, jsonb, jsonb, text, uuid, timestamptz),
  private.cancel_bulk(uuid, text), private.list_bulk_jobs(text, text, int, int), private.get_bulk_job(uuid),
  private.list_bulk_rows(uuid, text, int, int),
  public.preview_bulk(text, jsonb, jsonb), public.create_bulk(text, jsonb, jsonb, text, uuid), public.cancel_bulk(uuid, text),
  public.list_bulk_jobs(text, text, int, int), public.get_bulk_job(uuid), public.list_bulk_rows(uuid, text, int, int)
to authenticated;

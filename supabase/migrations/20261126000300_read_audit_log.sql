-- Why: auditors look for who did what to whom among millions of rows. Each filter has an index in the order of the list, so that a page
-- is read and nothing sorted.

create index audit_log_newest on public.audit_log (at desc, id desc);
drop index public.audit_log_at;
create index audit_log_actor_newest on public.audit_log (actor, at desc, id desc) include (action, subject_type) where actor is not null;
create index audit_log_action_newest on public.audit_log (action, at desc, id desc);
create index audit_log_area_newest on public.audit_log (split_part(action, '.', 1), at desc, id desc);
create index audit_log_actor_area_newest on public.audit_log (actor, split_part(action, '.', 1), at desc, id desc) where actor is not null;
create index audit_log_type_newest on public.audit_log (subject_type, at desc, id desc);
create index audit_log_subject_newest on public.audit_log (subject_id, at desc, id desc) where subject_id is not null;

-- Conditions over `a` for the filters that are given, so that each question is planned for itself: $1 actor, $2 action or area,
-- $3 subject type, $4 subject id, $5 from, $6 to (not included). An action without a dot is an area: all that begins with it.
create function private.audit_filter(
  p_actor uuid, p_action text, p_subject_type text, p_subject_id text, p_from timestamptz, p_to timestamptz) returns text
  language sql immutable set search_path = ''
as $$
  select concat_ws(' and ', 'true',
    case when p_actor is not null then 'a.actor = $1' end,
    case when p_action like '%.%' then 'a.action = $2' when p_action <> '' then 'split_part(a.action, ''.'', 1) = $2' end,
    case when p_subject_type <> '' then 'a.subject_type = $3' end,
    case when p_subject_id <> '' then 'a.subject_id = $4' end,
    case when p_from is not null then 'a.at >= $5' end,
    case when p_to is not null then 'a.at < $6' end)
$$;

-- What a subject is called today, null when it is gone or has no name. Emails of invitations stand for their people.
create function private.audit_subject_name(p_type text, p_id text) returns text
  language plpgsql stable set search_path = ''
as $$
declare
  v_uuid uuid := case when p_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then p_id::uuid end;
begin
  return case p_type
    when 'profile' then (select coalesce(nullif(p.full_name, ''), p.email) from public.profiles p where p.user_id = v_uuid)
    when 'role' then (select r.name from public.roles r where r.id = p_id)
    when 'staff_invitation' then (select f.email from public.staff_invitations f where f.id = v_uuid)
    when 'institution' then (select i.name from public.institutions i where i.id = v_uuid)
    when 'lead' then (select l.institution_name from public.leads l where l.id = v_uuid)
    when 'track' then (select t.name from public.tracks t where t.id = p_id)
    when 'module' then (select m.title from public.modules m where m.id = v_uuid)
    when 'mock_test' then (select m.title from public.mock_tests m where m.id = v_uuid)
    when 'certificate' then (select c.number from public.certificates c where c.id = v_uuid)
    when 'coupon' then (select c.code from public.coupons c where c.id = v_uuid)
    when 'enrolment' then (select p.full_name from public.enrolments e join public.profiles p on p.user_id = e.user_id where e.id = v_uuid)
    when 'exam_session' then
      (select p.full_name from public.exam_sessions x join public.profiles p on p.user_id = x.user_id where x.id = v_uuid)
  end;
end
$$;

create function private.audit_row(p_row public.audit_log) returns jsonb
  language sql stable set search_path = ''
as $$
  select jsonb_build_object('id', p_row.id, 'at', p_row.at, 'actor', p_row.actor, 'actor_name', private.person_name(p_row.actor),
    'action', p_row.action, 'subject_type', p_row.subject_type, 'subject_id', p_row.subject_id,
    'subject_name', private.audit_subject_name(p_row.subject_type, p_row.subject_id),
    'reason', p_row.details ->> 'reason', 'origin', p_row.origin, 'details', p_row.details - 'reason')
$$;

create function private.audit_cursor(p_row public.audit_log) returns jsonb
  language sql stable set search_path = ''
as $$ select jsonb_build_object('id', p_row.id, 'at', p_row.at) $$;

create function private.find_audit_rows(
  p_actor uuid, p_action text, p_subject_type text, p_subject_id text, p_from timestamptz, p_to timestamptz, p_after jsonb, p_newer boolean,
  p_limit int) returns jsonb
  language plpgsql stable set search_path = ''
as $$
declare
  v_filter text := private.audit_filter(p_actor, p_action, p_subject_type, p_subject_id, p_from, p_to);
  v_limit int := least(greatest(coalesce(p_limit, 25), 1), 1000);
  v_newer boolean := coalesce(p_newer, false) and p_after is not null;
  v_rows public.audit_log[];
  v_total int;
  v_more boolean;
begin
  execute format(
    'select coalesce(array_agg(page.a), ''{}'') from (
       select a from public.audit_log a where %1$s %2$s order by a.at %3$s, a.id %3$s limit $9) page',
    v_filter, case when p_after is not null then format('and (a.at, a.id) %s ($7, $8)', case when v_newer then '>' else '<' end) end,
    case when v_newer then 'asc' else 'desc' end)
  into v_rows
  using p_actor, p_action, p_subject_type, p_subject_id, p_from, p_to, (p_after ->> 'at')::timestamptz, (p_after ->> 'id')::bigint,
    v_limit + 1;
  v_more := cardinality(v_rows) > v_limit;
  v_rows := v_rows[1:v_limit];
  execute format('select count(*) from (select from public.audit_log a where %s limit 10001) counted', v_filter)
  into v_total using p_actor, p_action, p_subject_type, p_subject_id, p_from, p_to;
  return jsonb_build_object(
    'total', least(v_total, 10000), 'total_capped', v_total > 10000,
    'rows', (select coalesce(jsonb_agg(private.audit_row(r) order by r.at desc, r.id desc), '[]') from unnest(v_rows) r),
    'next', case when v_more or v_newer then
      (select private.audit_cursor(r) from unnest(v_rows) r order by r.at, r.id limit 1) end,
    'previous', case when case when v_newer then v_more else p_after is not null end then
      (select private.audit_cursor(r) from unnest(v_rows) r order by r.at desc, r.id desc limit 1) end);
end
$$;

create function private.list_audit(
  p_actor uuid, p_action text, p_subject_type text, p_subject_id text, p_from timestamptz, p_to timestamptz, p_after jsonb, p_newer boolean,
  p_limit int) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_any_permission('audit.read');
  return private.find_audit_rows(p_actor, p_action, p_subject_type, p_subject_id, p_from, p_to, p_after, p_newer, p_limit);
end
$$;

create function private.get_audit_entry(p_id bigint) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_row public.audit_log;
begin
  perform private.require_any_permission('audit.read');
  select a.* into v_row from public.audit_log a where a.id = p_id;
  if not found then
    raise exception 'entry_not_found' using detail = 'There is no such entry.';
  end if;
  return private.audit_row(v_row) || jsonb_build_object('hash', v_row.hash,
    'actor_email', (select p.email from public.profiles p where p.user_id = v_row.actor));
end
$$;

-- Staff by a part of name or e-mail, anybody by the whole e-mail: nobody searches a million people for one.
create function private.find_actors(p_search text, p_actor uuid) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_pattern text := private.lead_pattern(coalesce(p_search, ''));
begin
  perform private.require_any_permission('audit.read');
  return coalesce((
    select jsonb_agg(jsonb_build_object('id', f.user_id, 'full_name', f.full_name, 'email', f.email) order by lower(f.full_name), f.user_id)
    from (
      (select p.user_id, p.full_name, p.email from public.profiles p
       where p_actor is null and p.kind = 'staff' and (lower(p.full_name) like v_pattern or lower(p.email) like v_pattern)
       order by lower(p.full_name), p.user_id limit 20)
      union
      (select p.user_id, p.full_name, p.email from public.profiles p where lower(p.email) = lower(trim(p_search)))
      union
      (select p.user_id, p.full_name, p.email from public.profiles p where p.user_id = p_actor)) f), '[]');
end
$$;

-- A share of the chain, because a long one takes longer than a request may.
create function private.check_audit_chain(p_after bigint, p_limit int) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_after bigint := greatest(coalesce(p_after, 0), 0);
  v_limit int := least(greatest(coalesce(p_limit, 20000), 1), 50000);
  v_checked int;
  v_last bigint;
  v_broken bigint;
begin
  perform private.require_any_permission('audit.read');
  with part as (
    select a from public.audit_log a where a.id > v_after order by a.id limit v_limit
  ), chained as (
    select (p.a).id, (p.a).hash, (p.a).previous_hash, private.audit_hash(p.a) as computed,
      lag((p.a).hash) over (order by (p.a).id) as before, row_number() over (order by (p.a).id) as place
    from part p
  ), judged as (
    select c.id, c.hash <> c.computed or c.id <> v_after + c.place or c.previous_hash is distinct from coalesce(c.before,
      case when v_after = 0 then repeat('0', 64) else (select a.hash from public.audit_log a where a.id = v_after) end) as broken
    from chained c
  )
  select count(*), max(j.id), min(j.id) filter (where j.broken) into v_checked, v_last, v_broken from judged j;
  -- At its end the chain must reach its head, which is kept apart.
  if v_broken is null and v_checked < v_limit then
    select c.last_id into v_broken from private.audit_chain c
    where (c.last_id, c.last_hash) is distinct from (select (a.id, a.hash) from public.audit_log a order by a.id desc limit 1)
      and not (c.last_id = 0 and not exists (select from public.audit_log));
  end if;
  return jsonb_build_object('checked', v_checked, 'last_id', coalesce(v_last, v_after), 'broken_id', v_broken,
    'done', v_checked < v_limit or v_broken is not null);
end
$$;

create function public.list_audit(
  p_actor uuid default null, p_action text default null, p_subject_type text default null, p_subject_id text default null,
  p_from timestamptz default null, p_to timestamptz default null, p_after jsonb default null, p_newer boolean default false,
  p_limit int default 25) returns jsonb
  language sql stable set search_path = ''
as $$
  select private.list_audit(p_actor, p_action, p_subject_type, p_subject_id, p_from, p_to, p_after, p_newer, p_limit)
$$;
create function public.get_audit_entry(p_id bigint) returns jsonb
  language sql stable set search_path = ''
as $$ select private.get_audit_entry(p_id) $$;
create function public.find_actors(p_search text default null, p_actor uuid default null) returns jsonb
  language sql stable set search_path = ''
as $$ select private.find_actors(p_search, p_actor) $$;
create function public.check_audit_chain(p_after bigint default 0, p_limit int default 20000) returns jsonb
  language sql stable set search_path = ''
as $$ select private.check_audit_chain(p_after, p_limit) $$;

comment on function public.list_audit(uuid, text, text, text, timestamptz, timestamptz, jsonb, boolean, int) is
  'A page of the audit log, newest first: {rows, next, previous, total (10000 at most), total_capped}. p_after is a cursor that a page gave; with p_newer the page before it. An action without a dot means all of that area. Needs audit.read.';
comment on function public.get_audit_entry(bigint) is 'One entry with its hash. Needs audit.read. Code: entry_not_found.';
comment on function public.find_actors(text, uuid) is
  'People whose acts can be asked for: [{id, full_name, email}]. Staff by a part of name or e-mail, anybody by the whole e-mail or by id. Needs audit.read.';
comment on function public.check_audit_chain(bigint, int) is
  'Computes a share of the chain anew, from the entry after p_after: {checked, last_id, broken_id, done}. Needs audit.read.';

revoke execute on function
  private.audit_filter(uuid, text, text, text, timestamptz, timestamptz), private.audit_subject_name(text, text),
  private.audit_row(public.audit_log), private.audit_cursor(public.audit_log),
  private.find_audit_rows(uuid, text, text, text, timestamptz, timestamptz, jsonb, boolean, int),
  private.list_audit(uuid, text, text, text, timestamptz, timestamptz, jsonb, boolean, int), private.get_audit_entry(bigint),
  private.find_actors(text, uuid), private.check_audit_chain(bigint, int),
  public.list_audit(uuid, text, text, text, timestamptz, timestamptz, jsonb, boolean, int), public.get_audit_entry(bigint),
  public.find_actors(text, uuid), public.check_audit_chain(bigint, int)
from public, anon, authenticated, service_role;
grant execute on function
  private.list_audit(uuid, text, text, text, timestamptz, timestamptz, jsonb, boolean, int), private.get_audit_entry(bigint),
  private.find_actors(text, uuid), private.check_audit_chain(bigint, int),
  public.list_audit(uuid, text, text, text, timestamptz, timestamptz, jsonb, boolean, int), public.get_audit_entry(bigint),
  public.find_actors(text, uuid), public.check_audit_chain(bigint, int)
to authenticated;

-- Why: staff find an institution, see what is left of its seats and when they end, and follow it in one place.

create index institutions_search_idx on public.institutions using gin (
  (lower(name || ' ' || contact_name || ' ' || contact_email || ' ' || coalesce(gstin, ''))) extensions.gin_trgm_ops);
create index institutions_name_order_idx on public.institutions (lower(name), id);
create index institutions_name_prefix_idx on public.institutions (lower(name) text_pattern_ops);
create index institutions_created_idx on public.institutions (created_at, id);
create index institutions_not_active_idx on public.institutions (status, created_at, id) where status <> 'active';
create index institution_seats_ending_idx on public.institution_seats (valid_until, institution_id);

-- What can still be given: {seats, used, left, ends_on (the first of them)}. Blocks that are over count no more.
create function private.seats_of(p_institution_id uuid, p_today date) returns table (seats bigint, used bigint, ends_on date)
  language sql stable set search_path = ''
as $$
  select coalesce(sum(b.seats), 0), coalesce(sum((select count(*) from public.student_seats s where s.block_id = b.id and s.released_at is null)), 0)::bigint,
    min(b.valid_until)
  from public.institution_seats b where b.institution_id = p_institution_id and b.valid_until >= p_today
$$;

-- Conditions over `i` for how its seats stand: some left, a tenth or less left, none left, or some that end within sixty days.
create function private.seat_filter(p_seats text, p_today date) returns text
  language sql stable set search_path = ''
as $$
  select case p_seats
    when 'left' then format('exists (select from private.seats_of(i.id, %L) s where s.used < s.seats)', p_today)
    when 'low' then format('exists (select from private.seats_of(i.id, %L) s where s.used < s.seats and (s.seats - s.used) * 10 <= s.seats)', p_today)
    when 'none' then format('exists (select from private.seats_of(i.id, %L) s where s.used >= s.seats)', p_today)
    when 'ending' then format('i.id in (select b.institution_id from public.institution_seats b where b.valid_until between %L and %L)', p_today, p_today + 60) end
$$;

-- As private.people_statements, over institutions `i`.
create function private.institution_statements(
  p_search text, p_kind public.institution_kind, p_status public.account_status, p_seats text, p_sort text, p_descending boolean,
  p_behind text, p_behind_id uuid, p_limit int, p_today date) returns jsonb
  language plpgsql stable set search_path = ''
as $$
declare
  v_search text := lower(trim(left(coalesce(p_search, ''), 200)));
  v_key text := case p_sort when 'name' then 'lower(i.name)' when 'created' then 'i.created_at' end;
  v_way text := case when p_descending then 'desc' else 'asc' end;
  v_all text := coalesce(nullif(concat_ws(' and ',
    case when length(v_search) >= 3 then format('lower(i.name || '' '' || i.contact_name || '' '' || i.contact_email || '' '' || coalesce(i.gstin, '''')) like %L',
        '%' || private.plain_pattern(v_search) || '%')
      when v_search <> '' then format('lower(i.name) like %L', private.plain_pattern(v_search) || '%') end,
    case when p_kind is not null then format('i.kind = %L', p_kind) end,
    case when p_status is not null then format('i.status = %L', p_status) end,
    private.seat_filter(p_seats, p_today)), ''), 'true');
begin
  if v_key is null then
    raise exception 'invalid_sort' using detail = 'The list cannot be sorted by this.';
  end if;
  return jsonb_build_object(
    'page', format('select i.id from public.institutions i where %s%s order by %s %s, i.id %s limit %s', v_all,
      case when p_behind_id is not null
        then format(' and (%s, i.id) %s (%L, %L::uuid)', v_key, case when p_descending then '<' else '>' end, p_behind, p_behind_id) else '' end,
      v_key, v_way, v_way, p_limit + 1),
    'most', case when v_all = 'true' then 10000 else 1000 end,
    'count', format('select count(*) from (select from public.institutions i where %s order by i.created_at limit %s) c', v_all,
      case when v_all = 'true' then 10001 else 1001 end));
end
$$;

create function private.institution_rows(p_ids uuid[], p_today date) returns jsonb
  language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', i.id, 'name', i.name, 'kind', i.kind, 'status', i.status, 'contact_name', i.contact_name, 'contact_email', i.contact_email,
    'created_at', i.created_at, 'seats', s.seats, 'used', s.used, 'left', greatest(s.seats - s.used, 0), 'ends_on', s.ends_on,
    'students', (select count(*) from public.institution_students x where x.institution_id = i.id and x.status = 'active'),
    'managers', (select count(*) from public.institution_managers m where m.institution_id = i.id)) order by u.place), '[]')
  from unnest(p_ids) with ordinality u(id, place) join public.institutions i on i.id = u.id
  cross join lateral private.seats_of(i.id, p_today) s
$$;

create function private.list_institutions(
  p_search text, p_kind text, p_status text, p_seats text, p_sort text, p_descending boolean, p_after jsonb, p_limit int,
  p_now timestamptz default now()) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_today date := private.day_in_india(p_now);
  v_back boolean := coalesce((p_after ->> 'back')::boolean, false);
  v_limit int := least(greatest(coalesce(p_limit, 25), 1), 100);
  v_sort text := coalesce(p_sort, 'name');
  v_behind_id uuid;
  v_behind text;
  v_statements jsonb;
  v_ids uuid[];
  v_more boolean;
  v_total int;
begin
  perform private.require_any_permission('institutions.read');
  if p_seats <> all (array['left', 'low', 'none', 'ending']) then
    raise exception 'invalid_filter' using detail = 'The list cannot be filtered by this.';
  end if;
  select i.id, case v_sort when 'name' then lower(i.name) else i.created_at::text end into v_behind_id, v_behind
  from public.institutions i where i.id = (p_after ->> 'id')::uuid;
  v_back := v_back and v_behind_id is not null;
  v_statements := private.institution_statements(p_search, p_kind::public.institution_kind, p_status::public.account_status, p_seats, v_sort,
    coalesce(p_descending, v_sort = 'created') <> v_back, v_behind, v_behind_id, v_limit, v_today);
  execute 'select coalesce(array_agg(x.id order by x.place), ''{}'') from (select y.id, row_number() over () as place from ('
    || (v_statements ->> 'page') || ') y) x' into v_ids;
  execute v_statements ->> 'count' into v_total;
  v_more := cardinality(v_ids) > v_limit;
  v_ids := v_ids[1:v_limit];
  if v_back then
    select coalesce(array_agg(u.id order by u.place desc), '{}') into v_ids from unnest(v_ids) with ordinality u(id, place);
  end if;
  return jsonb_build_object(
    'rows', private.institution_rows(v_ids, v_today),
    'next', case when v_more or v_back then jsonb_build_object('id', v_ids[cardinality(v_ids)]) end,
    'previous', case when (v_back and v_more) or (v_behind_id is not null and not v_back) then jsonb_build_object('id', v_ids[1], 'back', true) end,
    'total', least(v_total, (v_statements ->> 'most')::int), 'total_capped', v_total > (v_statements ->> 'most')::int);
end
$$;

create function private.get_institution(p_institution_id uuid, p_now timestamptz default now()) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_row jsonb;
begin
  perform private.require_any_permission('institutions.read');
  v_row := private.institution_rows(array[p_institution_id], private.day_in_india(p_now)) -> 0;
  if v_row is null then
    raise exception 'institution_not_found' using detail = 'There is no such institution.';
  end if;
  return v_row || (
    select jsonb_build_object('contact_phone', i.contact_phone, 'address', i.address, 'state', i.state, 'gstin', i.gstin,
      'lead', case when private.has_permission('leads.read') or private.has_permission('leads.manage') then (
        select jsonb_build_object('id', l.id, 'reference', l.reference) from public.leads l where l.institution_id = i.id order by l.created_at limit 1) end,
      'blocks', (
        select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'track_id', b.track_id, 'track_name', t.name, 'seats', b.seats, 'price', b.price,
          'valid_until', b.valid_until, 'valid', b.valid_until >= private.day_in_india(p_now),
          'used', (select count(*) from public.student_seats s where s.block_id = b.id and s.released_at is null))
          order by b.valid_until desc, t.name, b.id), '[]')
        from public.institution_seats b join public.tracks t on t.id = b.track_id where b.institution_id = i.id))
    from public.institutions i where i.id = p_institution_id);
end
$$;

create function private.institution_history(p_institution_id uuid, p_before bigint, p_limit int) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_limit int := least(greatest(coalesce(p_limit, 30), 1), 100);
begin
  perform private.require_any_permission('institutions.read');
  perform private.require_any_permission('audit.read');
  return (
    with page as materialized (
      select l.* from public.audit_log l
      where l.subject_type = 'institution' and l.subject_id = p_institution_id::text and (p_before is null or l.id < p_before)
      order by l.id desc limit v_limit + 1
    ), shown as (select x.* from page x order by x.id desc limit v_limit)
    select jsonb_build_object(
      'next', case when (select count(*) from page) > v_limit then (select min(s.id) from shown s) end,
      'rows', (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'at', l.at, 'action', l.action, 'actor', l.actor,
          'actor_name', private.person_name(l.actor), 'reason', l.details ->> 'reason', 'before', l.details -> 'before',
          'after', l.details -> 'after') order by l.id desc), '[]')
        from shown l)));
end
$$;

create function public.list_institutions(
  p_search text default null, p_kind text default null, p_status text default null, p_seats text default null, p_sort text default 'name',
  p_descending boolean default null, p_after jsonb default null, p_limit int default 25) returns jsonb
  language sql stable set search_path = ''
as $$ select private.list_institutions(p_search, p_kind, p_status, p_seats, p_sort, p_descending, p_after, p_limit) $$;
create function public.get_institution(p_institution_id uuid) returns jsonb
  language sql stable set search_path = ''
as $$ select private.get_institution(p_institution_id) $$;
create function public.institution_history(p_institution_id uuid, p_before bigint default null, p_limit int default 30) returns jsonb
  language sql stable set search_path = ''
as $$ select private.institution_history(p_institution_id, p_before, p_limit) $$;

comment on function public.list_institutions(text, text, text, text, text, boolean, jsonb, int) is
  'A page of institutions: {rows, next, previous, total (at most 10,000, under a condition 1,000), total_capped}. Seats: left, low, none, ending; sorted by name or created. Needs institutions.read. Codes: invalid_sort, invalid_filter.';
comment on function public.get_institution(uuid) is
  'An institution with its blocks of seats, and the lead it came from for who may see leads. Needs institutions.read. Code: institution_not_found.';
comment on function public.institution_history(uuid, bigint, int) is
  'What the audit log has about an institution, newest first, from p_before down: {rows, next}. Needs institutions.read and audit.read.';

revoke execute on function
  private.seats_of(uuid, date), private.seat_filter(text, date),
  private.institution_statements(text, public.institution_kind, public.account_status, text, text, boolean, text, uuid, int, date),
  private.institution_rows(uuid[], date),
  private.list_institutions(text, text, text, text, text, boolean, jsonb, int, timestamptz), private.get_institution(uuid, timestamptz),
  private.institution_history(uuid, bigint, int),
  public.list_institutions(text, text, text, text, text, boolean, jsonb, int), public.get_institution(uuid), public.institution_history(uuid, bigint, int)
from public, anon, authenticated, service_role;
grant execute on function
  private.list_institutions(text, text, text, text, text, boolean, jsonb, int, timestamptz), private.get_institution(uuid, timestamptz),
  private.institution_history(uuid, bigint, int),
  public.list_institutions(text, text, text, text, text, boolean, jsonb, int), public.get_institution(uuid), public.institution_history(uuid, bigint, int)
to authenticated;

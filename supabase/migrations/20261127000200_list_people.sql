-- Why: the list of people is searched, filtered, sorted and paged by the server, and stays fast at a million accounts: each question
-- becomes a statement of its own, with only the conditions that were given, and a page begins behind a person, not at a number.

-- Words as a pattern finds them: what has a meaning in a pattern is taken as it stands.
create function private.plain_pattern(p_text text) returns text
  language sql immutable set search_path = ''
as $$ select regexp_replace(p_text, '([\\%_])', '\\\1', 'g') $$;

-- air 2026 7f3k → AIR-2026-7F3K; null when it is no beginning of a certificate's number.
create function private.certificate_prefix(p_text text) returns text
  language sql immutable set search_path = ''
as $$
  select 'AIR-' || case when m[2] = '' then m[1] else m[1] || '-' || translate(m[2], 'OIL', '011') end
  from regexp_match(upper(regexp_replace(left(p_text, 100), '\s', '', 'g')), '^AIR-?([0-9]{1,4})-?([0-9A-Z]{0,8})$') m
  where m[2] = '' or length(m[1]) = 4
$$;

-- Where somebody may be looked for: by a certificate's number, by digits of a telephone, by three letters or more anywhere in name and
-- address, by fewer at their beginning.
create function private.person_search(p_search text, p_by_certificate boolean) returns text
  language plpgsql immutable set search_path = ''
as $$
declare
  v_search text := lower(trim(left(p_search, 200)));
  v_number text := case when p_by_certificate then private.certificate_prefix(p_search) end;
  v_digits text := case when v_search ~ '^[0-9+() .-]+$' then regexp_replace(v_search, '[^0-9]', '', 'g') end;
begin
  if coalesce(v_search, '') = '' then
    return null;
  elsif v_number is not null then
    return format('exists (select from public.certificates c where c.user_id = p.user_id and c.number like %L)', v_number || '%');
  elsif length(coalesce(nullif(v_digits, ''), v_search)) >= 3 then
    return format('lower(p.full_name || '' '' || p.email || '' '' || regexp_replace(coalesce(p.phone, ''''), ''[^0-9]'', '''', ''g'')) like %L',
      '%' || private.plain_pattern(coalesce(nullif(v_digits, ''), v_search)) || '%');
  end if;
  return format('(lower(p.full_name) like %1$L or lower(p.email) like %1$L)', private.plain_pattern(v_search) || '%');
end
$$;

-- Conditions over `e` for an enrolment in a track, in a state by the clock.
create function private.enrolment_filter(p_track_id text, p_state text, p_now timestamptz) returns text
  language sql stable set search_path = ''
as $$
  select nullif(concat_ws(' and ',
    case when p_track_id is not null then format('e.track_id = %L', p_track_id) end,
    case when p_state in ('active', 'completed') then format('e.status = %L and (e.expires_at is null or e.expires_at > %L)', p_state, p_now)
      when p_state = 'expired' then format('(e.status = ''expired'' or (e.status in (''active'', ''completed'') and e.expires_at <= %L))', p_now)
      when p_state = 'revoked' then 'e.status = ''revoked''' end), '')
$$;

create function private.identity_filter(p_identity text) returns text
  language sql immutable set search_path = ''
as $$
  select case
    when p_identity = 'none' then 'not exists (select from public.identity_verifications i where i.user_id = p.user_id)'
    when p_identity is not null then format('exists (select from public.identity_verifications i where i.user_id = p.user_id and i.newest and i.status = %L)',
      case p_identity when 'waiting' then 'pending' when 'refused' then 'rejected' else p_identity end) end
$$;

-- Statements over people `p`: {page (ids in order, one more than asked for), count, most (as many are counted, and one more)}.
create function private.people_statements(
  p_search text, p_by_certificate boolean, p_kind public.person_kind, p_status public.account_status, p_track_id text, p_enrolment text,
  p_identity text, p_sort text, p_descending boolean, p_behind text, p_behind_id uuid, p_limit int, p_now timestamptz) returns jsonb
  language plpgsql stable set search_path = ''
as $$
declare
  v_key text := case p_sort when 'joined' then 'p.joined_at' when 'name' then 'lower(p.full_name)' when 'email' then 'lower(p.email)' end;
  v_way text := case when p_descending then 'desc' else 'asc' end;
  v_person text := concat_ws(' and ', private.person_search(p_search, p_by_certificate), private.identity_filter(p_identity),
    case when p_kind is not null then format('p.kind = %L', p_kind) end, case when p_status is not null then format('p.status = %L', p_status) end);
  v_enrolment text := private.enrolment_filter(p_track_id, p_enrolment, p_now);
  v_enrolled text := 'exists (select from public.enrolments e where e.user_id = p.user_id and ' || v_enrolment || ')';
  v_all text := coalesce(nullif(concat_ws(' and ', nullif(v_person, ''), v_enrolled), ''), 'true');
  -- Ten thousand of those who fit several conditions may be spread over all.
  v_most int := case when v_person = '' then 10000 else 1000 end;
  v_behind text := case when p_behind_id is not null
    then format(' and (%s, p.user_id) %s (%L, %L::uuid)', v_key, case when p_descending then '<' else '>' end, p_behind, p_behind_id) end;
begin
  if v_key is null then
    raise exception 'invalid_sort' using detail = 'The list cannot be sorted by this.';
  end if;
  return jsonb_build_object(
    'page', format('select p.user_id from public.profiles p where %s%s order by %s %s, p.user_id %s limit %s',
      v_all, coalesce(v_behind, ''), v_key, v_way, v_way, p_limit + 1),
    'count', case
      -- Told apart by their index alone; a person has few enrolments, so three times the count are enough of them.
      when v_enrolment is not null and v_person = '' then
        format('select count(*) from (select distinct x.user_id from (select e.user_id from public.enrolments e where %s limit 30000) x limit %s) c',
          v_enrolment, v_most + 1)
      when v_all = 'true' then format('select count(*) from (select from public.profiles p order by p.joined_at limit %s) c', v_most + 1)
      else format('select count(*) from (select from public.profiles p where %s limit %s) c', v_all, v_most + 1) end,
    'most', v_most);
end
$$;

create function private.enrolment_state(p_enrolment public.enrolments, p_now timestamptz) returns text
  language sql stable set search_path = ''
as $$
  select case when p_enrolment.status in ('active', 'completed') and p_enrolment.expires_at <= p_now then 'expired' else p_enrolment.status::text end
$$;

-- People as the list shows them, in this order. One statement for a whole page: a file asks for many.
create function private.person_rows(p_ids uuid[], p_now timestamptz) returns jsonb
  language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', p.user_id, 'full_name', p.full_name, 'email', p.email, 'phone', p.phone, 'kind', p.kind, 'status', p.status,
    'joined_at', p.joined_at, 'enrolments', e.list,
    'identity', case i.status when 'pending' then 'waiting' when 'rejected' then 'refused' when 'verified' then 'verified' else 'none' end) order by u.place), '[]')
  from unnest(p_ids) with ordinality u(id, place)
  join public.profiles p on p.user_id = u.id
  left join lateral (
    select x.status from public.identity_verifications x where x.user_id = u.id order by x.created_at desc, x.id desc limit 1) i on true
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('track_name', t.name, 'state',
      case when x.status in ('active', 'completed') and x.expires_at <= p_now then 'expired' else x.status::text end) order by x.enrolled_at desc, x.id), '[]') as list
    from (select * from public.enrolments y where y.user_id = u.id order by y.enrolled_at desc limit 5) x
    join public.tracks t on t.id = x.track_id) e
$$;

-- A page begins behind the person in `p_after` {id, back}; `back` asks for the page before that person. Names stay out of addresses so.
create function private.find_people(
  p_search text, p_by_certificate boolean, p_kind public.person_kind, p_status public.account_status, p_track_id text, p_enrolment text,
  p_identity text, p_sort text, p_descending boolean, p_after jsonb, p_limit int, p_now timestamptz) returns jsonb
  language plpgsql stable set search_path = ''
as $$
declare
  v_back boolean := coalesce((p_after ->> 'back')::boolean, false);
  v_limit int := least(greatest(coalesce(p_limit, 25), 1), 1000);
  v_sort text := coalesce(p_sort, 'joined');
  v_behind_id uuid;
  v_behind text;
  v_statements jsonb;
  v_ids uuid[];
  v_more boolean;
  v_total int;
  v_most int;
begin
  select p.user_id, case v_sort when 'name' then lower(p.full_name) when 'email' then lower(p.email) else p.joined_at::text end
  into v_behind_id, v_behind from public.profiles p where p.user_id = (p_after ->> 'id')::uuid;
  v_back := v_back and v_behind_id is not null;
  v_statements := private.people_statements(p_search, p_by_certificate, p_kind, p_status, p_track_id, p_enrolment, p_identity, v_sort,
    coalesce(p_descending, v_sort = 'joined') <> v_back, v_behind, v_behind_id, v_limit, p_now);
  execute 'select coalesce(array_agg(x.user_id order by x.place), ''{}'') from (select y.user_id, row_number() over () as place from ('
    || (v_statements ->> 'page') || ') y) x' into v_ids;
  -- A file is read page after page; nobody looks at the number of its rows.
  if v_limit <= 100 then
    execute v_statements ->> 'count' into v_total;
  end if;
  v_most := v_statements ->> 'most';
  v_more := cardinality(v_ids) > v_limit;
  v_ids := v_ids[1:v_limit];
  if v_back then
    select coalesce(array_agg(u.id order by u.place desc), '{}') into v_ids from unnest(v_ids) with ordinality u(id, place);
  end if;
  return jsonb_build_object(
    'rows', private.person_rows(v_ids, p_now),
    'next', case when v_more or v_back then jsonb_build_object('id', v_ids[cardinality(v_ids)]) end,
    'previous', case when (v_back and v_more) or (v_behind_id is not null and not v_back) then jsonb_build_object('id', v_ids[1], 'back', true) end,
    'total', case when v_total > v_most then v_most else v_total end, 'total_capped', v_total > v_most);
end
$$;

create function private.list_users(
  p_search text, p_kind text, p_status text, p_track_id text, p_enrolment text, p_identity text, p_sort text, p_descending boolean,
  p_after jsonb, p_limit int) returns jsonb
  language plpgsql stable security definer set search_path = ''
  -- For a page of twenty-five, workers that read ahead read for nothing.
  set max_parallel_workers_per_gather = 0
as $$
begin
  perform private.require_any_permission('users.read');
  if p_enrolment <> all (array['active', 'completed', 'expired', 'revoked']) or p_identity <> all (array['waiting', 'verified', 'refused', 'none']) then
    raise exception 'invalid_filter' using detail = 'The list cannot be filtered by this.';
  end if;
  return private.find_people(p_search, private.has_permission('certificates.read'), p_kind::public.person_kind,
    p_status::public.account_status, p_track_id, p_enrolment, p_identity, p_sort, p_descending, p_after, p_limit, now());
end
$$;

create function public.list_users(
  p_search text default null, p_kind text default null, p_status text default null, p_track_id text default null,
  p_enrolment text default null, p_identity text default null, p_sort text default 'joined', p_descending boolean default null,
  p_after jsonb default null, p_limit int default 25) returns jsonb
  language sql stable set search_path = ''
as $$
  select private.list_users(p_search, p_kind, p_status, p_track_id, p_enrolment, p_identity, p_sort, p_descending, p_after, p_limit)
$$;
comment on function public.list_users(text, text, text, text, text, text, text, boolean, jsonb, int) is
  'A page of people: {rows, next, previous, total (at most 10,000, of few among many 1,000; null for pages of more than 100), total_capped}. Enrolment: active, completed, expired, revoked; identity: waiting, verified, refused, none; sorted by joined, name or email. A certificate''s number finds its holder with certificates.read. Needs users.read. Codes: invalid_sort, invalid_filter.';

revoke execute on function
  private.plain_pattern(text), private.certificate_prefix(text), private.person_search(text, boolean),
  private.enrolment_filter(text, text, timestamptz), private.identity_filter(text),
  private.people_statements(text, boolean, public.person_kind, public.account_status, text, text, text, text, boolean, text, uuid, int, timestamptz),
  private.enrolment_state(public.enrolments, timestamptz), private.person_rows(uuid[], timestamptz),
  private.find_people(text, boolean, public.person_kind, public.account_status, text, text, text, text, boolean, jsonb, int, timestamptz),
  private.list_users(text, text, text, text, text, text, text, boolean, jsonb, int),
  public.list_users(text, text, text, text, text, text, text, boolean, jsonb, int)
from public, anon, authenticated, service_role;
grant execute on function
  private.list_users(text, text, text, text, text, text, text, boolean, jsonb, int),
  public.list_users(text, text, text, text, text, text, text, boolean, jsonb, int)
to authenticated;

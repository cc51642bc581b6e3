-- Why: the check of a file. The worker reads it and hands rows over; what takes the whole file or the database to know is found here.

create function private.begin_check(p_import_id uuid, p_now timestamptz) returns jsonb
  language plpgsql security definer set search_path = ''
as $$
declare
  v_import public.imports;
begin
  update public.imports i set rows_total = 0, progress_at = p_now, check_run = gen_random_uuid()
  where i.id = p_import_id and i.status = 'checking' returning i.* into v_import;
  if not found then
    return null;
  end if;
  -- A check that was broken off begins anew, and the one before, should it still run, has no say any more.
  delete from public.import_rows r where r.import_id = p_import_id;
  return jsonb_build_object('id', v_import.id, 'run', v_import.check_run, 'institution_id', v_import.institution_id, 'path', v_import.path,
    'file_name', v_import.file_name, 'track_id', v_import.track_id, 'status', v_import.status);
end
$$;

-- Rows of an import that is no longer being checked, or by another, are not taken. Answers how many were.
create function private.stage_import_rows(p_import_id uuid, p_run uuid, p_rows jsonb, p_now timestamptz) returns integer
  language plpgsql security definer set search_path = ''
as $$
declare
  v_count integer;
begin
  perform from public.imports i where i.id = p_import_id and i.status = 'checking' and i.check_run = p_run for update;
  if not found then
    return 0;
  end if;
  insert into public.import_rows (import_id, row_number, raw, email, full_name, roll_no, track, faults, state)
  select p_import_id, r.row_number, coalesce(r.raw, '{}'), lower(nullif(trim(r.email), '')), nullif(trim(r.full_name), ''),
    nullif(trim(r.roll_no), ''), nullif(trim(r.track), ''), coalesce(r.faults, '[]'),
    case when r.faults is null or r.faults = '[]' then 'valid' else 'faulty' end::public.import_row_state
  from jsonb_to_recordset(p_rows) as r(
    row_number integer, raw jsonb, email text, full_name text, roll_no text, track text, faults jsonb)
  on conflict (import_id, row_number) do nothing;
  get diagnostics v_count = row_count;
  update public.imports i set rows_total = i.rows_total + v_count, progress_at = p_now where i.id = p_import_id;
  return v_count;
end
$$;

-- What the rows of an import mean in this database: track, further faults, and whether the student is enrolled already.
create function private.judge_import_rows(p_import public.imports, p_now timestamptz)
returns table (row_number integer, track_id text, faults jsonb, state public.import_row_state)
  language sql stable security definer set search_path = ''
as $$
  with bought as (
    select distinct b.track_id from public.institution_seats b where b.institution_id = p_import.institution_id
  ), only_one as (
    select min(b.track_id) as track_id from bought b having count(*) = 1
  ), named as (
    select r.*, case
        when p_import.track_id is not null then p_import.track_id
        when r.track is null then (select o.track_id from only_one o)
        else (select t.id from public.tracks t where t.id = lower(r.track) or lower(t.name) = lower(r.track) order by t.id limit 1) end as found
    from public.import_rows r where r.import_id = p_import.id
  ), placed as (
    select n.row_number, n.email, n.faults, n.found,
      case
        when n.found is null then jsonb_build_array(jsonb_build_object('column', 'track',
          'code', case when n.track is null then 'track_missing' else 'track_unknown' end))
        when n.found not in (select b.track_id from bought b)
          then '[{"column": "track", "code": "track_without_seats"}]'
        else '[]' end as track_faults,
      min(n.row_number) over (partition by n.email, n.found) as first_row,
      row_number() over (order by n.row_number) as place
    from named n
  )
  select p.row_number, p.found, f.faults,
    case when f.faults <> '[]' then 'faulty' when known.enrolled then 'known' else 'valid' end::public.import_row_state
  from placed p
  join private.known_students(p_import.institution_id, array(select o.email from placed o order by o.place),
    array(select o.found from placed o order by o.place), p_now) known on known.place = p.place
  cross join lateral (
    select p.faults || p.track_faults
      || case when p.email is not null and p.found is not null and p.first_row < p.row_number then
        jsonb_build_array(jsonb_build_object('column', 'email', 'code', 'duplicate_in_file', 'details', jsonb_build_object('row', p.first_row)))
        else '[]' end
      || case when not known.open then '[{"column": "email", "code": "account_not_open"}]' else '[]' end::jsonb as faults
  ) f
$$;

create function private.finish_check(p_import_id uuid, p_run uuid, p_file jsonb, p_now timestamptz) returns void
  language plpgsql security definer set search_path = ''
  set plan_cache_mode = 'force_custom_plan'
as $$
declare
  v_import public.imports;
begin
  select i.* into v_import from public.imports i where i.id = p_import_id and i.status = 'checking' and i.check_run = p_run for update;
  if not found then
    return;
  end if;
  update public.import_rows r set track_id = j.track_id, faults = j.faults, state = j.state
  from private.judge_import_rows(v_import, p_now) j
  where r.import_id = p_import_id and r.row_number = j.row_number;

  update public.imports i set
    status = 'checked', checked_at = p_now, progress_at = p_now,
    encoding = p_file ->> 'encoding', delimiter = p_file ->> 'delimiter', columns = p_file -> 'columns', ignored_columns = p_file -> 'ignored',
    rows_total = c.total, rows_valid = c.valid, rows_known = c.known, rows_faulty = c.faulty,
    seats_needed = coalesce((
      select jsonb_agg(jsonb_build_object('track_id', n.track_id, 'track_name', t.name, 'needed', n.needed, 'left', coalesce(l.free, 0))
        order by t.position, t.name)
      from (select r.track_id, count(*) as needed from public.import_rows r
        where r.import_id = p_import_id and r.state = 'valid' group by r.track_id) n
      join public.tracks t on t.id = n.track_id
      left join (select u.track_id, sum(greatest(u.left, 0))::integer as free from public.institution_seat_use u
        where u.institution_id = v_import.institution_id and u.valid_until >= private.day_in_india(p_now) group by u.track_id) l
        on l.track_id = n.track_id
    ), '[]'::jsonb)
  from (
    select count(*) as total, count(*) filter (where r.state = 'valid') as valid, count(*) filter (where r.state = 'known') as known,
      count(*) filter (where r.state = 'faulty') as faulty
    from public.import_rows r where r.import_id = p_import_id
  ) c
  where i.id = p_import_id;
end
$$;

create function private.refuse_import(p_import_id uuid, p_run uuid, p_problem text, p_details jsonb, p_now timestamptz) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  update public.imports i set status = 'unreadable', problem = p_problem, problem_details = p_details, rows_total = 0,
    checked_at = p_now, progress_at = p_now
  where i.id = p_import_id and i.status = 'checking' and i.check_run = p_run;
  if found then
    delete from public.import_rows r where r.import_id = p_import_id;
  end if;
end
$$;

create function public.system_begin_check(p_import_id uuid) returns jsonb
  language sql security definer set search_path = ''
as $$ select private.begin_check(p_import_id, now()) $$;
create function public.system_stage_import_rows(p_import_id uuid, p_run uuid, p_rows jsonb) returns integer
  language sql security definer set search_path = ''
as $$ select private.stage_import_rows(p_import_id, p_run, p_rows, now()) $$;
create function public.system_finish_check(p_import_id uuid, p_run uuid, p_file jsonb) returns void
  language sql security definer set search_path = ''
as $$ select private.finish_check(p_import_id, p_run, p_file, now()) $$;
create function public.system_refuse_import(p_import_id uuid, p_run uuid, p_problem text, p_details jsonb default null) returns void
  language sql security definer set search_path = ''
as $$ select private.refuse_import(p_import_id, p_run, p_problem, p_details, now()) $$;

revoke execute on function
  private.begin_check(uuid, timestamptz), private.stage_import_rows(uuid, uuid, jsonb, timestamptz),
  private.judge_import_rows(public.imports, timestamptz), private.finish_check(uuid, uuid, jsonb, timestamptz),
  private.refuse_import(uuid, uuid, text, jsonb, timestamptz),
  public.system_begin_check(uuid), public.system_stage_import_rows(uuid, uuid, jsonb), public.system_finish_check(uuid, uuid, jsonb),
  public.system_refuse_import(uuid, uuid, text, jsonb)
from public, anon, authenticated, service_role;
grant execute on function
  public.system_begin_check(uuid), public.system_stage_import_rows(uuid, uuid, jsonb), public.system_finish_check(uuid, uuid, jsonb),
  public.system_refuse_import(uuid, uuid, text, jsonb)
to service_role;

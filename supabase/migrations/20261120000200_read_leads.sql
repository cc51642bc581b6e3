-- Why: the board and the table want counts, sums and names of colleagues in one call, and lists that the server filters, sorts and pages.

create function private.person_name(p_user_id uuid) returns text
  language sql stable set search_path = ''
as $$ select p.full_name from public.profiles p where p.user_id = p_user_id $$;

-- A lead as board, table and file show it.
create function private.lead_row(p_lead public.leads, p_today date) returns jsonb
  language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_lead.id, 'reference', p_lead.reference, 'kind', p_lead.kind, 'status', p_lead.status,
    'institution_name', p_lead.institution_name, 'contact_name', p_lead.contact_name, 'contact_email', p_lead.contact_email,
    'contact_phone', p_lead.contact_phone, 'designation', p_lead.designation, 'website', p_lead.website, 'address', p_lead.address,
    'city', p_lead.city, 'state', p_lead.state, 'expected_students', p_lead.expected_students, 'track_ids', p_lead.track_ids,
    'assigned_to', p_lead.assigned_to, 'assignee_name', private.person_name(p_lead.assigned_to),
    'estimated_value', p_lead.estimated_value, 'follow_up_date', p_lead.follow_up_date,
    'overdue', coalesce(p_lead.due_on < p_today, false), 'lost_reason', p_lead.lost_reason, 'institution_id', p_lead.institution_id,
    'enquiries', p_lead.enquiries, 'last_enquiry_at', p_lead.last_enquiry_at, 'created_at', p_lead.created_at,
    'updated_at', p_lead.updated_at, 'closed_at', p_lead.closed_at,
    'notes', (select count(*) from public.lead_notes n where n.lead_id = p_lead.id))
$$;

-- Conditions over `l` for the filters that are given, so that each question is planned for itself: $1 pattern, $2 statuses, $3 kind,
-- $4 assignee, $5 today.
create function private.lead_filter(
  p_search text, p_status public.lead_status[], p_kind public.institution_kind, p_assignee uuid, p_overdue boolean) returns text
  language sql immutable set search_path = ''
as $$
  select concat_ws(' and ', 'true',
    case when p_search <> '' then 'l.search_text like $1' end,
    case when cardinality(p_status) > 0 then 'l.status = any ($2)' end,
    case when p_kind is not null then 'l.kind = $3' end,
    case when p_assignee = '00000000-0000-0000-0000-000000000000' then 'l.assigned_to is null'
      when p_assignee is not null then 'l.assigned_to = $4' end,
    case when p_overdue then 'l.due_on < $5' when not p_overdue then '(l.due_on < $5) is not true' end)
$$;

create function private.lead_pattern(p_search text) returns text
  language sql immutable set search_path = ''
as $$ select '%' || regexp_replace(lower(left(trim(p_search), 200)), '([\\%_])', '\\\1', 'g') || '%' $$;

create function private.lead_order(p_sort text, p_descending boolean) returns text
  language plpgsql immutable set search_path = ''
as $$
declare
  v_way text := case when p_descending then 'desc' else 'asc' end;
begin
  return case coalesce(p_sort, 'follow_up')
    when 'follow_up' then case when p_descending then 'l.due_on desc nulls last, l.created_at desc, l.id'
      else 'l.due_on, l.created_at desc, l.id' end
    when 'created' then format('l.created_at %1$s, l.id %1$s', v_way)
    when 'activity' then format('l.last_enquiry_at %1$s, l.id %1$s', v_way)
    when 'institution' then format('lower(l.institution_name) %1$s, l.id %1$s', v_way)
    when 'contact' then format('lower(l.contact_name) %1$s, l.id %1$s', v_way)
    when 'reference' then format('l.reference %1$s', v_way)
    when 'status' then format('l.status %1$s, l.due_on, l.created_at desc, l.id', v_way)
    when 'kind' then format('l.kind %1$s, l.id %1$s', v_way)
    when 'value' then format('l.estimated_value %1$s nulls last, l.id %1$s', v_way)
    when 'students' then format('l.expected_students %1$s nulls last, l.id %1$s', v_way)
    when 'assignee' then format('lower(private.person_name(l.assigned_to)) %1$s nulls last, l.id %1$s', v_way)
  end;
end
$$;

create function private.find_leads(
  p_search text, p_status public.lead_status[], p_kind public.institution_kind, p_assignee uuid, p_overdue boolean,
  p_sort text, p_descending boolean, p_limit int, p_offset int, p_now timestamptz) returns jsonb
  language plpgsql stable set search_path = ''
as $$
declare
  v_filter text := private.lead_filter(trim(p_search), p_status, p_kind, p_assignee, p_overdue);
  v_order text := private.lead_order(p_sort, coalesce(p_descending, false));
  v_answer jsonb;
begin
  if v_order is null then
    raise exception 'invalid_sort' using detail = 'The list cannot be sorted by this.';
  end if;
  execute format(
    'select jsonb_build_object(
       ''total'', (select count(*) from public.leads l where %1$s),
       ''rows'', coalesce((select jsonb_agg(private.lead_row(page.l, $5)) from
         (select l from public.leads l where %1$s order by %2$s limit $6 offset $7) page), ''[]''))', v_filter, v_order)
  into v_answer
  using private.lead_pattern(p_search), p_status, p_kind, p_assignee, (p_now at time zone 'Asia/Kolkata')::date,
    least(greatest(coalesce(p_limit, 25), 0), 1000), greatest(coalesce(p_offset, 0), 0);
  return v_answer;
end
$$;

-- Overdue ones first, then as they fall due, then the newest; closed ones by when they were closed.
create function private.board_of_leads(
  p_search text, p_kind public.institution_kind, p_assignee uuid, p_limit int, p_now timestamptz) returns jsonb
  language plpgsql stable set search_path = ''
as $$
declare
  v_filter text := private.lead_filter(trim(p_search), null, p_kind, p_assignee, null);
  v_answer jsonb;
begin
  execute format(
    'select jsonb_agg(jsonb_build_object(''status'', s.status, ''count'', c.count, ''value'', c.value, ''overdue'', c.overdue, ''leads'', t.leads)
       order by s.status)
     from unnest(enum_range(null::public.lead_status)) s(status)
     cross join lateral (
       select count(*) as count, coalesce(sum(l.estimated_value), 0) as value, count(*) filter (where l.due_on < $5) as overdue
       from public.leads l where l.status = s.status and %1$s) c
     cross join lateral (
       select coalesce(jsonb_agg(private.lead_row(page.l, $5)), ''[]'') as leads from (
         select l from public.leads l where l.status = s.status and %1$s
         order by l.due_on, coalesce(l.closed_at, l.created_at) desc, l.id limit $6) page) t', v_filter)
  into v_answer
  using private.lead_pattern(p_search), null::public.lead_status[], p_kind, p_assignee, (p_now at time zone 'Asia/Kolkata')::date,
    least(greatest(coalesce(p_limit, 25), 0), 200);
  return v_answer;
end
$$;

create function private.list_leads(
  p_search text, p_status text[], p_kind text, p_assignee uuid, p_overdue boolean, p_sort text, p_descending boolean,
  p_limit int, p_offset int) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_any_permission('leads.read', 'leads.manage');
  return private.find_leads(p_search, p_status::public.lead_status[], p_kind::public.institution_kind, p_assignee, p_overdue,
    p_sort, p_descending, p_limit, p_offset, now());
end
$$;

create function private.lead_board(p_search text, p_kind text, p_assignee uuid, p_limit int) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_any_permission('leads.read', 'leads.manage');
  return private.board_of_leads(p_search, p_kind::public.institution_kind, p_assignee, p_limit, now());
end
$$;

create function private.get_lead(p_lead_id uuid) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_lead public.leads;
begin
  perform private.require_any_permission('leads.read', 'leads.manage');
  select l.* into v_lead from public.leads l where l.id = p_lead_id;
  if not found then
    raise exception 'lead_not_found' using detail = 'There is no such lead.';
  end if;
  return private.lead_row(v_lead, (now() at time zone 'Asia/Kolkata')::date) || jsonb_build_object(
    'message', v_lead.message, 'privacy_version', v_lead.privacy_version, 'moves', private.lead_moves(v_lead.status),
    'tracks', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.position, t.name), '[]')
      from public.tracks t where t.id = any (v_lead.track_ids)),
    'converted_to', (select i.name from public.institutions i where i.id = v_lead.institution_id));
end
$$;

create function private.lead_history(p_lead_id uuid, p_only_notes boolean, p_before bigint, p_limit int) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_any_permission('leads.read', 'leads.manage');
  return jsonb_build_object(
    'total', (select count(*) from public.lead_events e where e.lead_id = p_lead_id and (not p_only_notes or e.kind = 'noted')),
    'rows', coalesce((
      select jsonb_agg(jsonb_build_object('id', page.id, 'kind', page.kind, 'actor', page.actor,
        'actor_name', private.person_name(page.actor), 'details', page.details, 'at', page.at,
        'note', (select n.body from public.lead_notes n where n.id = page.note_id)) order by page.id desc)
      from (
        select e.* from public.lead_events e
        where e.lead_id = p_lead_id and (not p_only_notes or e.kind = 'noted') and (p_before is null or e.id < p_before)
        order by e.id desc limit least(greatest(coalesce(p_limit, 50), 0), 200)) page), '[]'));
end
$$;

create function private.lead_assignees() returns table (user_id uuid, full_name text)
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_any_permission('leads.read', 'leads.manage');
  return query select s.user_id, s.full_name from private.lead_staff() s order by lower(s.full_name), s.user_id;
end
$$;

create function public.list_leads(
  p_search text default null, p_status text[] default null, p_kind text default null, p_assignee uuid default null,
  p_overdue boolean default null, p_sort text default null, p_descending boolean default false, p_limit int default 25,
  p_offset int default 0) returns jsonb
  language sql stable set search_path = ''
as $$ select private.list_leads(p_search, p_status, p_kind, p_assignee, p_overdue, p_sort, p_descending, p_limit, p_offset) $$;
create function public.lead_board(
  p_search text default null, p_kind text default null, p_assignee uuid default null, p_limit int default 25) returns jsonb
  language sql stable set search_path = ''
as $$ select private.lead_board(p_search, p_kind, p_assignee, p_limit) $$;
create function public.get_lead(p_lead_id uuid) returns jsonb
  language sql stable set search_path = ''
as $$ select private.get_lead(p_lead_id) $$;
create function public.lead_history(
  p_lead_id uuid, p_only_notes boolean default false, p_before bigint default null, p_limit int default 50) returns jsonb
  language sql stable set search_path = ''
as $$ select private.lead_history(p_lead_id, coalesce(p_only_notes, false), p_before, p_limit) $$;
create function public.lead_assignees() returns table (user_id uuid, full_name text)
  language sql stable set search_path = ''
as $$ select a.user_id, a.full_name from private.lead_assignees() a $$;

comment on function public.list_leads(text, text[], text, uuid, boolean, text, boolean, int, int) is
  'A page of leads: {total, rows}. Sorts: follow_up (default), created, activity, institution, contact, reference, status, kind, value, students, assignee. The nil uuid as assignee means nobody. Needs leads.read or leads.manage. Code: invalid_sort.';
comment on function public.lead_board(text, text, uuid, int) is
  'The pipeline: [{status, count, value, overdue, leads}], overdue follow-ups first in each. Needs leads.read or leads.manage.';
comment on function public.get_lead(uuid) is
  'One lead with its message, tracks, legal moves and the name of its institution. Needs leads.read or leads.manage. Code: lead_not_found.';
comment on function public.lead_history(uuid, boolean, bigint, int) is
  'Events of a lead, newest first: {total, rows}; p_before is the id of the last one seen. Needs leads.read or leads.manage.';
comment on function public.lead_assignees() is 'Staff to whom a lead can be given. Needs leads.read or leads.manage.';

revoke execute on function
  private.person_name(uuid), private.lead_row(public.leads, date),
  private.lead_filter(text, public.lead_status[], public.institution_kind, uuid, boolean), private.lead_pattern(text),
  private.lead_order(text, boolean),
  private.find_leads(text, public.lead_status[], public.institution_kind, uuid, boolean, text, boolean, int, int, timestamptz),
  private.board_of_leads(text, public.institution_kind, uuid, int, timestamptz),
  private.list_leads(text, text[], text, uuid, boolean, text, boolean, int, int), private.lead_board(text, text, uuid, int),
  private.get_lead(uuid), private.lead_history(uuid, boolean, bigint, int), private.lead_assignees(),
  public.list_leads(text, text[], text, uuid, boolean, text, boolean, int, int), public.lead_board(text, text, uuid, int),
  public.get_lead(uuid), public.lead_history(uuid, boolean, bigint, int), public.lead_assignees()
from public, anon, authenticated, service_role;
grant execute on function
  private.list_leads(text, text[], text, uuid, boolean, text, boolean, int, int), private.lead_board(text, text, uuid, int),
  private.get_lead(uuid), private.lead_history(uuid, boolean, bigint, int), private.lead_assignees(),
  public.list_leads(text, text[], text, uuid, boolean, text, boolean, int, int), public.lead_board(text, text, uuid, int),
  public.get_lead(uuid), public.lead_history(uuid, boolean, bigint, int), public.lead_assignees()
to authenticated;

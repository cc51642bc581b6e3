-- Why: editors see what is published and what is prepared side by side; the tables alone show only the first.

create function private.catalogue_state(p_active boolean, p_published_at timestamptz, p_archived_at timestamptz, p_changed boolean) returns text
  language sql immutable set search_path = ''
as $$
  select case
    when p_archived_at is not null or (p_published_at is not null and not p_active) then 'archived'
    when p_published_at is null then 'draft'
    when p_changed then 'changed'
    else 'published' end
$$;

-- The fields that an editor changes, as they are published; modules in order.
create function private.track_fields(p_track public.tracks) returns jsonb
  language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'name', p_track.name, 'tagline', p_track.tagline, 'content', p_track.content, 'color', p_track.color, 'icon', p_track.icon,
    'duration_hours', p_track.duration_hours, 'price', p_track.price, 'addon_price', p_track.addon_price,
    'renewal_price', p_track.renewal_price, 'passing_score', p_track.passing_score, 'target_audience', p_track.target_audience,
    'prerequisites', p_track.prerequisites, 'competencies', p_track.competencies, 'validity_months', p_track.validity_months,
    'access_months', p_track.access_months, 'attempts_included', p_track.attempts_included, 'exam_minutes', p_track.exam_minutes,
    'cooldown_hours', p_track.cooldown_hours,
    'modules', (select coalesce(jsonb_agg(tm.module_id order by tm.position, tm.module_id), '[]')
      from public.track_modules tm where tm.track_id = p_track.id))
$$;

create function private.module_fields(p_module public.modules) returns jsonb
  language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'title', p_module.title, 'description', p_module.description, 'content', p_module.content,
    'duration_minutes', p_module.duration_minutes, 'difficulty', p_module.difficulty, 'topics', p_module.topics,
    'video_path', p_module.video_path, 'video_seconds', p_module.video_seconds, 'pdf_path', p_module.pdf_path)
$$;

create function private.draft_changes(p_kind text, p_id text) returns jsonb
  language sql stable set search_path = ''
as $$
  select coalesce((select d.changes from private.catalogue_drafts d where d.kind = p_kind and d.subject_id = p_id), '{}')
$$;

create function private.draft_facts(p_kind text, p_id text) returns jsonb
  language sql stable set search_path = ''
as $$
  select jsonb_build_object('version', coalesce(d.version, 0), 'edited_at', d.edited_at, 'edited_by', private.person_name(d.edited_by))
  from (select 1) one left join private.catalogue_drafts d on d.kind = p_kind and d.subject_id = p_id
$$;

-- What is known of an uploaded file: checked by the server or not yet, gone, or somewhere else on the web.
create function private.media_facts(p_path text) returns jsonb
  language sql stable set search_path = ''
as $$
  select case
    when p_path is null then null
    when p_path like 'https://%' then jsonb_build_object('state', 'elsewhere')
    else (
      select jsonb_build_object('bytes', (o.metadata ->> 'size')::bigint, 'state', case
        when o.id is null then 'missing'
        when c.object_id is not null then case when c.fault is null then 'good' else 'refused' end
        when exists (select from public.modules m where m.published_at is not null and p_path in (m.video_path, m.pdf_path)) then 'good'
        else 'unchecked' end)
      from (select 1) one
      left join storage.objects o on o.bucket_id = 'course-media' and o.name = p_path
      left join private.media_checks c on c.object_id = o.id)
    end
$$;

create function private.module_card(p_module_id uuid) returns jsonb
  language sql stable set search_path = ''
as $$
  select jsonb_build_object('id', m.id, 'title', coalesce(d.changes ->> 'title', m.title),
    'difficulty', coalesce(d.changes ->> 'difficulty', m.difficulty::text),
    'duration_minutes', coalesce((d.changes ->> 'duration_minutes')::int, m.duration_minutes),
    'state', private.catalogue_state(m.active, m.published_at, m.archived_at, coalesce(d.changes <> '{}', false)),
    'video', case when d.changes ? 'video_path' then d.changes ->> 'video_path' is not null else m.video_path is not null end,
    'pdf', case when d.changes ? 'pdf_path' then d.changes ->> 'pdf_path' is not null else m.pdf_path is not null end,
    'edited_at', coalesce(d.edited_at, m.created_at),
    'tracks', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.position, t.name), '[]')
      from public.track_modules tm join public.tracks t on t.id = tm.track_id where tm.module_id = m.id))
  from public.modules m
  left join private.catalogue_drafts d on d.kind = 'module' and d.subject_id = m.id::text
  where m.id = p_module_id
$$;

create function private.list_catalogue_tracks(p_search text, p_state text) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_any_permission('catalogue.manage');
  return (
    select jsonb_build_object(
      'all', (select count(*) from public.tracks),
      'rows', coalesce(jsonb_agg(to_jsonb(r) - 'position' order by r.position, r.name, r.id), '[]'))
    from (
      select t.id, coalesce(d.changes ->> 'name', t.name) as name, coalesce(d.changes ->> 'tagline', t.tagline) as tagline,
        coalesce(d.changes ->> 'color', t.color) as color, coalesce(d.changes ->> 'icon', t.icon) as icon,
        coalesce((d.changes ->> 'price')::int, t.price) as price, t.position,
        coalesce(jsonb_array_length(d.changes -> 'modules'), (select count(*) from public.track_modules tm where tm.track_id = t.id)) as modules,
        private.catalogue_state(t.active, t.published_at, t.archived_at, coalesce(d.changes <> '{}', false)) as state,
        t.published_at, d.edited_at, private.person_name(d.edited_by) as edited_by
      from public.tracks t
      left join private.catalogue_drafts d on d.kind = 'track' and d.subject_id = t.id) r
    where (p_state is null or r.state = p_state)
      and (coalesce(trim(p_search), '') = '' or lower(r.name || ' ' || r.id) like private.lead_pattern(p_search)));
end
$$;

create function private.get_catalogue_track(p_track_id text) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_track public.tracks;
  v_changes jsonb;
  v_live jsonb;
begin
  perform private.require_any_permission('catalogue.manage');
  select t.* into v_track from public.tracks t where t.id = p_track_id;
  if not found then
    raise exception 'track_not_found' using detail = 'There is no such track.';
  end if;
  v_changes := private.draft_changes('track', v_track.id);
  v_live := private.track_fields(v_track);
  return private.draft_facts('track', v_track.id) || jsonb_build_object(
    'id', v_track.id, 'published_at', v_track.published_at, 'archived_at', v_track.archived_at,
    'state', private.catalogue_state(v_track.active, v_track.published_at, v_track.archived_at, v_changes <> '{}'),
    'description', v_track.description, 'live', v_live, 'changes', v_changes,
    'modules', (select coalesce(jsonb_agg(private.module_card(e.id)), '[]')
      from (select jsonb_array_elements_text(v_live -> 'modules')::uuid as id
        union select jsonb_array_elements_text(coalesce(v_changes -> 'modules', '[]'))::uuid) e));
end
$$;

create function private.get_catalogue_module(p_module_id uuid) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_module public.modules;
  v_changes jsonb;
  v_live jsonb;
  v_all jsonb;
begin
  perform private.require_any_permission('catalogue.manage');
  select m.* into v_module from public.modules m where m.id = p_module_id;
  if not found then
    raise exception 'module_not_found' using detail = 'There is no such module.';
  end if;
  v_changes := private.draft_changes('module', v_module.id::text);
  v_live := private.module_fields(v_module);
  v_all := v_live || v_changes;
  return private.draft_facts('module', v_module.id::text) || jsonb_build_object(
    'id', v_module.id, 'published_at', v_module.published_at, 'archived_at', v_module.archived_at,
    'state', private.catalogue_state(v_module.active, v_module.published_at, v_module.archived_at, v_changes <> '{}'),
    'body', v_module.body, 'live', v_live, 'changes', v_changes,
    'video', private.media_facts(v_all ->> 'video_path'), 'pdf', private.media_facts(v_all ->> 'pdf_path'),
    'tracks', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.position, t.name), '[]')
      from public.track_modules tm join public.tracks t on t.id = tm.track_id where tm.module_id = v_module.id));
end
$$;

-- Conditions over `m` for the filters that are given: $1 pattern, $2 title and $3 id of the last row before.
create function private.module_filter(p_search text, p_state text) returns text
  language sql immutable set search_path = ''
as $$
  select concat_ws(' and ', 'true',
    case when p_search <> '' then 'lower(m.title) like $1' end,
    case p_state
      when 'archived' then '(m.archived_at is not null or (not m.active and m.published_at is not null))'
      when 'draft' then 'm.published_at is null and m.archived_at is null'
      when 'changed' then
        'm.active and m.id in (select d.subject_id::uuid from private.catalogue_drafts d where d.kind = ''module'' and d.changes <> ''{}'')'
      when 'published' then 'm.active' end)
$$;

-- Long searches look inside of titles, short ones at their beginning, each by its own index.
create function private.module_pattern(p_search text) returns text
  language sql immutable set search_path = ''
as $$ select case when length(trim(p_search)) < 3 then substr(private.lead_pattern(p_search), 2) else private.lead_pattern(p_search) end $$;

create function private.find_catalogue_modules(p_search text, p_state text, p_after jsonb, p_limit int) returns jsonb
  language plpgsql stable set search_path = ''
as $$
declare
  v_filter text := private.module_filter(trim(p_search), p_state);
  v_limit int := least(greatest(coalesce(p_limit, 25), 1), 100);
  v_answer jsonb;
begin
  execute format(
    'with page as materialized (
       select m.id, lower(m.title) as title from public.modules m where %1$s%2$s order by lower(m.title), m.id limit $4 + 1),
     shown as (select * from page order by title, id limit $4),
     counted as (select count(*) as n from (select from public.modules m where %1$s order by lower(m.title), m.id limit 10001) c)
     select jsonb_build_object(
       ''rows'', (select coalesce(jsonb_agg(private.module_card(s.id) order by s.title, s.id), ''[]'') from shown s),
       ''next'', case when (select count(*) from page) > $4 then
         (select jsonb_build_object(''title'', s.title, ''id'', s.id) from shown s order by s.title desc, s.id desc limit 1) end,
       ''total'', least((select n from counted), 10000), ''total_capped'', (select n from counted) > 10000)',
    v_filter, case when p_after is not null then ' and (lower(m.title), m.id) > ($2, $3)' end)
  into v_answer
  using private.module_pattern(p_search), p_after ->> 'title', (p_after ->> 'id')::uuid, v_limit;
  return v_answer;
end
$$;

create function private.list_catalogue_modules(p_search text, p_state text, p_after jsonb, p_limit int) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_any_permission('catalogue.manage');
  return private.find_catalogue_modules(p_search, p_state, p_after, p_limit);
end
$$;

create function public.list_catalogue_tracks(p_search text default null, p_state text default null) returns jsonb
  language sql stable set search_path = ''
as $$ select private.list_catalogue_tracks(p_search, p_state) $$;
create function public.get_catalogue_track(p_track_id text) returns jsonb
  language sql stable set search_path = ''
as $$ select private.get_catalogue_track(p_track_id) $$;
create function public.list_catalogue_modules(
  p_search text default null, p_state text default null, p_after jsonb default null, p_limit int default 25) returns jsonb
  language sql stable set search_path = ''
as $$ select private.list_catalogue_modules(p_search, p_state, p_after, p_limit) $$;
create function public.get_catalogue_module(p_module_id uuid) returns jsonb
  language sql stable set search_path = ''
as $$ select private.get_catalogue_module(p_module_id) $$;

comment on function public.list_catalogue_tracks(text, text) is
  'Tracks as their editors see them, in order: {all, rows: [{id, name, tagline, color, icon, price, modules, state, published_at, edited_at, edited_by}]}; state is draft, published, changed or archived. Needs catalogue.manage.';
comment on function public.get_catalogue_track(text) is
  'A track as published and as prepared: {id, state, published_at, archived_at, version, edited_at, edited_by, description, live, changes, modules}. Needs catalogue.manage. Code: track_not_found.';
comment on function public.list_catalogue_modules(text, text, jsonb, int) is
  'Modules by title: {rows, next, total, total_capped}; give next as p_after for the rows that follow. Needs catalogue.manage.';
comment on function public.get_catalogue_module(uuid) is
  'A module as published and as prepared: {id, state, published_at, archived_at, version, edited_at, edited_by, body, live, changes, video, pdf, tracks}. Needs catalogue.manage. Code: module_not_found.';

revoke execute on function
  private.catalogue_state(boolean, timestamptz, timestamptz, boolean), private.track_fields(public.tracks),
  private.module_fields(public.modules), private.draft_changes(text, text), private.draft_facts(text, text), private.media_facts(text),
  private.module_card(uuid), private.module_filter(text, text), private.module_pattern(text),
  private.find_catalogue_modules(text, text, jsonb, int), private.list_catalogue_tracks(text, text), private.get_catalogue_track(text),
  private.list_catalogue_modules(text, text, jsonb, int), private.get_catalogue_module(uuid),
  public.list_catalogue_tracks(text, text), public.get_catalogue_track(text), public.list_catalogue_modules(text, text, jsonb, int),
  public.get_catalogue_module(uuid)
from public, anon, authenticated, service_role;
grant execute on function
  private.list_catalogue_tracks(text, text), private.get_catalogue_track(text), private.list_catalogue_modules(text, text, jsonb, int),
  private.get_catalogue_module(uuid), public.list_catalogue_tracks(text, text), public.get_catalogue_track(text),
  public.list_catalogue_modules(text, text, jsonb, int), public.get_catalogue_module(uuid)
to authenticated;

-- Why: what editors write is checked field by field and kept as a draft. Learners see nothing of it.

create function private.clean_lines(p_value jsonb, p_most int) returns jsonb
  language sql immutable set search_path = ''
as $$
  select case when jsonb_typeof(p_value) = 'array' and jsonb_array_length(p_value) <= p_most
      and not exists (select from jsonb_array_elements(p_value) e
        where jsonb_typeof(e) <> 'string' or length(trim(e #>> '{}')) not between 1 and 200 or e #>> '{}' ~ '[[:cntrl:]]') then
    (select coalesce(jsonb_agg(trim(e.line) order by e.place), '[]')
     from jsonb_array_elements_text(p_value) with ordinality e(line, place)) end
$$;

-- A whole number in bounds, null for anything else.
create function private.clean_number(p_value jsonb, p_least int, p_most int) returns jsonb
  language sql immutable set search_path = ''
as $$
  select case when jsonb_typeof(p_value) = 'number' and p_value #>> '{}' ~ '^[0-9]{1,9}$' and (p_value #>> '{}')::int between p_least and p_most
    then p_value end
$$;

create function private.clean_line(p_value jsonb, p_least int, p_most int) returns jsonb
  language sql immutable set search_path = ''
as $$
  select case when jsonb_typeof(p_value) = 'string' and p_value #>> '{}' !~ '[[:cntrl:]]'
      and length(trim(p_value #>> '{}')) between p_least and p_most then to_jsonb(trim(p_value #>> '{}')) end
$$;

-- A document, or JSON null for none; SQL null when it must not be kept.
create function private.clean_document(p_value jsonb) returns jsonb
  language sql immutable set search_path = ''
as $$
  select case when p_value = 'null' then p_value
    when private.rich_text_fault(p_value) is null then case when trim(private.rich_text_plain(p_value), E' \n') = '' then 'null' else p_value end end
$$;

create function private.clean_module_ids(p_value jsonb) returns jsonb
  language sql stable set search_path = ''
as $$
  select case when jsonb_typeof(p_value) = 'array' and jsonb_array_length(p_value) <= 200
      and (select count(distinct m.id) from jsonb_array_elements_text(p_value) e join public.modules m on m.id::text = e)
        = jsonb_array_length(p_value) then p_value end
$$;

create function private.clean_media_path(p_value jsonb, p_kind text) returns jsonb
  language sql stable set search_path = ''
as $$
  select case
    when p_value = 'null' then p_value
    when jsonb_typeof(p_value) <> 'string' then null
    when p_kind = 'video' and length(p_value #>> '{}') <= 1000
      and p_value #>> '{}' ~ '^https://[^[:space:][:cntrl:]<>"''`\\/?#@:]+\.[^[:space:][:cntrl:]<>"''`\\/?#@:.]+(:[0-9]+)?/[^[:space:][:cntrl:]<>"''`\\]*$'
      then p_value
    when p_value #>> '{}' like 'modules/%' and exists (
      select from storage.objects o where o.bucket_id = 'course-media' and o.name = p_value #>> '{}'
        and o.name ~ case p_kind when 'video' then '\.(mp4|webm)$' else '\.pdf$' end) then p_value end
$$;

create function private.clean_catalogue_field(p_kind text, p_field text, p_value jsonb) returns jsonb
  language plpgsql stable set search_path = ''
as $$
declare
  v_clean jsonb := case p_kind || '.' || p_field
    when 'track.name' then private.clean_line(p_value, 2, 200)
    when 'track.tagline' then private.clean_line(p_value, 0, 200)
    when 'track.content' then private.clean_document(p_value)
    when 'track.color' then case when p_value #>> '{}' in ('', 'indigo', 'teal', 'grape', 'orange') then p_value end
    when 'track.icon' then case when p_value #>> '{}' in ('', 'bulb', 'code', 'compass', 'chart', 'certificate') then p_value end
    when 'track.duration_hours' then private.clean_number(p_value, 0, 2000)
    when 'track.price' then private.clean_number(p_value, 0, 100000000)
    when 'track.addon_price' then private.clean_number(p_value, 0, 100000000)
    when 'track.renewal_price' then private.clean_number(p_value, 0, 100000000)
    when 'track.passing_score' then private.clean_number(p_value, 1, 100)
    when 'track.target_audience' then private.clean_lines(p_value, 30)
    when 'track.prerequisites' then private.clean_lines(p_value, 30)
    when 'track.competencies' then private.clean_lines(p_value, 30)
    when 'track.validity_months' then private.clean_number(p_value, 1, 120)
    when 'track.access_months' then private.clean_number(p_value, 1, 120)
    when 'track.attempts_included' then private.clean_number(p_value, 0, 20)
    when 'track.exam_minutes' then private.clean_number(p_value, 5, 600)
    when 'track.cooldown_hours' then private.clean_number(p_value, 0, 2160)
    when 'track.modules' then private.clean_module_ids(p_value)
    when 'module.title' then private.clean_line(p_value, 2, 200)
    when 'module.description' then case when jsonb_typeof(p_value) = 'string' and length(p_value #>> '{}') <= 1000
      then to_jsonb(trim(p_value #>> '{}')) end
    when 'module.content' then private.clean_document(p_value)
    when 'module.duration_minutes' then private.clean_number(p_value, 0, 6000)
    when 'module.difficulty' then case when p_value #>> '{}' in ('beginner', 'intermediate', 'advanced') then p_value end
    when 'module.topics' then private.clean_lines(p_value, 30)
    when 'module.video_path' then private.clean_media_path(p_value, 'video')
    when 'module.video_seconds' then case when p_value = 'null' then p_value else private.clean_number(p_value, 1, 86400) end
    when 'module.pdf_path' then private.clean_media_path(p_value, 'pdf') end;
begin
  if v_clean is null then
    raise exception '%', 'invalid_' || p_field using detail = 'The field ' || p_field || ' cannot be kept like this.';
  end if;
  return v_clean;
end
$$;

-- Holds the row, so that saves and publishing come one after the other; enrolments and orders need not wait.
create function private.lock_track(p_track_id text) returns public.tracks
  language plpgsql set search_path = ''
as $$
declare
  v_track public.tracks;
begin
  select t.* into v_track from public.tracks t where t.id = p_track_id for no key update;
  if not found then
    raise exception 'track_not_found' using detail = 'There is no such track.';
  end if;
  return v_track;
end
$$;

create function private.lock_module(p_module_id uuid) returns public.modules
  language plpgsql set search_path = ''
as $$
declare
  v_module public.modules;
begin
  select m.* into v_module from public.modules m where m.id = p_module_id for no key update;
  if not found then
    raise exception 'module_not_found' using detail = 'There is no such module.';
  end if;
  return v_module;
end
$$;

create function private.require_version(p_kind text, p_id text, p_version int) returns void
  language plpgsql set search_path = ''
as $$
begin
  if p_version is distinct from
    coalesce((select d.version from private.catalogue_drafts d where d.kind = p_kind and d.subject_id = p_id), 0) then
    raise exception 'changed_meanwhile' using detail = 'Somebody else saved in between. Load the page again.';
  end if;
end
$$;

create function private.set_draft(p_kind text, p_id text, p_changes jsonb) returns void
  language sql set search_path = ''
as $$
  insert into private.catalogue_drafts as d (kind, subject_id, changes, edited_by) values (p_kind, p_id, p_changes, auth.uid())
  on conflict (kind, subject_id) do update
  set changes = excluded.changes, version = d.version + 1, edited_by = excluded.edited_by, edited_at = now()
$$;

-- Of what is kept, only what differs from what is published is a change.
create function private.keep_changes(p_kind text, p_id text, p_live jsonb, p_changes jsonb) returns jsonb
  language plpgsql set search_path = ''
as $$
declare
  v_field text;
  v_value jsonb;
  v_changes jsonb := private.draft_changes(p_kind, p_id);
begin
  if jsonb_typeof(p_changes) is distinct from 'object' then
    raise exception 'invalid_changes' using detail = 'An object of fields is needed.';
  end if;
  for v_field, v_value in select e.key, e.value from jsonb_each(p_changes) e loop
    if not p_live ? v_field then
      raise exception 'unknown_field' using detail = 'There is no such field to edit.';
    end if;
    v_changes := v_changes || jsonb_build_object(v_field, private.clean_catalogue_field(p_kind, v_field, v_value));
  end loop;
  select coalesce(jsonb_object_agg(e.key, e.value), '{}') into v_changes
  from jsonb_each(v_changes) e where e.value is distinct from p_live -> e.key;
  perform private.set_draft(p_kind, p_id, v_changes);
  return private.draft_facts(p_kind, p_id) || jsonb_build_object('changes', v_changes);
end
$$;

create function private.refuse_archived(p_kind text, p_state text) returns void
  language plpgsql set search_path = ''
as $$
begin
  if p_state = 'archived' then
    raise exception '%', p_kind || '_archived' using detail = 'Restore it first.';
  end if;
end
$$;

create function private.save_track_draft(p_track_id text, p_version int, p_changes jsonb) returns jsonb
  language plpgsql security definer set search_path = ''
as $$
declare
  v_track public.tracks;
begin
  perform private.require_any_permission('catalogue.manage');
  v_track := private.lock_track(p_track_id);
  perform private.refuse_archived('track', private.catalogue_state(v_track.active, v_track.published_at, v_track.archived_at, false));
  perform private.require_version('track', p_track_id, p_version);
  return private.keep_changes('track', p_track_id, private.track_fields(v_track), p_changes);
end
$$;

create function private.save_module_draft(p_module_id uuid, p_version int, p_changes jsonb) returns jsonb
  language plpgsql security definer set search_path = ''
as $$
declare
  v_module public.modules;
begin
  perform private.require_any_permission('catalogue.manage');
  v_module := private.lock_module(p_module_id);
  perform private.refuse_archived('module', private.catalogue_state(v_module.active, v_module.published_at, v_module.archived_at, false));
  perform private.require_version('module', p_module_id::text, p_version);
  return private.keep_changes('module', p_module_id::text, private.module_fields(v_module), p_changes);
end
$$;

create function private.discard_draft(p_kind text, p_id text, p_version int, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_changes jsonb;
begin
  perform private.require_any_permission('catalogue.manage');
  v_reason := private.clean_reason(p_reason);
  if p_kind = 'track' then
    perform private.lock_track(p_id);
  else
    perform private.lock_module(p_id::uuid);
  end if;
  perform private.require_version(p_kind, p_id, p_version);
  v_changes := private.draft_changes(p_kind, p_id);
  if v_changes = '{}' then
    raise exception 'nothing_to_discard' using detail = 'There are no changes.';
  end if;
  perform private.set_draft(p_kind, p_id, '{}');
  perform private.audit_act(p_kind || '.draft_discarded', p_kind, p_id, v_reason, v_changes, '{}');
end
$$;

create function private.clean_track_id(p_id text) returns text
  language plpgsql stable set search_path = ''
as $$
begin
  if coalesce(p_id, '') !~ '^[a-z0-9][a-z0-9-]{1,60}$' then
    raise exception 'invalid_id' using detail = 'Small letters, digits and hyphens, 2 to 61 of them.';
  end if;
  if exists (select from public.tracks t where t.id = p_id) then
    raise exception 'id_taken' using detail = 'There is a track with this id.';
  end if;
  return p_id;
end
$$;

-- A row that nobody but editors sees until it is published; all that is in it waits in its draft or is as it was copied.
create function private.create_track(p_id text, p_name text, p_copy_of text, p_reason text) returns text
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_id text;
  v_name text;
  v_from public.tracks;
  v_fields jsonb;
begin
  perform private.require_any_permission('catalogue.manage');
  v_reason := private.clean_reason(p_reason);
  v_id := private.clean_track_id(p_id);
  v_name := private.clean_catalogue_field('track', 'name', to_jsonb(coalesce(p_name, ''))) #>> '{}';
  if p_copy_of is not null then
    v_from := private.lock_track(p_copy_of);
    v_fields := private.track_fields(v_from) || private.draft_changes('track', p_copy_of);
  end if;
  insert into public.tracks (id, name, price, position, active, published_at)
  values (v_id, v_name, 0, (select coalesce(max(t.position), 0) + 1 from public.tracks t), false, null);
  if v_fields is not null then
    -- An old description in plain words is not lost: the copy begins with it as a document.
    if v_fields -> 'content' = 'null' and v_from.description <> '' then
      v_fields := v_fields || jsonb_build_object('content', private.document_of(v_from.description));
    end if;
    perform private.keep_changes('track', v_id, private.track_fields(t), v_fields - 'name') from public.tracks t where t.id = v_id;
  end if;
  perform private.audit_act(case when p_copy_of is null then 'track.created' else 'track.duplicated' end, 'track', v_id, v_reason,
    '{}', jsonb_strip_nulls(jsonb_build_object('name', v_name, 'copy_of', p_copy_of)));
  return v_id;
exception when unique_violation then
  raise exception 'id_taken' using detail = 'There is a track with this id.';
end
$$;

-- Plain words as a document, a paragraph for each block of lines.
create function private.document_of(p_text text) returns jsonb
  language sql immutable set search_path = ''
as $$
  select jsonb_build_object('type', 'doc', 'content', coalesce(jsonb_agg(jsonb_build_object('type', 'paragraph', 'content',
    jsonb_build_array(jsonb_build_object('type', 'text', 'text', trim(e.block)))) order by e.place), '[]'))
  from regexp_split_to_table(replace(p_text, E'\r', ''), '\n\s*\n') with ordinality e(block, place)
  where trim(e.block) <> ''
$$;

create function private.rename_track(p_track_id text, p_id text, p_reason text) returns text
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_track public.tracks;
begin
  perform private.require_any_permission('catalogue.manage');
  v_reason := private.clean_reason(p_reason);
  v_track := private.lock_track(p_track_id);
  if v_track.published_at is not null then
    raise exception 'id_is_fixed' using detail = 'The address of a published track stays.';
  end if;
  perform private.clean_track_id(p_id);
  v_track.id := p_id;
  insert into public.tracks select (v_track).*;
  update public.track_modules tm set track_id = p_id where tm.track_id = p_track_id;
  update public.mock_tests mt set track_id = p_id where mt.track_id = p_track_id;
  update private.catalogue_drafts d set subject_id = p_id where d.kind = 'track' and d.subject_id = p_track_id;
  delete from public.tracks t where t.id = p_track_id;
  perform private.audit_act('track.renamed', 'track', p_id, v_reason, jsonb_build_object('id', p_track_id), jsonb_build_object('id', p_id));
  return p_id;
exception when foreign_key_violation then
  raise exception 'track_in_use' using detail = 'Something refers to this track by its id.';
end
$$;

create function private.create_module(p_title text, p_track_id text, p_copy_of uuid, p_reason text) returns uuid
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_title text;
  v_id uuid := gen_random_uuid();
  v_track public.tracks;
  v_from public.modules;
  v_live jsonb;
  v_fields jsonb;
  v_body text := '';
begin
  perform private.require_any_permission('catalogue.manage');
  v_reason := private.clean_reason(p_reason);
  v_title := private.clean_catalogue_field('module', 'title', to_jsonb(coalesce(p_title, ''))) #>> '{}';
  if p_copy_of is not null then
    v_from := private.lock_module(p_copy_of);
    v_fields := private.module_fields(v_from) || private.draft_changes('module', p_copy_of::text);
    v_body := case when private.draft_changes('module', p_copy_of::text) ? 'content' then '' else v_from.body end;
  end if;
  -- A lesson in Markdown is copied as it is: the row is seen by nobody but editors.
  insert into public.modules (id, title, body, active, published_at) values (v_id, v_title, v_body, false, null);
  if v_fields is not null then
    perform private.keep_changes('module', v_id::text, private.module_fields(m),
      (select jsonb_object_agg(e.key, e.value) from jsonb_each(v_fields - 'title') e
        -- A file that is gone is not copied.
        where e.key not in ('video_path', 'pdf_path') or private.media_facts(e.value #>> '{}') ->> 'state' is distinct from 'missing'))
    from public.modules m where m.id = v_id;
  end if;
  if p_track_id is not null then
    v_track := private.lock_track(p_track_id);
    perform private.refuse_archived('track', private.catalogue_state(v_track.active, v_track.published_at, v_track.archived_at, false));
    v_live := private.track_fields(v_track);
    perform private.keep_changes('track', p_track_id, v_live, jsonb_build_object('modules',
      coalesce(private.draft_changes('track', p_track_id) -> 'modules', v_live -> 'modules') || to_jsonb(v_id)));
  end if;
  perform private.audit_act(case when p_copy_of is null then 'module.created' else 'module.duplicated' end, 'module', v_id::text, v_reason,
    '{}', jsonb_strip_nulls(jsonb_build_object('title', v_title, 'copy_of', p_copy_of, 'track', p_track_id)));
  return v_id;
end
$$;

create function private.record_media_check(p_path text, p_kind text, p_fault text) returns text
  language plpgsql security definer set search_path = ''
as $$
declare
  v_object storage.objects;
begin
  select o.* into v_object from storage.objects o where o.bucket_id = 'course-media' and o.name = p_path;
  if not found then
    raise exception 'file_not_found' using detail = 'There is no such file.';
  end if;
  insert into private.media_checks (object_id, name, kind, fault, bytes)
  values (v_object.id, p_path, p_kind, p_fault, coalesce((v_object.metadata ->> 'size')::bigint, 0))
  on conflict (object_id) do update
  set kind = excluded.kind, fault = excluded.fault, bytes = excluded.bytes, checked_at = now();
  return coalesce(p_fault, 'good');
end
$$;

create function public.save_track_draft(p_track_id text, p_version int, p_changes jsonb) returns jsonb
  language sql set search_path = ''
as $$ select private.save_track_draft(p_track_id, p_version, p_changes) $$;
create function public.save_module_draft(p_module_id uuid, p_version int, p_changes jsonb) returns jsonb
  language sql set search_path = ''
as $$ select private.save_module_draft(p_module_id, p_version, p_changes) $$;
create function public.discard_track_draft(p_track_id text, p_version int, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.discard_draft('track', p_track_id, p_version, p_reason) $$;
create function public.discard_module_draft(p_module_id uuid, p_version int, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.discard_draft('module', p_module_id::text, p_version, p_reason) $$;
create function public.create_track(p_id text, p_name text, p_reason text, p_copy_of text default null) returns text
  language sql set search_path = ''
as $$ select private.create_track(p_id, p_name, p_copy_of, p_reason) $$;
create function public.rename_track(p_track_id text, p_id text, p_reason text) returns text
  language sql set search_path = ''
as $$ select private.rename_track(p_track_id, p_id, p_reason) $$;
create function public.create_module(p_title text, p_reason text, p_track_id text default null, p_copy_of uuid default null) returns uuid
  language sql set search_path = ''
as $$ select private.create_module(p_title, p_track_id, p_copy_of, p_reason) $$;
create function public.system_record_media_check(p_path text, p_kind text, p_fault text) returns text
  language sql security definer set search_path = ''
as $$ select private.record_media_check(p_path, p_kind, p_fault) $$;

comment on function public.save_track_draft(text, int, jsonb) is
  'Keeps changed fields of a track as a draft that learners do not see: {version, edited_at, edited_by, changes}. p_version is the one that was read. Needs catalogue.manage. Codes: track_not_found, track_archived, changed_meanwhile, invalid_changes, unknown_field, invalid_<field>.';
comment on function public.save_module_draft(uuid, int, jsonb) is
  'Keeps changed fields of a module as a draft that learners do not see: {version, edited_at, edited_by, changes}. Needs catalogue.manage. Codes: module_not_found, module_archived, changed_meanwhile, invalid_changes, unknown_field, invalid_<field>.';
comment on function public.discard_track_draft(text, int, text) is
  'Forgets the changes of a track that are not published. Needs catalogue.manage. Codes: track_not_found, changed_meanwhile, nothing_to_discard, reason_needed.';
comment on function public.discard_module_draft(uuid, int, text) is
  'Forgets the changes of a module that are not published. Needs catalogue.manage. Codes: module_not_found, changed_meanwhile, nothing_to_discard, reason_needed.';
comment on function public.create_track(text, text, text, text) is
  'Begins a track, empty or as a copy; nobody but editors sees it until it is published. Answers its id. Needs catalogue.manage. Codes: invalid_id, id_taken, invalid_name, track_not_found, reason_needed.';
comment on function public.rename_track(text, text, text) is
  'Gives a track that was never published another id. Needs catalogue.manage. Codes: track_not_found, id_is_fixed, invalid_id, id_taken, track_in_use, reason_needed.';
comment on function public.create_module(text, text, text, uuid) is
  'Begins a module, empty or as a copy, and puts it at the end of a track''s draft when one is named. Answers its id. Needs catalogue.manage. Codes: invalid_title, module_not_found, track_not_found, track_archived, reason_needed.';

revoke execute on function
  private.clean_lines(jsonb, int), private.clean_number(jsonb, int, int), private.clean_line(jsonb, int, int), private.clean_document(jsonb),
  private.clean_module_ids(jsonb), private.clean_media_path(jsonb, text), private.clean_catalogue_field(text, text, jsonb),
  private.lock_track(text), private.lock_module(uuid), private.require_version(text, text, int), private.set_draft(text, text, jsonb),
  private.keep_changes(text, text, jsonb, jsonb), private.refuse_archived(text, text), private.save_track_draft(text, int, jsonb),
  private.save_module_draft(uuid, int, jsonb), private.discard_draft(text, text, int, text), private.clean_track_id(text),
  private.create_track(text, text, text, text), private.document_of(text), private.rename_track(text, text, text),
  private.create_module(text, text, uuid, text), private.record_media_check(text, text, text),
  public.save_track_draft(text, int, jsonb), public.save_module_draft(uuid, int, jsonb), public.discard_track_draft(text, int, text),
  public.discard_module_draft(uuid, int, text), public.create_track(text, text, text, text), public.rename_track(text, text, text),
  public.create_module(text, text, text, uuid), public.system_record_media_check(text, text, text)
from public, anon, authenticated, service_role;
grant execute on function
  private.save_track_draft(text, int, jsonb), private.save_module_draft(uuid, int, jsonb), private.discard_draft(text, text, int, text),
  private.create_track(text, text, text, text), private.rename_track(text, text, text), private.create_module(text, text, uuid, text),
  public.save_track_draft(text, int, jsonb), public.save_module_draft(uuid, int, jsonb), public.discard_track_draft(text, int, text),
  public.discard_module_draft(uuid, int, text), public.create_track(text, text, text, text), public.rename_track(text, text, text),
  public.create_module(text, text, text, uuid)
to authenticated;
grant execute on function public.system_record_media_check(text, text, text) to service_role;

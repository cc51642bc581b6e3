-- Why: a draft becomes what learners see in one transaction, by a person who says why; taking a track or module off is the same kind of act.

-- A file goes out only after the server looked into it, or when it is out already.
create function private.require_checked_media(p_path text, p_kind text) returns void
  language plpgsql set search_path = ''
as $$
declare
  v_state text := private.media_facts(p_path) ->> 'state';
begin
  if v_state in ('missing', 'refused', 'unchecked') then
    raise exception '%', p_kind || '_' || v_state using detail = 'The file is not in order. Upload it again.';
  end if;
end
$$;

create function private.publish_track(p_track_id text, p_version int, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_track public.tracks;
  v_live jsonb;
  v_changes jsonb;
  v_modules uuid[];
begin
  perform private.require_any_permission('catalogue.manage');
  v_reason := private.clean_reason(p_reason);
  v_track := private.lock_track(p_track_id);
  perform private.refuse_archived('track', private.catalogue_state(v_track.active, v_track.published_at, v_track.archived_at, false));
  perform private.require_version('track', p_track_id, p_version);
  v_live := private.track_fields(v_track);
  v_changes := private.draft_changes('track', p_track_id);
  if v_changes = '{}' and v_track.published_at is not null then
    raise exception 'nothing_to_publish' using detail = 'There are no changes.';
  end if;
  select coalesce(array_agg(e.id::uuid), '{}') into v_modules from jsonb_array_elements_text((v_live || v_changes) -> 'modules') e(id);
  if exists (select from public.modules m where m.id = any (v_modules) and m.published_at is null) then
    raise exception 'modules_unpublished' using detail = 'Publish the modules of the track first, or take them out.';
  end if;
  if not exists (select from public.modules m where m.id = any (v_modules) and m.active) then
    raise exception 'modules_needed' using detail = 'A track needs a published module.';
  end if;

  update public.tracks t set name = r.name, tagline = r.tagline, content = r.content, color = r.color, icon = r.icon,
    duration_hours = r.duration_hours, price = r.price, addon_price = r.addon_price, renewal_price = r.renewal_price,
    passing_score = r.passing_score, target_audience = r.target_audience, prerequisites = r.prerequisites, competencies = r.competencies,
    validity_months = r.validity_months, access_months = r.access_months, attempts_included = r.attempts_included,
    exam_minutes = r.exam_minutes, cooldown_hours = r.cooldown_hours,
    description = case when v_changes ? 'content' then coalesce(private.rich_text_plain(r.content), '') else t.description end,
    active = true, published_at = coalesce(t.published_at, now())
  from jsonb_populate_record(v_track, v_changes - 'modules') r where t.id = p_track_id;
  if v_changes ? 'modules' then
    delete from public.track_modules tm where tm.track_id = p_track_id and tm.module_id <> all (v_modules);
    insert into public.track_modules (track_id, module_id, position)
    select p_track_id, e.id, e.place from unnest(v_modules) with ordinality e(id, place)
    on conflict (track_id, module_id) do update set position = excluded.position;
  end if;
  perform private.set_draft('track', p_track_id, '{}');
  perform private.audit_act('track.published', 'track', p_track_id, v_reason,
    v_live || jsonb_build_object('active', v_track.active), v_live || v_changes || jsonb_build_object('active', true));
end
$$;

create function private.publish_module(p_module_id uuid, p_version int, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_module public.modules;
  v_live jsonb;
  v_changes jsonb;
begin
  perform private.require_any_permission('catalogue.manage');
  v_reason := private.clean_reason(p_reason);
  v_module := private.lock_module(p_module_id);
  perform private.refuse_archived('module', private.catalogue_state(v_module.active, v_module.published_at, v_module.archived_at, false));
  perform private.require_version('module', p_module_id::text, p_version);
  v_live := private.module_fields(v_module);
  v_changes := private.draft_changes('module', p_module_id::text);
  if v_changes = '{}' and v_module.published_at is not null then
    raise exception 'nothing_to_publish' using detail = 'There are no changes.';
  end if;
  perform private.require_checked_media((v_live || v_changes) ->> 'video_path', 'video');
  perform private.require_checked_media((v_live || v_changes) ->> 'pdf_path', 'pdf');

  update public.modules m set title = r.title, description = r.description, content = r.content, duration_minutes = r.duration_minutes,
    difficulty = r.difficulty, topics = r.topics, video_path = r.video_path, video_seconds = r.video_seconds, pdf_path = r.pdf_path,
    body = case when v_changes ? 'content' then '' else m.body end, active = true, published_at = coalesce(m.published_at, now())
  from jsonb_populate_record(v_module, v_changes) r where m.id = p_module_id;
  perform private.set_draft('module', p_module_id::text, '{}');
  perform private.audit_act('module.published', 'module', p_module_id::text, v_reason,
    v_live || jsonb_build_object('active', v_module.active), v_live || v_changes || jsonb_build_object('active', true));
end
$$;

create function private.archive_track(p_track_id text, p_archived boolean, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_track public.tracks;
  v_state text;
begin
  perform private.require_any_permission('catalogue.manage');
  v_reason := private.clean_reason(p_reason);
  v_track := private.lock_track(p_track_id);
  v_state := private.catalogue_state(v_track.active, v_track.published_at, v_track.archived_at, false);
  if (v_state = 'archived') = p_archived then
    raise exception 'changed_meanwhile' using detail = 'It is so already.';
  end if;
  update public.tracks t set archived_at = case when p_archived then now() end, active = not p_archived and t.published_at is not null
  where t.id = p_track_id;
  perform private.audit_act(case when p_archived then 'track.archived' else 'track.restored' end, 'track', p_track_id, v_reason,
    jsonb_build_object('archived', not p_archived), jsonb_build_object('archived', p_archived));
end
$$;

create function private.archive_module(p_module_id uuid, p_archived boolean, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_module public.modules;
  v_state text;
begin
  perform private.require_any_permission('catalogue.manage');
  v_reason := private.clean_reason(p_reason);
  v_module := private.lock_module(p_module_id);
  v_state := private.catalogue_state(v_module.active, v_module.published_at, v_module.archived_at, false);
  if (v_state = 'archived') = p_archived then
    raise exception 'changed_meanwhile' using detail = 'It is so already.';
  end if;
  update public.modules m set archived_at = case when p_archived then now() end, active = not p_archived and m.published_at is not null
  where m.id = p_module_id;
  perform private.audit_act(case when p_archived then 'module.archived' else 'module.restored' end, 'module', p_module_id::text, v_reason,
    jsonb_build_object('archived', not p_archived), jsonb_build_object('archived', p_archived));
end
$$;

-- Every track has its place; an order that leaves one out was made over an old list.
create function private.order_tracks(p_ids text[], p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_before jsonb;
begin
  perform private.require_any_permission('catalogue.manage');
  v_reason := private.clean_reason(p_reason);
  perform t.id from public.tracks t order by t.id for no key update;
  select jsonb_agg(t.id order by t.position, t.name, t.id) into v_before from public.tracks t;
  if (select array_agg(e order by e) from unnest(p_ids) e) is distinct from (select array_agg(t.id order by t.id) from public.tracks t) then
    raise exception 'changed_meanwhile' using detail = 'The list of tracks has changed. Load it again.';
  end if;
  update public.tracks t set position = e.place from unnest(p_ids) with ordinality e(id, place)
  where t.id = e.id and t.position <> e.place;
  perform private.audit_act('tracks.ordered', 'catalogue', 'tracks', v_reason,
    jsonb_build_object('order', v_before), jsonb_build_object('order', to_jsonb(p_ids)));
end
$$;

create function public.publish_track(p_track_id text, p_version int, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.publish_track(p_track_id, p_version, p_reason) $$;
create function public.publish_module(p_module_id uuid, p_version int, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.publish_module(p_module_id, p_version, p_reason) $$;
create function public.archive_track(p_track_id text, p_archived boolean, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.archive_track(p_track_id, p_archived, p_reason) $$;
create function public.archive_module(p_module_id uuid, p_archived boolean, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.archive_module(p_module_id, p_archived, p_reason) $$;
create function public.order_tracks(p_ids text[], p_reason text) returns void
  language sql set search_path = ''
as $$ select private.order_tracks(p_ids, p_reason) $$;

comment on function public.publish_track(text, int, text) is
  'Makes the draft of a track what everybody sees, at once; a new track becomes visible. Needs catalogue.manage. Codes: track_not_found, track_archived, changed_meanwhile, nothing_to_publish, modules_unpublished, modules_needed, reason_needed.';
comment on function public.publish_module(uuid, int, text) is
  'Makes the draft of a module what its learners see, at once. Needs catalogue.manage. Codes: module_not_found, module_archived, changed_meanwhile, nothing_to_publish, reason_needed, and video_ or pdf_ with missing, refused, unchecked.';
comment on function public.archive_track(text, boolean, text) is
  'Takes a track off the market, or puts it back; who is enrolled keeps it. Needs catalogue.manage. Codes: track_not_found, changed_meanwhile, reason_needed.';
comment on function public.archive_module(uuid, boolean, text) is
  'Takes a module out of every course, or puts it back. Needs catalogue.manage. Codes: module_not_found, changed_meanwhile, reason_needed.';
comment on function public.order_tracks(text[], text) is
  'Puts all tracks, archived ones too, in this order. Needs catalogue.manage. Codes: changed_meanwhile, reason_needed.';

revoke execute on function
  private.require_checked_media(text, text), private.publish_track(text, int, text), private.publish_module(uuid, int, text),
  private.archive_track(text, boolean, text), private.archive_module(uuid, boolean, text), private.order_tracks(text[], text),
  public.publish_track(text, int, text), public.publish_module(uuid, int, text), public.archive_track(text, boolean, text),
  public.archive_module(uuid, boolean, text), public.order_tracks(text[], text)
from public, anon, authenticated, service_role;
grant execute on function
  private.publish_track(text, int, text), private.publish_module(uuid, int, text), private.archive_track(text, boolean, text),
  private.archive_module(uuid, boolean, text), private.order_tracks(text[], text),
  public.publish_track(text, int, text), public.publish_module(uuid, int, text), public.archive_track(text, boolean, text),
  public.archive_module(uuid, boolean, text), public.order_tracks(text[], text)
to authenticated;

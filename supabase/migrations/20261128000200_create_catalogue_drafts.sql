-- Why: editors prepare a track or a module while learners go on with what is published. The public tables hold only what is published; what is
-- being edited lies in private and reaches them in one transaction.

alter table public.tracks
  add column published_at timestamptz default now(),
  add column archived_at timestamptz;
alter table public.modules
  add column published_at timestamptz default now(),
  add column archived_at timestamptz;
update public.tracks set archived_at = now() where not active;
update public.modules set archived_at = now() where not active;
-- What was never published or is archived is open to nobody.
alter table public.tracks add constraint tracks_active_when_published check (not active or published_at is not null);
alter table public.modules add constraint modules_active_when_published check (not active or published_at is not null);
comment on column public.tracks.published_at is 'When it was first published. Null: it is being prepared, and nobody but its editors sees it.';
comment on column public.modules.published_at is 'When it was first published. Null: it is being prepared, and nobody but its editors sees it.';

create index modules_title_idx on public.modules (lower(title), id);
create index modules_title_prefix_idx on public.modules (lower(title) text_pattern_ops);
create index modules_title_search_idx on public.modules using gin (lower(title) extensions.gin_trgm_ops);
create index modules_prepared_idx on public.modules (lower(title), id) where published_at is null and archived_at is null;
create index modules_archived_idx on public.modules (lower(title), id) where archived_at is not null or (not active and published_at is not null);
create index modules_video_path_idx on public.modules (video_path) where video_path is not null;
create index modules_pdf_path_idx on public.modules (pdf_path) where pdf_path is not null;

create table private.catalogue_drafts (
  kind text not null check (kind in ('track', 'module')),
  subject_id text not null,
  changes jsonb not null default '{}' check (jsonb_typeof(changes) = 'object'),
  version int not null default 1,
  edited_by uuid references public.profiles (user_id) on delete set null,
  edited_at timestamptz not null default now(),
  primary key (kind, subject_id)
);
comment on table private.catalogue_drafts is
  'What editors changed of a track or a module and did not publish yet: only the fields that differ. version grows with each save, so that nobody overwrites what they have not seen.';
create index catalogue_drafts_edited_by_idx on private.catalogue_drafts (edited_by);
create index catalogue_drafts_changed_idx on private.catalogue_drafts (kind, subject_id) where changes <> '{}';

create table private.media_checks (
  object_id uuid primary key,
  name text not null,
  kind text not null check (kind in ('video', 'pdf')),
  fault text check (fault in ('wrong_content', 'empty')),
  bytes bigint not null check (bytes >= 0),
  checked_at timestamptz not null default now()
);
comment on table private.media_checks is
  'What the server found when it read the first bytes of an uploaded file; fault is null for a good one. By the object''s id, so that another file under the same name counts as unchecked.';

revoke all on private.catalogue_drafts, private.media_checks from public, anon, authenticated, service_role;

create function private.refuse_unpublished_track() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  if exists (select from public.tracks t where t.id = new.track_id and t.published_at is null) then
    raise exception 'track_not_found' using detail = 'There is no such track.';
  end if;
  return new;
end
$$;
comment on function private.refuse_unpublished_track() is 'Trigger: nobody is enrolled in a track that was never published, and no seats of one are sold.';
create trigger refuse_unpublished_track before insert or update of track_id on public.enrolments
  for each row execute function private.refuse_unpublished_track();
-- Seats become enrolments when their student's address is confirmed; that must not be what fails.
create trigger refuse_unpublished_track before insert or update of track_id on public.institution_seats
  for each row execute function private.refuse_unpublished_track();

-- A file opens with what is published, not with its folder: what an editor has only uploaded is not out.
create function private.my_media() returns setof text
  language plpgsql stable security definer set search_path = '' rows 60
as $$
begin
  return query
    select unnest(array[m.video_path, m.pdf_path, regexp_replace(m.video_path, '[^/]+$', 'captions.vtt')])
    from public.modules m
    where m.id = any (array(select private.my_modules()));
end
$$;
comment on function private.my_media() is
  'Files of course-media that the signed-in person may open now as a learner. Write name = any (array(select private.my_media())).';

drop policy "people read own files and files of their modules, managers their imports, staff what a permission opens" on storage.objects;
create policy "people read own files and files of their modules, managers their imports, staff what a permission opens" on storage.objects
  for select to authenticated
  using (
    (
      bucket_id in ('avatars', 'identity-documents', 'certificates')
      and split_part(name, '/', 1) = (select private.current_person())::text
    )
    or (bucket_id = 'course-media' and name = any (array(select private.my_media())))
    or (bucket_id = 'imports' and split_part(name, '/', 1) = any (array(select private.my_institutions())::text[]))
    or (bucket_id = 'course-media' and (select private.has_permission('catalogue.manage')))
    or (bucket_id = 'identity-documents' and (select private.has_permission('identity.review')))
    or (bucket_id = 'certificates' and (select private.has_permission('certificates.read')))
    or (bucket_id = 'imports' and (select private.has_permission('institutions.read')))
  );

-- Course media is never replaced in place: that would change what learners see without publishing, and after the server's check.
drop policy "people upload to own folders, managers imports, staff with catalogue.manage course media" on storage.objects;
create policy "people upload to own folders, managers imports, staff with catalogue.manage course media" on storage.objects
  for insert to authenticated
  with check (
    (
      bucket_id in ('avatars', 'identity-documents')
      and split_part(name, '/', 1) = (select private.current_person())::text
    )
    or (
      bucket_id = 'imports' and split_part(name, '/', 1) = any (array(select private.my_institutions())::text[])
      and split_part(name, '/', 2) = (select private.current_person())::text
    )
    or (
      bucket_id = 'course-media' and (select private.has_permission('catalogue.manage'))
      and name ~ '^modules/[0-9a-f-]{36}/[0-9a-f-]{36}/(video\.mp4|video\.webm|notes\.pdf|captions\.vtt)$'
    )
  );
drop policy "people replace own avatars, staff with catalogue.manage course media" on storage.objects;
create policy "people replace own avatars" on storage.objects
  for update to authenticated
  using (bucket_id = 'avatars' and split_part(name, '/', 1) = (select private.current_person())::text)
  with check (bucket_id = 'avatars' and split_part(name, '/', 1) = (select private.current_person())::text);
drop policy "people remove own avatars, staff with catalogue.manage course media" on storage.objects;
create policy "people remove own avatars, staff with catalogue.manage unused course media" on storage.objects
  for delete to authenticated
  using (
    (bucket_id = 'avatars' and split_part(name, '/', 1) = (select private.current_person())::text)
    or (
      bucket_id = 'course-media' and (select private.has_permission('catalogue.manage'))
      and not exists (select from public.modules m where m.video_path = objects.name or m.pdf_path = objects.name)
    )
  );

revoke execute on function private.refuse_unpublished_track(), private.my_media() from public, anon, authenticated, service_role;
grant execute on function private.my_media() to authenticated;

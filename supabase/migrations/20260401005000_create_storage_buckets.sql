-- Why: files. Every bucket is private; a file opens to the person whose folder it is in, to learners of its module, or to
-- staff with the permission. Sizes and types are refused by Storage itself.

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types) values
  ('course-media', 'course-media', false, 524288000, array['video/mp4', 'video/webm', 'application/pdf', 'text/vtt', 'image/png', 'image/jpeg', 'image/webp']),
  ('identity-documents', 'identity-documents', false, 10485760, array['image/png', 'image/jpeg', 'image/webp', 'application/pdf']),
  ('certificates', 'certificates', false, 10485760, array['application/pdf']),
  ('avatars', 'avatars', false, 2097152, array['image/png', 'image/jpeg', 'image/webp'])
on conflict (id) do update set
  public = excluded.public, file_size_limit = excluded.file_size_limit, allowed_mime_types = excluded.allowed_mime_types;

create policy "people read own files and files of their modules, staff what a permission opens" on storage.objects
  for select to authenticated
  using (
    (
      bucket_id in ('avatars', 'identity-documents', 'certificates')
      and split_part(name, '/', 1) = (select private.current_person())::text
    )
    or (
      bucket_id = 'course-media' and split_part(name, '/', 1) = 'modules'
      and split_part(name, '/', 2) = any (array(select private.my_modules())::text[])
    )
    or (bucket_id = 'course-media' and (select private.has_permission('catalogue.manage')))
    or (bucket_id = 'identity-documents' and (select private.has_permission('identity.review')))
    or (bucket_id = 'certificates' and (select private.has_permission('certificates.read')))
  );

-- Nobody uploads certificates but the server. A handed-in identity document is neither replaced nor removed.
create policy "people upload to own folders, staff with catalogue.manage course media" on storage.objects
  for insert to authenticated
  with check (
    (
      bucket_id in ('avatars', 'identity-documents')
      and split_part(name, '/', 1) = (select private.current_person())::text
    )
    or (bucket_id = 'course-media' and (select private.has_permission('catalogue.manage')))
  );
create policy "people replace own avatars, staff with catalogue.manage course media" on storage.objects
  for update to authenticated
  using (
    (bucket_id = 'avatars' and split_part(name, '/', 1) = (select private.current_person())::text)
    or (bucket_id = 'course-media' and (select private.has_permission('catalogue.manage')))
  )
  with check (
    (bucket_id = 'avatars' and split_part(name, '/', 1) = (select private.current_person())::text)
    or (bucket_id = 'course-media' and (select private.has_permission('catalogue.manage')))
  );
create policy "people remove own avatars, staff with catalogue.manage course media" on storage.objects
  for delete to authenticated
  using (
    (bucket_id = 'avatars' and split_part(name, '/', 1) = (select private.current_person())::text)
    or (bucket_id = 'course-media' and (select private.has_permission('catalogue.manage')))
  );

-- Why: an exam needs a known person. A learner hands in a document; only staff decide on it.

create table public.identity_verifications (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid() references public.profiles (user_id) on delete cascade,
  document_path text not null,
  document_kind text not null check (length(document_kind) between 1 and 60),
  status public.identity_status not null default 'pending',
  reviewed_by uuid references public.profiles (user_id) on delete set null,
  reviewed_at timestamptz,
  note text check (length(note) <= 1000),
  created_at timestamptz not null default now(),
  constraint identity_verifications_own_folder
    check (starts_with(document_path, user_id::text || '/') and length(document_path) <= 400)
);
comment on table public.identity_verifications is
  'Identity documents handed in. The newest row of a person counts; pending and verified both let the person sit an exam.';
comment on column public.identity_verifications.document_path is 'Path in the bucket identity-documents, inside the person''s own folder.';

create index identity_verifications_user_id_idx on public.identity_verifications (user_id, created_at desc);
create index identity_verifications_reviewed_by_idx on public.identity_verifications (reviewed_by);
create index identity_verifications_pending_idx on public.identity_verifications (created_at) where status = 'pending';

alter table public.identity_verifications enable row level security;
grant select on public.identity_verifications to authenticated;
grant insert (user_id, document_path, document_kind) on public.identity_verifications to authenticated;
grant select, insert, update, delete on public.identity_verifications to service_role;

create policy "people read their own documents, staff with identity.review all" on public.identity_verifications
  for select to authenticated
  using (user_id = (select private.current_person()) or (select private.has_permission('identity.review')));
create policy "people hand in their own documents" on public.identity_verifications
  for insert to authenticated
  with check (user_id = (select private.current_person()));

-- What a person hands in has to be there, and has to be checked against a name. For others' rows the policy speaks.
create function private.check_handed_in_document() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  if new.user_id is distinct from private.current_person() or not starts_with(new.document_path, new.user_id::text || '/') then
    return new;
  end if;
  if exists (select 1 from public.profiles p where p.user_id = new.user_id and trim(p.full_name) = '') then
    raise exception using errcode = 'P0001', message = 'name_missing',
      detail = 'Put your full name into your profile first: the document is checked against it.';
  end if;
  if not exists (
    select 1 from storage.objects o where o.bucket_id = 'identity-documents' and o.name = new.document_path
  ) then
    raise exception using errcode = 'P0001', message = 'document_missing', detail = 'There is no such file; upload it first.';
  end if;
  return new;
end
$$;
comment on function private.check_handed_in_document() is
  'Trigger: a person can only hand in a file that was uploaded, and needs a name for it to be checked against.';
create trigger check_handed_in_document before insert on public.identity_verifications
  for each row execute function private.check_handed_in_document();

-- The name on a certificate is the one that the document and the proctor were shown, not one put in afterwards.
create function private.keep_checked_name() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  if new.user_id = (select auth.uid()) and (
    (select i.status from public.identity_verifications i
     where i.user_id = new.user_id order by i.created_at desc, i.id desc limit 1) in ('pending', 'verified')
    or exists (select 1 from public.exam_sessions s
      where s.user_id = new.user_id and s.status in ('scheduled', 'ready', 'started', 'submitted', 'review'))
  ) then
    raise exception using errcode = 'P0001', message = 'name_fixed',
      detail = 'Your identity document was handed in under this name. Ask support to correct it.';
  end if;
  return new;
end
$$;
comment on function private.keep_checked_name() is
  'Trigger: once a document is handed in or an exam is booked, a person no longer changes the own name; staff may.';
create trigger keep_checked_name before update of full_name on public.profiles
  for each row when (new.full_name is distinct from old.full_name)
  execute function private.keep_checked_name();

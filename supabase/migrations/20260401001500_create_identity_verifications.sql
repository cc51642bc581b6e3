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

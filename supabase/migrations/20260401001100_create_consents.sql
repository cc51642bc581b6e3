-- Why: the law asks for a record of what a person agreed to, in which wording, and when. Written once, at sign-up.

create table public.consents (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.profiles (user_id) on delete cascade,
  document text not null check (document in ('terms', 'privacy')),
  version text not null check (length(version) between 1 and 40),
  accepted_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  unique (user_id, document, version)
);
comment on table public.consents is 'Which version of the terms and of the privacy notice a person accepted, and when.';

alter table public.consents enable row level security;
grant select on public.consents to authenticated;
grant select, insert on public.consents to service_role;

create policy "people read their own consents, staff with users.read all" on public.consents
  for select to authenticated
  using (user_id = (select private.current_person()) or (select private.has_permission('users.read')));

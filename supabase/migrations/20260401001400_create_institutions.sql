-- Why: universities, schools and organisations follow their students. A manager sees the own institution and no other.

create table public.institutions (
  id uuid primary key default gen_random_uuid(),
  kind public.institution_kind not null,
  name text not null check (length(name) between 1 and 200),
  contact_name text not null default '',
  contact_email text not null default '',
  contact_phone text,
  address text,
  state text check (state ~ '^[0-9]{2}$'),
  gstin text check (length(gstin) = 15),
  seats integer not null default 0 check (seats >= 0),
  status public.account_status not null default 'active',
  created_at timestamptz not null default now()
);
comment on table public.institutions is 'Partner universities, schools and organisations.';
comment on column public.institutions.state is 'Two-digit GST state code.';
create index institutions_name_idx on public.institutions (lower(name));

create table public.institution_managers (
  institution_id uuid not null references public.institutions (id) on delete cascade,
  user_id uuid not null references public.profiles (user_id) on delete cascade,
  added_at timestamptz not null default now(),
  primary key (institution_id, user_id)
);
comment on table public.institution_managers is 'Who acts for an institution.';
create index institution_managers_user_id_idx on public.institution_managers (user_id);

alter table public.institutions enable row level security;
alter table public.institution_managers enable row level security;
grant select on public.institutions, public.institution_managers to authenticated;
grant select, insert, update, delete on public.institutions, public.institution_managers to service_role;

create policy "managers read their institutions, staff with institutions.read all" on public.institutions
  for select to authenticated
  using (id = any (array(select private.my_institutions())) or (select private.has_permission('institutions.read')));
create policy "managers read who manages with them, staff with institutions.read all" on public.institution_managers
  for select to authenticated
  using (
    institution_id = any (array(select private.my_institutions()))
    or (select private.has_permission('institutions.read'))
  );

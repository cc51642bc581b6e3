-- Why: what the product knows of a person beside the login. Kind and status are never the person's own to change.

create table public.profiles (
  user_id uuid primary key references auth.users (id) on delete cascade,
  email text not null,
  full_name text not null default '' check (length(full_name) <= 200),
  phone text check (length(phone) <= 40),
  organization text check (length(organization) <= 200),
  designation text check (length(designation) <= 200),
  location text check (length(location) <= 200),
  bio text check (length(bio) <= 2000),
  photo_path text check (starts_with(photo_path, user_id::text || '/') and length(photo_path) <= 400),
  kind public.person_kind not null default 'learner',
  status public.account_status not null default 'active',
  joined_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.profiles is 'One row per account: name, contact, kind and status.';
comment on column public.profiles.email is 'Copy of the login e-mail, kept by a trigger; change it through Auth.';
comment on column public.profiles.photo_path is 'Path in the bucket avatars, inside the person''s own folder.';

create index profiles_email_idx on public.profiles (lower(email));
create index profiles_joined_at_idx on public.profiles (joined_at desc);

alter table public.profiles enable row level security;
grant select on public.profiles to authenticated;
grant update (full_name, phone, organization, designation, location, bio, photo_path) on public.profiles to authenticated;
grant select, insert, update, delete on public.profiles to service_role;

create policy "people read their own profile, staff with users.read all" on public.profiles
  for select to authenticated
  using (user_id = (select private.current_person()) or (select private.has_permission('users.read')));

create policy "people edit their own profile" on public.profiles
  for update to authenticated
  using (user_id = (select private.current_person()))
  with check (user_id = (select private.current_person()));

create trigger profiles_touch_updated_at before update on public.profiles
  for each row execute function private.touch_updated_at();

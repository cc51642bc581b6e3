-- Why: staff rights are roles made of permissions, kept in tables. The API can read them; it cannot write them.

create table public.permissions (
  id text primary key check (id ~ '^[a-z]+\.[a-z]+$'),
  description text not null,
  created_at timestamptz not null default now()
);
comment on table public.permissions is 'Everything that a member of staff can be allowed to do.';

create table public.roles (
  id text primary key check (id ~ '^[a-z][a-z0-9-]{1,60}$'),
  name text not null,
  description text not null default '',
  system boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table public.roles is 'Named bundles of permissions. System roles come with the product.';

create table public.role_permissions (
  role_id text not null references public.roles (id) on delete cascade,
  permission_id text not null references public.permissions (id) on delete cascade,
  created_at timestamptz not null default now(),
  primary key (role_id, permission_id)
);
comment on table public.role_permissions is 'Which permissions a role holds.';
create index role_permissions_permission_id_idx on public.role_permissions (permission_id);

create table public.staff_roles (
  user_id uuid not null references public.profiles (user_id) on delete cascade,
  role_id text not null references public.roles (id),
  granted_by uuid references public.profiles (user_id) on delete set null,
  granted_at timestamptz not null default now(),
  primary key (user_id, role_id)
);
comment on table public.staff_roles is 'Which roles a member of staff holds, and who gave them.';
create index staff_roles_role_id_idx on public.staff_roles (role_id);
create index staff_roles_granted_by_idx on public.staff_roles (granted_by);

alter table public.permissions enable row level security;
alter table public.roles enable row level security;
alter table public.role_permissions enable row level security;
alter table public.staff_roles enable row level security;

grant select on public.permissions, public.roles, public.role_permissions, public.staff_roles to authenticated;
grant select on public.permissions, public.roles, public.role_permissions, public.staff_roles to service_role;

create policy "staff with roles.manage read permissions" on public.permissions
  for select to authenticated using ((select private.has_permission('roles.manage')));
create policy "staff with roles.manage read roles" on public.roles
  for select to authenticated using ((select private.has_permission('roles.manage')));
create policy "staff with roles.manage read what roles hold" on public.role_permissions
  for select to authenticated using ((select private.has_permission('roles.manage')));
create policy "staff read their own roles, with roles.manage everybody's" on public.staff_roles
  for select to authenticated
  using (user_id = (select private.current_person()) or (select private.has_permission('roles.manage')));

-- Somebody must always be able to give rights back.
create function private.keep_last_super_admin() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  -- One at a time: two removals that each see the other's row would leave nobody.
  perform 1 from public.roles where id = 'super-admin' for update;
  if not exists (
    select 1 from public.staff_roles sr join public.profiles p on p.user_id = sr.user_id
    where sr.role_id = 'super-admin' and p.status = 'active'
  ) then
    raise exception using errcode = 'P0001', message = 'last_super_admin',
      detail = 'The last active super-admin cannot be removed.';
  end if;
  return null;
end
$$;
comment on function private.keep_last_super_admin() is
  'Trigger: refuses to remove, move or suspend the last active super-admin.';

create trigger keep_last_super_admin after delete on public.staff_roles
  for each row when (old.role_id = 'super-admin') execute function private.keep_last_super_admin();
create trigger keep_last_super_admin_on_change after update on public.staff_roles
  for each row when (old.role_id = 'super-admin') execute function private.keep_last_super_admin();
-- Only a change to a staff account can matter here, so learners' accounts take no lock.
create trigger keep_last_super_admin after update of status on public.profiles
  for each row when (old.kind = 'staff' and old.status = 'active' and new.status <> 'active')
  execute function private.keep_last_super_admin();

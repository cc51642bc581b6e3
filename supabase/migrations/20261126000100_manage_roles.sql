-- Why: roles are edited and given in the console. Whoever gives, takes or edits one must hold every permission in it, so that nobody
-- can raise themselves or anybody else beyond their own rights.

alter table public.roles
  add column updated_at timestamptz not null default now(),
  add column version int not null default 1;
comment on column public.roles.version is 'Grows with each change: who saves says which one they saw.';
create unique index roles_name_key on public.roles (lower(name));
-- Staff are few among people; their list must not read everybody.
create index profiles_staff on public.profiles (lower(full_name), user_id) where kind = 'staff';

create function private.permissions_of(p_user_id uuid) returns text[]
  language sql stable set search_path = ''
as $$
  select coalesce(array_agg(distinct rp.permission_id order by rp.permission_id), '{}')
  from public.staff_roles sr
  join public.profiles p on p.user_id = sr.user_id and p.status = 'active'
  join public.role_permissions rp on rp.role_id = sr.role_id
  where sr.user_id = p_user_id
$$;

create function private.permissions_in(p_role_ids text[]) returns text[]
  language sql stable set search_path = ''
as $$
  select coalesce(array_agg(distinct rp.permission_id order by rp.permission_id), '{}')
  from public.role_permissions rp where rp.role_id = any (p_role_ids)
$$;

create function private.require_own_rights(p_permissions text[]) returns void
  language plpgsql stable set search_path = ''
as $$
declare
  v_missing text;
begin
  select string_agg(distinct p, ', ' order by p) into v_missing
  from unnest(p_permissions) p where p <> all (private.permissions_of(auth.uid()));
  if v_missing is not null then
    raise exception 'beyond_own_rights' using detail = v_missing;
  end if;
end
$$;
comment on function private.require_own_rights(text[]) is
  'Nobody gives, takes or edits what they do not hold. Code: beyond_own_rights; its detail names the missing permissions.';

create function private.lock_role(p_role_id text) returns public.roles
  language plpgsql set search_path = ''
as $$
declare
  v_role public.roles;
begin
  select r.* into v_role from public.roles r where r.id = p_role_id for update;
  if not found then
    raise exception 'role_not_found' using detail = 'There is no such role.';
  end if;
  return v_role;
end
$$;

-- A custom role as the person saw it, ready to be changed.
create function private.lock_own_role(p_role_id text, p_version int) returns public.roles
  language plpgsql set search_path = ''
as $$
declare
  v_role public.roles := private.lock_role(p_role_id);
begin
  if v_role.system then
    raise exception 'system_role' using detail = 'Roles that come with the product are fixed; duplicate one to change it.';
  end if;
  if v_role.version is distinct from p_version then
    raise exception 'changed_meanwhile' using detail = 'Somebody else has changed the role in the meantime.';
  end if;
  return v_role;
end
$$;

create function private.check_role(p_role_id text, p_name text, p_description text, p_permissions text[]) returns void
  language plpgsql stable set search_path = ''
as $$
begin
  if length(p_name) not between 2 and 60 or p_name ~ '[[:cntrl:]]' then
    raise exception 'invalid_name' using detail = 'A name of 2 to 60 characters is needed.';
  end if;
  if exists (select from public.roles r where lower(r.name) = lower(p_name) and r.id is distinct from p_role_id) then
    raise exception 'name_taken' using detail = 'Another role has this name.';
  end if;
  if length(p_description) > 300 then
    raise exception 'invalid_description' using detail = 'At most 300 characters.';
  end if;
  if cardinality(p_permissions) = 0 then
    raise exception 'permissions_needed' using detail = 'A role without a permission is of no use.';
  end if;
  if exists (select from unnest(p_permissions) p where not exists (select from public.permissions k where k.id = p)) then
    raise exception 'permission_unknown' using detail = 'There is no such permission.';
  end if;
end
$$;

-- Words of the address that are taken by pages count as taken.
create function private.free_role_id(p_name text) returns text
  language plpgsql stable set search_path = ''
as $$
declare
  v_slug text := trim(both '-' from left(regexp_replace(lower(p_name), '[^a-z0-9]+', '-', 'g'), 50));
  v_id text;
begin
  if v_slug !~ '^[a-z][a-z0-9-]+$' then
    v_slug := trim(trailing '-' from 'role-' || v_slug);
  end if;
  v_id := v_slug;
  for v_next in 2 .. 1000 loop
    exit when v_id not in ('new', 'staff') and not exists (select from public.roles r where r.id = v_id);
    v_id := v_slug || '-' || v_next;
  end loop;
  return v_id;
end
$$;

create function private.role_state(p_role public.roles) returns jsonb
  language sql stable set search_path = ''
as $$
  select jsonb_build_object('name', p_role.name, 'description', p_role.description,
    'permissions', to_jsonb(private.permissions_in(array[p_role.id])))
$$;

create function private.distinct_texts(p_texts text[]) returns text[]
  language sql immutable set search_path = ''
as $$ select coalesce(array_agg(distinct t order by t), '{}') from unnest(p_texts) t where t is not null $$;

create function private.list_roles() returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_any_permission('roles.manage');
  return jsonb_build_object(
    'permissions', (select jsonb_agg(jsonb_build_object('id', p.id, 'description', p.description) order by p.id) from public.permissions p),
    'roles', (
      select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'description', r.description, 'system', r.system,
        'version', r.version, 'created_at', r.created_at, 'updated_at', r.updated_at, 'permissions', private.permissions_in(array[r.id]),
        'holders', (select count(*) from public.staff_roles sr where sr.role_id = r.id)) order by r.system desc, lower(r.name))
      from public.roles r));
end
$$;

create function private.create_role(p_name text, p_description text, p_permissions text[], p_reason text) returns text
  language plpgsql security definer set search_path = ''
as $$
declare
  v_name text := trim(coalesce(p_name, ''));
  v_description text := trim(coalesce(p_description, ''));
  v_permissions text[] := private.distinct_texts(p_permissions);
  v_reason text;
  v_role public.roles;
begin
  perform private.require_any_permission('roles.manage');
  v_reason := private.clean_reason(p_reason);
  -- One at a time: two new roles of the same name would want the same id.
  perform pg_advisory_xact_lock(hashtext('private.create_role'));
  perform private.check_role(null, v_name, v_description, v_permissions);
  perform private.require_own_rights(v_permissions);
  insert into public.roles (id, name, description) values (private.free_role_id(v_name), v_name, v_description) returning * into v_role;
  insert into public.role_permissions (role_id, permission_id) select v_role.id, unnest(v_permissions);
  perform private.audit_act('role.created', 'role', v_role.id, v_reason, '{}', private.role_state(v_role));
  return v_role.id;
end
$$;

create function private.change_role(
  p_role_id text, p_version int, p_name text, p_description text, p_permissions text[], p_reason text) returns int
  language plpgsql security definer set search_path = ''
as $$
declare
  v_name text := trim(coalesce(p_name, ''));
  v_description text := trim(coalesce(p_description, ''));
  v_permissions text[] := private.distinct_texts(p_permissions);
  v_reason text;
  v_role public.roles;
  v_before jsonb;
begin
  perform private.require_any_permission('roles.manage');
  v_reason := private.clean_reason(p_reason);
  v_role := private.lock_own_role(p_role_id, p_version);
  perform private.check_role(p_role_id, v_name, v_description, v_permissions);
  perform private.require_own_rights(v_permissions || private.permissions_in(array[p_role_id]));
  v_before := private.role_state(v_role);
  update public.roles r set name = v_name, description = v_description, version = r.version + 1, updated_at = now()
  where r.id = p_role_id returning * into v_role;
  delete from public.role_permissions rp where rp.role_id = p_role_id and rp.permission_id <> all (v_permissions);
  insert into public.role_permissions (role_id, permission_id) select p_role_id, unnest(v_permissions) on conflict do nothing;
  perform private.audit_act('role.changed', 'role', p_role_id, v_reason, v_before, private.role_state(v_role));
  return v_role.version;
end
$$;

create function private.give_role(p_staff_id uuid, p_role_id text, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_actor uuid;
  v_reason text;
  v_role public.roles;
begin
  v_actor := private.require_any_permission('roles.manage');
  v_reason := private.clean_reason(p_reason);
  v_role := private.lock_role(p_role_id);
  perform private.require_own_rights(private.permissions_in(array[p_role_id]));
  if p_staff_id = v_actor then
    raise exception 'own_roles' using detail = 'Somebody else must give you a role.';
  end if;
  perform from public.profiles p where p.user_id = p_staff_id and p.kind = 'staff' and p.status <> 'erased' for share;
  if not found then
    raise exception 'not_staff' using detail = 'Only accounts of staff hold roles.';
  end if;
  insert into public.staff_roles (user_id, role_id, granted_by) values (p_staff_id, p_role_id, v_actor) on conflict do nothing;
  if found then
    perform private.audit_act('role.granted', 'profile', p_staff_id::text, v_reason, '{}',
      jsonb_build_object('role', v_role.id, 'role_name', v_role.name));
  end if;
end
$$;

create function private.take_role(p_staff_id uuid, p_role_id text, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_role public.roles;
begin
  perform private.require_any_permission('roles.manage');
  v_reason := private.clean_reason(p_reason);
  v_role := private.lock_role(p_role_id);
  perform private.require_own_rights(private.permissions_in(array[p_role_id]));
  delete from public.staff_roles sr where sr.user_id = p_staff_id and sr.role_id = p_role_id;
  if found then
    perform private.audit_act('role.taken', 'profile', p_staff_id::text, v_reason,
      jsonb_build_object('role', v_role.id, 'role_name', v_role.name), '{}');
  end if;
end
$$;

create function private.staff_row(p_person public.profiles) returns jsonb
  language sql stable set search_path = ''
as $$
  select jsonb_build_object('id', p_person.user_id, 'full_name', p_person.full_name, 'email', p_person.email, 'status', p_person.status,
    'me', p_person.user_id = auth.uid(), 'since', coalesce(min(sr.granted_at), p_person.joined_at),
    'roles', coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'granted_at', sr.granted_at,
      'granted_by', private.person_name(sr.granted_by)) order by lower(r.name)) filter (where r.id is not null), '[]'))
  from (select) one
  left join public.staff_roles sr on sr.user_id = p_person.user_id
  left join public.roles r on r.id = sr.role_id
$$;

create function private.list_staff(p_search text, p_role_id text, p_limit int, p_offset int) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_pattern text := private.lead_pattern(coalesce(p_search, ''));
  v_answer jsonb;
begin
  perform private.require_any_permission('roles.manage');
  with found as materialized (
    select p from public.profiles p
    where p.kind = 'staff' and p.status <> 'erased'
      and (v_pattern = '%%' or lower(p.full_name) like v_pattern or lower(p.email) like v_pattern)
      and (p_role_id is null or exists (select from public.staff_roles sr where sr.user_id = p.user_id and sr.role_id = p_role_id)))
  select jsonb_build_object(
    'total', (select count(*) from found),
    'rows', coalesce((select jsonb_agg(private.staff_row(page.p)) from (
      select f.p from found f order by lower((f.p).full_name), (f.p).user_id
      limit least(greatest(coalesce(p_limit, 25), 0), 200) offset greatest(coalesce(p_offset, 0), 0)) page), '[]'))
  into v_answer;
  return v_answer;
end
$$;

create function private.get_staff(p_staff_id uuid) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_person public.profiles;
begin
  perform private.require_any_permission('roles.manage');
  select p.* into v_person from public.profiles p where p.user_id = p_staff_id and p.kind = 'staff' and p.status <> 'erased';
  if not found then
    raise exception 'not_staff' using detail = 'Only accounts of staff hold roles.';
  end if;
  return private.staff_row(v_person);
end
$$;

create function public.list_roles() returns jsonb
  language sql stable set search_path = ''
as $$ select private.list_roles() $$;
create function public.create_role(p_name text, p_description text, p_permissions text[], p_reason text) returns text
  language sql set search_path = ''
as $$ select private.create_role(p_name, p_description, p_permissions, p_reason) $$;
create function public.change_role(
  p_role_id text, p_version int, p_name text, p_description text, p_permissions text[], p_reason text) returns int
  language sql set search_path = ''
as $$ select private.change_role(p_role_id, p_version, p_name, p_description, p_permissions, p_reason) $$;
create function public.give_role(p_staff_id uuid, p_role_id text, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.give_role(p_staff_id, p_role_id, p_reason) $$;
create function public.take_role(p_staff_id uuid, p_role_id text, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.take_role(p_staff_id, p_role_id, p_reason) $$;
create function public.list_staff(
  p_search text default null, p_role_id text default null, p_limit int default 25, p_offset int default 0) returns jsonb
  language sql stable set search_path = ''
as $$ select private.list_staff(p_search, p_role_id, p_limit, p_offset) $$;
create function public.get_staff(p_staff_id uuid) returns jsonb
  language sql stable set search_path = ''
as $$ select private.get_staff(p_staff_id) $$;

comment on function public.list_roles() is
  'Roles and all permissions: {permissions: [{id, description}], roles: [{id, name, description, system, version, permissions, holders, created_at, updated_at}]}. Needs roles.manage.';
comment on function public.create_role(text, text, text[], text) is
  'Makes a role and answers its id. Needs roles.manage and each permission in it. Codes: invalid_name, name_taken, invalid_description, permissions_needed, permission_unknown, beyond_own_rights (detail: the missing ones), reason_needed.';
comment on function public.change_role(text, int, text, text, text[], text) is
  'Changes a role that stands at this version and answers the new version. Needs roles.manage and each permission in it before and after. Codes: as create_role, role_not_found, system_role, changed_meanwhile.';
comment on function public.give_role(uuid, text, text) is
  'Gives a role to a member of staff, at once; twice is once. Needs roles.manage and each permission in it. Codes: role_not_found, not_staff, own_roles, beyond_own_rights, reason_needed.';
comment on function public.take_role(uuid, text, text) is
  'Takes a role away, at once. Needs roles.manage and each permission in it. Codes: role_not_found, last_super_admin, beyond_own_rights, reason_needed.';
comment on function public.list_staff(text, text, int, int) is
  'A page of the staff by name: {total, rows: [{id, full_name, email, status, me, since, roles}]}. Needs roles.manage.';
comment on function public.get_staff(uuid) is 'One member of staff, as in list_staff. Needs roles.manage. Code: not_staff.';

revoke execute on function
  private.permissions_of(uuid), private.permissions_in(text[]), private.require_own_rights(text[]), private.lock_role(text),
  private.lock_own_role(text, int), private.check_role(text, text, text, text[]), private.free_role_id(text),
  private.role_state(public.roles), private.distinct_texts(text[]), private.staff_row(public.profiles), private.list_roles(),
  private.create_role(text, text, text[], text), private.change_role(text, int, text, text, text[], text),
  private.give_role(uuid, text, text), private.take_role(uuid, text, text), private.list_staff(text, text, int, int),
  private.get_staff(uuid), public.list_roles(), public.create_role(text, text, text[], text),
  public.change_role(text, int, text, text, text[], text), public.give_role(uuid, text, text), public.take_role(uuid, text, text),
  public.list_staff(text, text, int, int), public.get_staff(uuid)
from public, anon, authenticated, service_role;
grant execute on function
  private.list_roles(), private.create_role(text, text, text[], text), private.change_role(text, int, text, text, text[], text),
  private.give_role(uuid, text, text), private.take_role(uuid, text, text), private.list_staff(text, text, int, int),
  private.get_staff(uuid), public.list_roles(), public.create_role(text, text, text[], text),
  public.change_role(text, int, text, text, text[], text), public.give_role(uuid, text, text), public.take_role(uuid, text, text),
  public.list_staff(text, text, int, int), public.get_staff(uuid)
to authenticated;

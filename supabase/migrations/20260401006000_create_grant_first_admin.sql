-- Why: the first member of staff is made by a command of the operator, who holds the database password, not by a form.

create function private.grant_first_admin(p_email text) returns uuid
  language plpgsql set search_path = ''
as $$
declare
  v_user uuid;
begin
  -- One call at a time, or two could both find nobody.
  perform 1 from public.roles where id = 'super-admin' for update;
  if not found then
    raise exception using errcode = 'P0001', message = 'roles_missing', detail = 'Load the reference data first.';
  end if;
  select p.user_id into v_user from public.profiles p where lower(p.email) = lower(trim(p_email)) and p.status = 'active';
  if not found then
    raise exception using errcode = 'P0001', message = 'account_not_found', detail = 'No active account has this e-mail; sign up first.';
  end if;
  if exists (
    select 1 from public.staff_roles sr join public.profiles p on p.user_id = sr.user_id
    where sr.role_id = 'super-admin' and p.status = 'active' and sr.user_id <> v_user
  ) then
    raise exception using errcode = 'P0001', message = 'admin_exists', detail = 'There is a super-admin already, who can appoint others.';
  end if;

  update public.profiles set kind = 'staff' where user_id = v_user and kind <> 'staff';
  insert into public.staff_roles (user_id, role_id) values (v_user, 'super-admin') on conflict do nothing;
  if found then
    perform private.audit('staff.first_admin', 'profile', v_user::text, '{}'::jsonb);
  end if;
  return v_user;
end
$$;
comment on function private.grant_first_admin(text) is
  'Operator''s command: makes an existing account the first super-admin. Granted to nobody; run as the database owner.';

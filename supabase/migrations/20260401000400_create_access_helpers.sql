-- Why: every policy asks the same few questions. They are plpgsql because its plans are kept for the session, while a
-- SQL function is planned again in each statement; they read the tables anew, so a right taken away is gone at once.

create function private.current_person() returns uuid
  language plpgsql stable security definer set search_path = ''
as $$
begin
  return (select p.user_id from public.profiles p where p.user_id = (select auth.uid()) and p.status = 'active');
end
$$;
comment on function private.current_person() is
  'The signed-in person, or null when nobody is signed in or the account is not active. Write (select private.current_person()) in policies.';

create function private.has_permission(p_permission text) returns boolean
  language plpgsql stable security definer set search_path = ''
as $$
begin
  return exists (
    select 1
    from public.staff_roles sr
    join public.profiles p on p.user_id = sr.user_id
    join public.role_permissions rp on rp.role_id = sr.role_id
    where sr.user_id = (select auth.uid()) and p.status = 'active' and rp.permission_id = p_permission
  );
end
$$;
comment on function private.has_permission(text) is
  'Whether the signed-in, active person holds the permission through any role. Write (select private.has_permission(''…'')) in policies.';

create function private.my_institutions() returns setof uuid
  language plpgsql stable security definer set search_path = '' rows 2
as $$
begin
  return query
    select im.institution_id
    from public.institution_managers im
    join public.institutions i on i.id = im.institution_id
    join public.profiles p on p.user_id = im.user_id
    where im.user_id = (select auth.uid()) and p.status = 'active' and i.status = 'active';
end
$$;
comment on function private.my_institutions() is
  'Institutions that the signed-in person manages. Write institution_id = any (array(select private.my_institutions())).';

create function private.my_enrolled_tracks() returns setof text
  language plpgsql stable security definer set search_path = '' rows 3
as $$
begin
  return query
    select e.track_id
    from public.enrolments e
    where e.user_id = private.current_person()
      and e.status in ('active', 'completed')
      and (e.expires_at is null or e.expires_at > now());
end
$$;
comment on function private.my_enrolled_tracks() is
  'Tracks whose material the signed-in person may open now. Write track_id = any (array(select private.my_enrolled_tracks())).';

create function private.my_modules() returns setof uuid
  language plpgsql stable security definer set search_path = '' rows 20
as $$
begin
  return query
    select distinct tm.module_id
    from public.enrolments e
    join public.track_modules tm on tm.track_id = e.track_id
    join public.modules m on m.id = tm.module_id and m.active
    where e.user_id = private.current_person()
      and e.status in ('active', 'completed')
      and (e.expires_at is null or e.expires_at > now());
end
$$;
comment on function private.my_modules() is
  'Active modules whose material the signed-in person may open now. Write id = any (array(select private.my_modules())).';

create function private.touch_updated_at() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  new.updated_at := now();
  return new;
end
$$;
comment on function private.touch_updated_at() is 'Trigger: keeps updated_at true whoever writes the row.';

grant execute on function private.current_person() to authenticated, service_role;
grant execute on function private.has_permission(text) to authenticated, service_role;
grant execute on function private.my_institutions() to authenticated, service_role;
grant execute on function private.my_enrolled_tracks() to authenticated, service_role;
grant execute on function private.my_modules() to authenticated, service_role;

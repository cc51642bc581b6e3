-- Why: after sign-in the app asks once what kind of person this is and what the person may do. Definer, because a
-- suspended person must be told so although no row is visible to them.

create function private.my_access() returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select jsonb_build_object(
      'kind', p.kind,
      'status', p.status,
      'permissions', coalesce((
        select jsonb_agg(distinct rp.permission_id order by rp.permission_id)
        from public.staff_roles sr join public.role_permissions rp on rp.role_id = sr.role_id
        where sr.user_id = p.user_id and p.status = 'active'
      ), '[]'::jsonb),
      'institutions', coalesce((
        select jsonb_agg(jsonb_build_object('id', i.id, 'name', i.name) order by i.name)
        from public.institutions i where i.id in (select private.my_institutions())
      ), '[]'::jsonb)
    )
    from public.profiles p where p.user_id = (select auth.uid())
  );
end
$$;
comment on function private.my_access() is 'Kind, status, permissions and managed institutions of the signed-in person; null without a profile.';

create function public.my_access() returns jsonb
  language sql stable set search_path = ''
as $$ select private.my_access() $$;
comment on function public.my_access() is 'What the signed-in person is and may do: {kind, status, permissions, institutions}.';

grant execute on function private.my_access() to authenticated;
grant execute on function public.my_access() to authenticated;

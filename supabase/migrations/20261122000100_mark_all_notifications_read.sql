-- Why: whoever comes back to many notices reads them off in one request, not in one each.

create function private.mark_all_notifications_read()
returns void language sql security definer set search_path = '' as $$
  update public.notifications set read_at = now()
  where user_id = (select private.current_person()) and read_at is null
$$;

create function public.mark_all_notifications_read()
returns void language sql set search_path = '' as $$
  select private.mark_all_notifications_read()
$$;

comment on function public.mark_all_notifications_read() is 'Marks every own notification as read.';

revoke execute on function private.mark_all_notifications_read(), public.mark_all_notifications_read()
from public, anon, authenticated, service_role;
grant execute on function private.mark_all_notifications_read(), public.mark_all_notifications_read() to authenticated;

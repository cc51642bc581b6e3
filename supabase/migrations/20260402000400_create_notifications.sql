-- What a person should see in the app; mail is sent beside it, through the outbox.

create table public.notifications (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.profiles (user_id) on delete cascade,
  kind text not null check (kind <> ''),
  params jsonb not null default '{}'::jsonb,
  link text check (link like '/%'),
  read_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table public.notifications is 'In-app notices. kind names the text in the app''s translations, params fill it, link is a path of the app.';

create index notifications_user on public.notifications (user_id, created_at desc);
create index notifications_unread on public.notifications (user_id) where read_at is null;

alter table public.notifications enable row level security;
revoke all on public.notifications from anon, authenticated, service_role;
grant select on public.notifications to authenticated, service_role;
create policy "people read own notifications" on public.notifications
  for select to authenticated using (user_id = (select private.current_person()));

create function private.notify(p_user_id uuid, p_kind text, p_params jsonb, p_link text, p_now timestamptz)
returns uuid language sql security definer set search_path = '' as $$
  insert into public.notifications (user_id, kind, params, link, created_at)
  values (p_user_id, p_kind, coalesce(p_params, '{}'::jsonb), p_link, p_now)
  returning id
$$;

create function private.mark_notification_read(p_id uuid)
returns void language sql security definer set search_path = '' as $$
  update public.notifications set read_at = now()
  where id = p_id and user_id = (select private.current_person()) and read_at is null
$$;

create function public.mark_notification_read(p_id uuid)
returns void language sql set search_path = '' as $$
  select private.mark_notification_read(p_id)
$$;

comment on function public.mark_notification_read(uuid) is 'Marks one own notification as read; anything else is left as it is.';

revoke execute on function
  private.notify(uuid, text, jsonb, text, timestamptz), private.mark_notification_read(uuid), public.mark_notification_read(uuid)
from public, anon, authenticated, service_role;
grant execute on function private.mark_notification_read(uuid), public.mark_notification_read(uuid) to authenticated;

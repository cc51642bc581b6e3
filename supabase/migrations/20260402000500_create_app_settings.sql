-- What the operator may change without a release: company, tax, policies, branding.

create table public.app_settings (
  key text primary key check (key ~ '^[a-z_]+$'),
  value jsonb not null,
  description text not null default '',
  public boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.app_settings is 'Settings by key. Public ones are readable by anyone; staff with settings.manage change values.';

alter table public.app_settings enable row level security;
revoke all on public.app_settings from anon, authenticated, service_role;
grant select on public.app_settings to anon, authenticated, service_role;
grant update (value) on public.app_settings to authenticated;
create policy "visitors read public settings" on public.app_settings
  for select to anon using (public);
create policy "people read public settings, staff all" on public.app_settings
  for select to authenticated using (public or (select private.has_permission('settings.manage')));
create policy "staff change settings" on public.app_settings
  for update to authenticated
  using ((select private.has_permission('settings.manage')))
  with check ((select private.has_permission('settings.manage')));

create function private.record_setting_change()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.updated_at := now();
  if new.value is distinct from old.value then
    perform private.audit('setting.changed', 'app_setting', new.key, jsonb_build_object('from', old.value, 'to', new.value));
  end if;
  return new;
end
$$;
create trigger record_setting_change before update on public.app_settings
  for each row execute function private.record_setting_change();

create function private.setting(p_key text)
returns jsonb language sql stable security definer set search_path = '' as $$
  select coalesce((select s.value from public.app_settings s where s.key = p_key), '{}'::jsonb)
$$;

-- A number out of the policies; the fallback holds while the setting is absent.
create function private.policy_number(p_name text, p_fallback int)
returns int language sql stable security definer set search_path = '' as $$
  select coalesce((private.setting('policies') ->> p_name)::int, p_fallback)
$$;

revoke execute on function
  private.record_setting_change(), private.setting(text), private.policy_number(text, int)
from public, anon, authenticated, service_role;

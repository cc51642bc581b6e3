-- Why: settings are changed in the console. Each has its fields, types and ranges, checked here; nobody saves over what somebody else
-- saved in between, and every change is in the audit log with its reason, once.

create function private.refuse_field(p_field text, p_detail text) returns void
  language plpgsql immutable set search_path = ''
as $$
begin
  raise exception '%', 'invalid_' || p_field using detail = p_detail;
end
$$;

-- A text of the value: trimmed, in one line unless lines are allowed.
create function private.text_field(p_value jsonb, p_field text, p_min int, p_max int, p_lines boolean default false) returns text
  language plpgsql immutable set search_path = ''
as $$
declare
  v_text text := regexp_replace(p_value ->> p_field, '^\s+|\s+$', '', 'g');
begin
  if jsonb_typeof(p_value -> p_field) is distinct from 'string' or length(v_text) not between p_min and p_max
    or (case when p_lines then replace(v_text, E'\n', '') else v_text end) ~ '[[:cntrl:]\u2028\u2029]' then
    perform private.refuse_field(p_field, format('A text of %s to %s characters is needed.', p_min, p_max));
  end if;
  return v_text;
end
$$;

create function private.number_field(p_value jsonb, p_field text, p_min numeric, p_max numeric, p_decimals int default 0) returns numeric
  language plpgsql immutable set search_path = ''
as $$
declare
  v_number numeric;
begin
  if jsonb_typeof(p_value -> p_field) is distinct from 'number' then
    perform private.refuse_field(p_field, 'A number is needed.');
  end if;
  v_number := (p_value ->> p_field)::numeric;
  if v_number not between p_min and p_max or v_number <> round(v_number, p_decimals) then
    perform private.refuse_field(p_field, format('From %s to %s, with at most %s decimals.', p_min, p_max, p_decimals));
  end if;
  return trim_scale(v_number);
end
$$;

create function private.flag_field(p_value jsonb, p_field text) returns boolean
  language plpgsql immutable set search_path = ''
as $$
begin
  if jsonb_typeof(p_value -> p_field) is distinct from 'boolean' then
    perform private.refuse_field(p_field, 'Yes or no is needed.');
  end if;
  return (p_value ->> p_field)::boolean;
end
$$;

-- Null or absent means none.
create function private.moment_field(p_value jsonb, p_field text) returns timestamptz
  language plpgsql stable set search_path = ''
as $$
declare
  v_text text := p_value ->> p_field;
begin
  if v_text is null then
    return null;
  end if;
  if jsonb_typeof(p_value -> p_field) <> 'string' or v_text !~ '^20\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$'
    or not pg_input_is_valid(v_text, 'timestamptz') then
    perform private.refuse_field(p_field, 'A date and time with its zone is needed.');
  end if;
  return v_text::timestamptz;
end
$$;

create function private.email_field(p_value jsonb, p_field text, p_optional boolean) returns text
  language plpgsql immutable set search_path = ''
as $$
declare
  v_email text := lower(private.text_field(p_value, p_field, case when p_optional then 0 else 3 end, 254));
begin
  if v_email <> '' and v_email !~ '^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$' then
    perform private.refuse_field(p_field, 'This is not an e-mail address.');
  end if;
  return v_email;
end
$$;

create function private.gst_state_name(p_code text) returns text
  language sql immutable set search_path = ''
as $$
  select '{"01": "Jammu and Kashmir", "02": "Himachal Pradesh", "03": "Punjab", "04": "Chandigarh", "05": "Uttarakhand", "06": "Haryana",
    "07": "Delhi", "08": "Rajasthan", "09": "Uttar Pradesh", "10": "Bihar", "11": "Sikkim", "12": "Arunachal Pradesh", "13": "Nagaland",
    "14": "Manipur", "15": "Mizoram", "16": "Tripura", "17": "Meghalaya", "18": "Assam", "19": "West Bengal", "20": "Jharkhand",
    "21": "Odisha", "22": "Chhattisgarh", "23": "Madhya Pradesh", "24": "Gujarat", "26": "Dadra and Nagar Haveli and Daman and Diu",
    "27": "Maharashtra", "29": "Karnataka", "30": "Goa", "31": "Lakshadweep", "32": "Kerala", "33": "Tamil Nadu", "34": "Puducherry",
    "35": "Andaman and Nicobar Islands", "36": "Telangana", "37": "Andhra Pradesh", "38": "Ladakh", "97": "Other Territory"}'::jsonb ->> p_code
$$;

-- State code, PAN, entity, Z, and the check character: Luhn's method on base 36 over the first fourteen.
create function private.is_gstin(p_text text) returns boolean
  language sql immutable set search_path = ''
as $$
  select coalesce(p_text ~ '^[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]Z[0-9A-Z]$' and right(p_text, 1) = (
    select substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', 1 + (36 - sum(d.product / 36 + d.product % 36)::int % 36) % 36, 1)
    from (
      select (strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(p_text, i, 1)) - 1) * (2 - i % 2) as product
      from generate_series(1, 14) i
    ) d), false)
$$;

create function private.clean_company(p_value jsonb) returns jsonb
  language plpgsql immutable set search_path = ''
as $$
declare
  v_state text := private.text_field(p_value, 'state_code', 2, 2);
  v_gstin text := upper(private.text_field(p_value, 'gstin', 0, 15));
begin
  if private.gst_state_name(v_state) is null then
    perform private.refuse_field('state_code', 'This is no state''s GST code.');
  end if;
  if private.text_field(p_value, 'state', 2, 60) <> private.gst_state_name(v_state) then
    perform private.refuse_field('state', 'The state and its code differ.');
  end if;
  if v_gstin <> '' and (not private.is_gstin(v_gstin) or left(v_gstin, 2) <> v_state) then
    perform private.refuse_field('gstin', 'This is no GSTIN of that state.');
  end if;
  return jsonb_build_object(
    'name', private.text_field(p_value, 'name', 2, 120), 'address', private.text_field(p_value, 'address', 0, 400, true),
    'state', private.gst_state_name(v_state), 'state_code', v_state, 'gstin', v_gstin,
    'email', private.email_field(p_value, 'email', false));
end
$$;

create function private.clean_tax(p_value jsonb) returns jsonb
  language plpgsql immutable set search_path = ''
as $$
declare
  v_sac text := private.text_field(p_value, 'sac', 6, 6);
begin
  if v_sac !~ '^[0-9]{6}$' then
    perform private.refuse_field('sac', 'A SAC has six digits.');
  end if;
  return jsonb_build_object('rate_percent', private.number_field(p_value, 'rate_percent', 0, 100, 2), 'sac', v_sac,
    'inclusive', private.flag_field(p_value, 'inclusive'));
end
$$;

create function private.clean_maintenance(p_value jsonb) returns jsonb
  language plpgsql stable set search_path = ''
as $$
declare
  v_active boolean := private.flag_field(p_value, 'active');
  v_from timestamptz := private.moment_field(p_value, 'from');
  v_until timestamptz := private.moment_field(p_value, 'until');
begin
  if jsonb_typeof(p_value -> 'level') is distinct from 'string' or p_value ->> 'level' not in ('info', 'warning') then
    perform private.refuse_field('level', 'It is info or warning.');
  end if;
  if v_until <= v_from then
    perform private.refuse_field('until', 'It ends after it begins.');
  end if;
  return jsonb_build_object('active', v_active, 'message', private.text_field(p_value, 'message', case when v_active then 1 else 0 end, 300),
    'level', p_value ->> 'level', 'from', v_from, 'until', v_until);
end
$$;

-- The fields of a setting; null for a key that the console does not know.
create function private.setting_fields(p_key text) returns text[]
  language sql immutable set search_path = ''
as $$
  select case p_key
    when 'company' then array['name', 'address', 'state', 'state_code', 'gstin', 'email']
    when 'tax' then array['rate_percent', 'sac', 'inclusive']
    when 'policies' then array['submit_grace_seconds', 'renewal_window_days', 'order_ttl_hours', 'exam_grace_hours']
    when 'branding' then array['product_name', 'certificate_signatory', 'certificate_signatory_title']
    when 'mail' then array['sender_name', 'reply_to']
    when 'maintenance' then array['active', 'message', 'level', 'from', 'until'] end
$$;

-- A whole setting as it is kept, or an error that names the field.
create function private.clean_setting(p_key text, p_value jsonb) returns jsonb
  language plpgsql stable set search_path = ''
as $$
declare
  v_unknown text;
begin
  if private.setting_fields(p_key) is null then
    raise exception 'setting_not_found' using detail = 'There is no such setting.';
  end if;
  if jsonb_typeof(p_value) is distinct from 'object' then
    raise exception 'invalid_value' using detail = 'An object of fields is needed.';
  end if;
  select string_agg(f, ', ' order by f) into v_unknown from jsonb_object_keys(p_value) f where f <> all (private.setting_fields(p_key));
  if v_unknown is not null then
    raise exception 'unknown_field' using detail = v_unknown;
  end if;
  return case p_key
    when 'company' then private.clean_company(p_value)
    when 'tax' then private.clean_tax(p_value)
    when 'policies' then jsonb_build_object(
      'submit_grace_seconds', private.number_field(p_value, 'submit_grace_seconds', 0, 600),
      'renewal_window_days', private.number_field(p_value, 'renewal_window_days', 1, 365),
      'order_ttl_hours', private.number_field(p_value, 'order_ttl_hours', 1, 168),
      'exam_grace_hours', private.number_field(p_value, 'exam_grace_hours', 1, 168))
    when 'branding' then jsonb_build_object(
      'product_name', private.text_field(p_value, 'product_name', 2, 60),
      'certificate_signatory', private.text_field(p_value, 'certificate_signatory', 2, 80),
      'certificate_signatory_title', private.text_field(p_value, 'certificate_signatory_title', 2, 120))
    when 'mail' then jsonb_build_object(
      'sender_name', private.text_field(p_value, 'sender_name', 0, 60), 'reply_to', private.email_field(p_value, 'reply_to', true))
    when 'maintenance' then private.clean_maintenance(p_value) end;
end
$$;

-- A change made by hand at the database is in the log like one from the console, which writes its own entry with the reason.
create or replace function private.record_setting_change() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  if new.value is distinct from old.value then
    new.updated_at := clock_timestamp();
    if coalesce(current_setting('private.saved_setting', true), '') <> new.key then
      perform private.audit('setting.changed', 'app_setting', new.key, jsonb_build_object('from', old.value, 'to', new.value));
    end if;
  end if;
  return new;
end
$$;

create function private.get_settings() returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_any_permission('settings.manage');
  return (select coalesce(jsonb_object_agg(s.key, jsonb_build_object('value', s.value, 'version', s.updated_at)), '{}')
    from public.app_settings s where private.setting_fields(s.key) is not null);
end
$$;

create function private.save_setting(p_key text, p_value jsonb, p_reason text, p_version timestamptz) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_value jsonb;
  v_before public.app_settings;
begin
  perform private.require_any_permission('settings.manage');
  v_reason := private.clean_reason(p_reason);
  v_value := private.clean_setting(p_key, p_value);
  select s.* into v_before from public.app_settings s where s.key = p_key for update;
  if not found then
    raise exception 'setting_not_found' using detail = 'There is no such setting.';
  end if;
  if v_before.updated_at is distinct from p_version then
    raise exception 'changed_meanwhile' using detail = 'Somebody else has changed the setting in the meantime.';
  end if;
  if v_before.value = v_value then
    return;
  end if;
  perform set_config('private.saved_setting', p_key, true);
  update public.app_settings s set value = v_value where s.key = p_key;
  perform set_config('private.saved_setting', '', true);
  perform private.audit_act('setting.changed', 'app_setting', p_key, v_reason, v_before.value, v_value);
end
$$;

create function public.get_settings() returns jsonb
  language sql stable set search_path = ''
as $$ select private.get_settings() $$;
create function public.save_setting(p_key text, p_value jsonb, p_reason text, p_version timestamptz) returns void
  language sql set search_path = ''
as $$ select private.save_setting(p_key, p_value, p_reason, p_version) $$;

comment on function public.get_settings() is
  'All settings that the console knows: {key: {value, version}}. Needs settings.manage.';
comment on function public.save_setting(text, jsonb, text, timestamptz) is
  'Replaces a setting by p_value, all its fields; p_version is the one that was seen. Needs settings.manage. Codes: reason_needed, setting_not_found, invalid_value, unknown_field, invalid_<field>, changed_meanwhile.';

insert into public.app_settings (key, value, description, public) values
  ('mail', '{"sender_name": "", "reply_to": ""}', 'Name of the sender of mails, and where answers go', false),
  ('maintenance', '{"active": false, "message": "", "level": "info", "from": null, "until": null}', 'Notice at the top of every page', false)
on conflict (key) do nothing;

drop policy "staff change settings" on public.app_settings;
revoke update (value) on public.app_settings from authenticated;

-- The server's clock decides; before its time the notice is nobody's business.
create function private.maintenance_notice(p_now timestamptz) returns jsonb
  language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object('message', s.value ->> 'message', 'level', s.value ->> 'level', 'until', s.value -> 'until')
  from public.app_settings s
  where s.key = 'maintenance' and s.value -> 'active' = 'true'
    and coalesce((s.value ->> 'from')::timestamptz <= p_now, true) and coalesce((s.value ->> 'until')::timestamptz > p_now, true)
$$;
create function public.maintenance_notice() returns jsonb
  language sql stable set search_path = ''
as $$ select private.maintenance_notice(now()) $$;
comment on function public.maintenance_notice() is
  'What stands at the top of every page now: {message, level: info or warning, until: null or a moment}; null when there is nothing to say.';

-- What the worker needs beside the text of a mail.
create function public.system_mail_sender() returns jsonb
  language sql stable security definer set search_path = ''
as $$ select private.setting('mail') $$;

revoke execute on function
  private.refuse_field(text, text), private.text_field(jsonb, text, int, int, boolean),
  private.number_field(jsonb, text, numeric, numeric, int), private.flag_field(jsonb, text), private.moment_field(jsonb, text),
  private.email_field(jsonb, text, boolean), private.gst_state_name(text), private.is_gstin(text), private.clean_company(jsonb),
  private.clean_tax(jsonb), private.clean_maintenance(jsonb), private.setting_fields(text), private.clean_setting(text, jsonb),
  private.record_setting_change(), private.get_settings(), private.save_setting(text, jsonb, text, timestamptz),
  public.get_settings(), public.save_setting(text, jsonb, text, timestamptz),
  private.maintenance_notice(timestamptz), public.maintenance_notice(), public.system_mail_sender()
from public, anon, authenticated, service_role;
grant execute on function private.get_settings(), private.save_setting(text, jsonb, text, timestamptz),
  public.get_settings(), public.save_setting(text, jsonb, text, timestamptz) to authenticated;
grant execute on function private.maintenance_notice(timestamptz), public.maintenance_notice() to anon, authenticated;
grant execute on function public.system_mail_sender() to service_role;

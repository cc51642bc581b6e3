-- Why: the console's acts say who, to whom, when, why, from where, and what was before and after. Where is part of the chain.

alter table public.audit_log add column origin jsonb not null default '{}'::jsonb;
comment on column public.audit_log.origin is
  'From where the person acted: {address, agent}, as the API''s proxy says it. Empty for the system and for acts before it was kept.';

-- Rows without an origin keep the hash that they have had from the beginning.
create or replace function private.audit_hash(p_row public.audit_log)
returns text language sql stable set search_path = '' as $$
  select encode(sha256(convert_to((jsonb_build_array(
    p_row.previous_hash, p_row.id, to_char(p_row.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), p_row.actor, p_row.action,
    p_row.subject_type, p_row.subject_id, p_row.details)
    || case when p_row.origin = '{}'::jsonb then '[]'::jsonb else jsonb_build_array(p_row.origin) end)::text, 'UTF8')), 'hex')
$$;

create function private.request_origin() returns jsonb
  language sql stable set search_path = ''
as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'address', left(nullif(trim(coalesce(h.headers ->> 'cf-connecting-ip', split_part(h.headers ->> 'x-forwarded-for', ',', 1))), ''), 64),
    'agent', left(h.headers ->> 'user-agent', 300)))
  from (select coalesce(nullif(current_setting('request.headers', true), ''), '{}')::jsonb as headers) h
$$;
comment on function private.request_origin() is 'Address and browser of the request that is being answered, {} outside of one.';

create or replace function private.audit(
  p_action text, p_subject_type text, p_subject_id text, p_details jsonb default '{}'::jsonb,
  p_actor uuid default auth.uid(), p_now timestamptz default now())
returns void language sql security definer set search_path = '' as $$
  insert into public.audit_log (id, at, actor, action, subject_type, subject_id, details, origin, previous_hash, hash)
  values (0, p_now, p_actor, p_action, p_subject_type, p_subject_id, coalesce(p_details, '{}'::jsonb),
    case when p_actor is null then '{}'::jsonb else private.request_origin() end, '', '')
$$;

create function private.clean_reason(p_reason text) returns text
  language plpgsql immutable set search_path = ''
as $$
declare
  v_reason text := regexp_replace(coalesce(p_reason, ''), '^\s+|\s+$', '', 'g');
begin
  if length(v_reason) not between 3 and 500 then
    raise exception 'reason_needed' using detail = 'Say why, in 3 to 500 characters.';
  end if;
  return v_reason;
end
$$;
comment on function private.clean_reason(text) is 'The reason of a privileged act as it is kept. Code: reason_needed.';

-- One act of staff; of `before` and `after` only what differs is kept. Call it last: it holds the chain until the end of the transaction.
create function private.audit_act(
  p_action text, p_subject_type text, p_subject_id text, p_reason text, p_before jsonb default '{}', p_after jsonb default '{}')
returns void language sql set search_path = ''
as $$
  select private.audit(p_action, p_subject_type, p_subject_id, jsonb_build_object(
    'reason', p_reason,
    'before', (select coalesce(jsonb_object_agg(b.key, b.value), '{}') from jsonb_each(p_before) b where b.value is distinct from p_after -> b.key),
    'after', (select coalesce(jsonb_object_agg(a.key, a.value), '{}') from jsonb_each(p_after) a where a.value is distinct from p_before -> a.key)))
$$;
comment on function private.audit_act(text, text, text, text, jsonb, jsonb) is
  'Writes an act of the signed-in person to the audit log: details are {reason, before, after}.';

revoke execute on function
  private.request_origin(), private.clean_reason(text), private.audit_act(text, text, text, text, jsonb, jsonb)
from public, anon, authenticated, service_role;

-- Who did what, append-only and chained: each row's hash covers the row before it, and the head of the chain is kept apart,
-- so that a changed, removed or inserted row is found even when the database owner did it.

create table public.audit_log (
  id bigint primary key,
  at timestamptz not null default now(),
  actor uuid,
  action text not null check (action <> ''),
  subject_type text not null,
  subject_id text,
  details jsonb not null default '{}'::jsonb,
  previous_hash text not null,
  hash text not null unique
);
comment on table public.audit_log is 'Append-only, hash-chained record of privileged and money acts. ids have no gaps; the trigger numbers and hashes rows.';
comment on column public.audit_log.actor is 'The person who acted, null for the system. No foreign key: the record outlives the account.';

create index audit_log_subject on public.audit_log (subject_type, subject_id, id desc);
create index audit_log_actor on public.audit_log (actor, id desc) where actor is not null;
create index audit_log_at on public.audit_log (at desc);

create table private.audit_chain (
  only_row boolean primary key default true check (only_row),
  last_id bigint not null,
  last_hash text not null
);
comment on table private.audit_chain is 'Head of the audit chain. Its row lock puts writers in one line; write audit rows last in a transaction.';
insert into private.audit_chain (last_id, last_hash) values (0, repeat('0', 64));

-- SHA-256 over a JSON array, so that no two different rows can read as the same text; UTC, so that no session setting matters.
create function private.audit_hash(p_row public.audit_log)
returns text language sql stable set search_path = '' as $$
  select encode(sha256(convert_to(jsonb_build_array(
    p_row.previous_hash, p_row.id, to_char(p_row.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), p_row.actor, p_row.action,
    p_row.subject_type, p_row.subject_id, p_row.details)::text, 'UTF8')), 'hex')
$$;

create function private.chain_audit_row()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_head private.audit_chain;
begin
  select c.* into strict v_head from private.audit_chain c for update;
  new.id := v_head.last_id + 1;
  new.previous_hash := v_head.last_hash;
  new.hash := private.audit_hash(new);
  update private.audit_chain set last_id = new.id, last_hash = new.hash;
  return new;
end
$$;
create trigger chain_audit_row before insert on public.audit_log
  for each row execute function private.chain_audit_row();

create function private.refuse_audit_change()
returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'audit_log_is_append_only' using errcode = '42501', detail = 'Audit rows are never changed or removed.';
end
$$;
create trigger refuse_audit_change before update or delete or truncate on public.audit_log
  for each statement execute function private.refuse_audit_change();

create function private.audit(
  p_action text, p_subject_type text, p_subject_id text, p_details jsonb default '{}'::jsonb,
  p_actor uuid default auth.uid(), p_now timestamptz default now())
returns void language sql security definer set search_path = '' as $$
  insert into public.audit_log (id, at, actor, action, subject_type, subject_id, details, previous_hash, hash)
  values (0, p_now, p_actor, p_action, p_subject_type, p_subject_id, coalesce(p_details, '{}'::jsonb), '', '')
$$;

-- First id at which the chain does not hold, null when it does. Every hash is computed anew.
create function private.broken_audit_row()
returns bigint language sql stable security definer set search_path = '' as $$
  with chained as (
    select a.id, a.hash, a.previous_hash, private.audit_hash(a) as computed,
      lag(a.hash, 1, repeat('0', 64)) over (order by a.id) as expected_previous,
      row_number() over (order by a.id) as expected_id
    from public.audit_log a
  ), faults as (
    select id from chained
    where hash <> computed or previous_hash <> expected_previous or id <> expected_id
    union all
    select c.last_id from private.audit_chain c
    where (c.last_id, c.last_hash) is distinct from
      (select (a.id, a.hash) from public.audit_log a order by a.id desc limit 1)
      and not (c.last_id = 0 and not exists (select from public.audit_log))
  )
  select min(id) from faults
$$;

alter table public.audit_log enable row level security;
revoke all on public.audit_log from anon, authenticated, service_role;
grant select on public.audit_log to authenticated, service_role;
create policy "auditors read the log" on public.audit_log
  for select to authenticated using ((select private.has_permission('audit.read')));

revoke execute on function
  private.audit_hash(public.audit_log), private.chain_audit_row(), private.refuse_audit_change(),
  private.audit(text, text, text, jsonb, uuid, timestamptz), private.broken_audit_row()
from public, anon, authenticated, service_role;

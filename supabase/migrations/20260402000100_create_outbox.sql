-- Work for the outside world (mail, PDF, badges, proctoring) is written in the transaction that causes it and done later by
-- workers, so that a vendor who is down delays a step and loses nothing.

create table private.outbox (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind ~ '^[a-z]+\.[a-z_]+$'),
  payload jsonb not null default '{}'::jsonb check (jsonb_typeof(payload) = 'object'),
  dedupe_key text not null unique,
  status public.outbox_status not null default 'pending',
  attempts int not null default 0 check (attempts >= 0),
  next_attempt_at timestamptz not null default now(),
  locked_until timestamptz,
  last_error text,
  created_at timestamptz not null default now(),
  done_at timestamptz
);
comment on table private.outbox is 'Transactional outbox: one row per piece of work for a vendor. A running row whose lease ended is claimable again.';
comment on column private.outbox.next_attempt_at is 'When a worker may take it; while running, the end of the lease.';

create index outbox_open on private.outbox (next_attempt_at, created_at) where status in ('pending', 'running');
create index outbox_dead on private.outbox (created_at) where status = 'dead';

-- The same key twice is the same work: the first row's id comes back and nothing is added.
create function private.enqueue(p_kind text, p_payload jsonb, p_dedupe_key text, p_now timestamptz default now())
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
begin
  insert into private.outbox (kind, payload, dedupe_key, next_attempt_at, created_at)
  values (p_kind, coalesce(p_payload, '{}'::jsonb), p_dedupe_key, p_now, p_now)
  on conflict (dedupe_key) do nothing
  returning id into v_id;
  if v_id is null then
    select o.id into v_id from private.outbox o where o.dedupe_key = p_dedupe_key;
  end if;
  return v_id;
end
$$;

create function private.queue_mail(p_template text, p_params jsonb, p_subject_id uuid, p_now timestamptz)
returns uuid language sql security definer set search_path = '' as $$
  select private.enqueue('email.send', jsonb_build_object('template', p_template, 'params', p_params),
    'email:' || p_template || ':' || p_subject_id, p_now)
$$;

-- A worker that died without a word is counted too: work that kills its worker ends as dead, not as a loop.
create function private.claim_outbox(p_limit int, p_lease_seconds int, p_now timestamptz)
returns table (id uuid, kind text, payload jsonb, attempts int)
language plpgsql security definer set search_path = '' as $$
begin
  update private.outbox o
  set status = 'dead', locked_until = null, last_error = coalesce(o.last_error, 'lease ended without an answer')
  where o.id in (
    select d.id from private.outbox d
    where d.status = 'running' and d.next_attempt_at <= p_now and d.attempts >= 20
    for update skip locked);

  return query
  with due as materialized (
    select d.id from private.outbox d
    where d.status in ('pending', 'running') and d.next_attempt_at <= p_now
    order by d.next_attempt_at, d.created_at
    limit greatest(p_limit, 0)
    for update skip locked
  ), taken as (
    update private.outbox o
    set status = 'running', attempts = o.attempts + 1,
        locked_until = p_now + make_interval(secs => p_lease_seconds),
        next_attempt_at = p_now + make_interval(secs => p_lease_seconds)
    from due where o.id = due.id
    returning o.id, o.kind, o.payload, o.attempts, o.created_at
  )
  select t.id, t.kind, t.payload, t.attempts from taken t order by t.created_at;
end
$$;

create function private.complete_outbox(p_id uuid, p_now timestamptz)
returns void language sql security definer set search_path = '' as $$
  update private.outbox
  set status = 'done', done_at = p_now, locked_until = null, last_error = null
  where id = p_id and status in ('pending', 'running')
$$;

-- Wait after failure n (from 1): 5 s × 2^(n-1), spread by ±20 % so that retries do not come in step, one hour at most.
create function private.outbox_delay(p_attempts int, p_random double precision)
returns interval language sql immutable set search_path = '' as $$
  select make_interval(secs => least(3600.0, 5 * power(2, least(greatest(p_attempts, 1), 20) - 1) * (0.8 + 0.4 * p_random)))
$$;

create function private.fail_outbox(p_id uuid, p_error text, p_permanent boolean, p_now timestamptz)
returns void language sql security definer set search_path = '' as $$
  update private.outbox
  set status = case when coalesce(p_permanent, false) or attempts >= 20 then 'dead' else 'pending' end::public.outbox_status,
      next_attempt_at = p_now + private.outbox_delay(attempts, random()),
      locked_until = null,
      last_error = left(coalesce(p_error, 'unknown'), 500)
  where id = p_id and status = 'running'
$$;

create function public.system_enqueue(p_kind text, p_payload jsonb, p_dedupe_key text)
returns uuid language sql security definer set search_path = '' as $$
  select private.enqueue(p_kind, p_payload, p_dedupe_key)
$$;

create function public.system_claim_outbox(p_limit int, p_lease_seconds int, p_now timestamptz default now())
returns table (id uuid, kind text, payload jsonb, attempts int)
language sql security definer set search_path = '' as $$
  select c.id, c.kind, c.payload, c.attempts from private.claim_outbox(p_limit, p_lease_seconds, p_now) c
$$;

create function public.system_complete_outbox(p_id uuid)
returns void language sql security definer set search_path = '' as $$
  select private.complete_outbox(p_id, now())
$$;

create function public.system_fail_outbox(p_id uuid, p_error text, p_permanent boolean default false)
returns void language sql security definer set search_path = '' as $$
  select private.fail_outbox(p_id, p_error, p_permanent, now())
$$;

revoke execute on function
  private.enqueue(text, jsonb, text, timestamptz), private.queue_mail(text, jsonb, uuid, timestamptz),
  private.claim_outbox(int, int, timestamptz), private.complete_outbox(uuid, timestamptz),
  private.outbox_delay(int, double precision), private.fail_outbox(uuid, text, boolean, timestamptz),
  public.system_enqueue(text, jsonb, text), public.system_claim_outbox(int, int, timestamptz),
  public.system_complete_outbox(uuid), public.system_fail_outbox(uuid, text, boolean)
from public, anon, authenticated, service_role;
grant execute on function
  public.system_enqueue(text, jsonb, text), public.system_claim_outbox(int, int, timestamptz),
  public.system_complete_outbox(uuid), public.system_fail_outbox(uuid, text, boolean)
to service_role;

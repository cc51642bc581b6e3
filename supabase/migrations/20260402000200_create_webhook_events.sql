-- Every webhook is kept as it came, once per event id, before anything acts on it.

create table private.webhook_events (
  id uuid primary key default gen_random_uuid(),
  provider text not null check (provider <> ''),
  event_id text not null check (event_id <> ''),
  raw_body text not null,
  received_at timestamptz not null default now(),
  processed_at timestamptz,
  error text,
  unique (provider, event_id)
);
comment on table private.webhook_events is 'Raw webhook bodies, unique by provider and event id. processed_at stays null until the event was acted upon.';

create index webhook_events_unprocessed on private.webhook_events (received_at) where processed_at is null;

-- True when the event is still to be acted upon: it is new, or an earlier delivery was stored and its handler died or failed.
create function private.receive_webhook(p_provider text, p_event_id text, p_raw_body text, p_now timestamptz)
returns boolean language plpgsql security definer set search_path = '' as $$
declare
  v_open boolean;
begin
  insert into private.webhook_events as e (provider, event_id, raw_body, received_at)
  values (p_provider, p_event_id, p_raw_body, p_now)
  on conflict (provider, event_id) do nothing;
  select e.processed_at is null into v_open
  from private.webhook_events e where e.provider = p_provider and e.event_id = p_event_id;
  return v_open;
end
$$;

-- Without an error the event is closed; with one it stays open, so that the vendor's next delivery tries again.
create function private.finish_webhook(p_provider text, p_event_id text, p_error text, p_now timestamptz)
returns void language sql security definer set search_path = '' as $$
  update private.webhook_events
  set processed_at = case when p_error is null then p_now end, error = left(p_error, 500)
  where provider = p_provider and event_id = p_event_id and processed_at is null
$$;

create function public.system_receive_webhook(p_provider text, p_event_id text, p_raw_body text)
returns boolean language sql security definer set search_path = '' as $$
  select private.receive_webhook(p_provider, p_event_id, p_raw_body, now())
$$;

create function public.system_finish_webhook(p_provider text, p_event_id text, p_error text default null)
returns void language sql security definer set search_path = '' as $$
  select private.finish_webhook(p_provider, p_event_id, p_error, now())
$$;

revoke execute on function
  private.receive_webhook(text, text, text, timestamptz), private.finish_webhook(text, text, text, timestamptz),
  public.system_receive_webhook(text, text, text), public.system_finish_webhook(text, text, text)
from public, anon, authenticated, service_role;
grant execute on function
  public.system_receive_webhook(text, text, text), public.system_finish_webhook(text, text, text)
to service_role;

-- What has been done and can be asked for elsewhere is not kept for ever.

create index outbox_done on private.outbox (done_at) where status = 'done';
create index webhook_events_bodies on private.webhook_events (processed_at) where raw_body <> '';

-- Finished work goes 30 days after it was done; dead work stays until somebody has looked at it. Bodies of webhooks, which name
-- people, go 90 days after they were acted upon; the event's id stays, so that a late copy is still known. A share per call, so
-- that none holds locks for long. Answers how many rows were touched.
create function private.prune_history(p_now timestamptz, p_limit int default 2000)
returns int language plpgsql security definer set search_path = '' as $$
declare
  v_deleted int;
  v_emptied int;
begin
  delete from private.outbox o where o.id in (
    select d.id from private.outbox d where d.status = 'done' and d.done_at < p_now - interval '30 days'
    order by d.done_at limit p_limit for update skip locked);
  get diagnostics v_deleted = row_count;
  update private.webhook_events e set raw_body = '' where e.id in (
    select d.id from private.webhook_events d where d.raw_body <> '' and d.processed_at < p_now - interval '90 days'
    order by d.processed_at limit p_limit for update skip locked);
  get diagnostics v_emptied = row_count;
  return v_deleted + v_emptied;
end
$$;

create function public.system_prune_history(p_now timestamptz default now())
returns int language sql security definer set search_path = '' as $$
  select private.prune_history(p_now)
$$;

revoke execute on function private.prune_history(timestamptz, int), public.system_prune_history(timestamptz)
from public, anon, authenticated, service_role;
grant execute on function public.system_prune_history(timestamptz) to service_role;

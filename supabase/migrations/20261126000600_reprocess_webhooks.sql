-- Why: a vendor delivers an event that failed again for a day or so. After that staff put it in line, and a worker acts on the stored body
-- as the webhook itself does.

create function private.reprocess_event(p_id uuid, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_event private.webhook_events;
begin
  perform private.require_any_permission('outbox.manage');
  v_reason := private.clean_reason(p_reason);
  select e.* into v_event from private.webhook_events e where e.id = p_id for update;
  if not found then
    raise exception 'event_not_found' using detail = 'There is no such event.';
  end if;
  if v_event.processed_at is not null then
    raise exception 'event_done' using detail = 'The event was acted upon in the meantime.';
  end if;
  if exists (select from private.outbox o where o.kind = 'webhook.act' and o.status <> 'done' and o.status in ('pending', 'running')
    and o.payload ->> 'webhook_event_id' = p_id::text) then
    raise exception 'event_queued' using detail = 'The event is in line already.';
  end if;
  perform private.enqueue('webhook.act', jsonb_build_object('webhook_event_id', p_id), 'webhook.act:' || p_id || ':' || gen_random_uuid());
  perform private.audit_act('webhook.reprocessed', 'webhook_event', p_id::text, v_reason, '{}',
    jsonb_build_object('provider', v_event.provider, 'event_id', v_event.event_id));
end
$$;

create function public.reprocess_event(p_id uuid, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.reprocess_event(p_id, p_reason) $$;
comment on function public.reprocess_event(uuid, text) is
  'Has a worker act on a stored event that was not acted upon. Needs outbox.manage. Codes: event_not_found, event_done, event_queued, reason_needed.';

create function public.system_read_webhook(p_id uuid) returns jsonb
  language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object('provider', e.provider, 'event_id', e.event_id, 'raw_body', e.raw_body, 'open', e.processed_at is null)
  from private.webhook_events e where e.id = p_id
$$;

revoke execute on function
  private.reprocess_event(uuid, text), public.reprocess_event(uuid, text), public.system_read_webhook(uuid)
from public, anon, authenticated, service_role;
grant execute on function private.reprocess_event(uuid, text), public.reprocess_event(uuid, text) to authenticated;
grant execute on function public.system_read_webhook(uuid) to service_role;

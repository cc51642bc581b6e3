-- For the console: a few acts in the audit log, a mail that could not be sent, and what two vendors told us. Clearly invented; each once.
do $$
declare
  v_admin constant uuid := '00000000-0000-4000-8000-000000000104';
  v_manager constant uuid := '00000000-0000-4000-8000-000000000103';
  v_institution text := (select i.id::text from public.institutions i order by i.created_at, i.id limit 1);
begin
  if exists (select from public.audit_log) then
    return;
  end if;
  perform private.audit('staff.first_admin', 'profile', v_admin::text, '{}', null, now() - interval '45 days');
  perform private.audit('institution.created', 'institution', v_institution, '{}', v_admin, now() - interval '30 days');
  perform private.audit('institution.manager_added', 'institution', v_institution, jsonb_build_object('user_id', v_manager), v_manager,
    now() - interval '29 days');
  perform private.audit('lead.assigned', 'lead', l.id::text, jsonb_build_object('before', jsonb_build_object('assigned_to', null),
    'after', jsonb_build_object('assigned_to', v_admin)), v_admin, now() - interval '12 days')
  from public.leads l where l.reference = 'ENQ-DEMO04';
end
$$;

insert into private.outbox (kind, payload, dedupe_key, status, attempts, created_at, next_attempt_at, failed_at, last_error)
values ('email.send', '{"template": "exam_scheduled", "params": {"exam_session_id": "00000000-0000-4000-8000-00000000ffff"}}', 'demo:mail-of-nothing',
  'dead', 1, now() - interval '20 hours', now() - interval '20 hours', now() - interval '20 hours',
  'HttpError: What the mail is about does not exist.')
on conflict (dedupe_key) do nothing;

insert into private.webhook_events (provider, event_id, raw_body, received_at, processed_at, error) values
  ('razorpay', 'evt_demo_invoice', '{"event": "invoice.paid", "payload": {}}', now() - interval '2 days', now() - interval '2 days', null),
  ('talview', 'demo-callback', '{"payload": {"note": "demo"}}', now() - interval '3 hours', null, 'HttpError: The callback names no session.')
on conflict (provider, event_id) do nothing;

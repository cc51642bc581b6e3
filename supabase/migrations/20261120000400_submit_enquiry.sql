-- Why: an enquiry is written, announced and thanked for in one transaction. It comes from anybody, so it is counted by address and
-- e-mail, and a repeat joins the lead that is open already.

create function private.new_lead_reference() returns text
  language plpgsql volatile set search_path = ''
as $$
declare
  v_bytes bytea;
  v_reference text;
begin
  loop
    v_bytes := sha256(uuid_send(gen_random_uuid()));
    select 'ENQ-' || string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', get_byte(v_bytes, i) % 32 + 1, 1), '' order by i)
    into v_reference from generate_series(0, 5) i;
    exit when not exists (select from public.leads l where l.reference = v_reference);
  end loop;
  return v_reference;
end
$$;

-- Everybody who works on leads sees it and is mailed; the enquirer is thanked. The number of the enquiry is in the keys, so that a
-- repeat is mailed again and the same one is not.
create function private.announce_enquiry(p_lead public.leads, p_now timestamptz) returns void
  language plpgsql set search_path = ''
as $$
declare
  v_staff uuid;
begin
  for v_staff in select s.user_id from private.lead_staff() s order by s.user_id loop
    perform private.notify(v_staff, case when p_lead.enquiries = 1 then 'lead_new' else 'lead_enquired_again' end,
      jsonb_build_object('lead_id', p_lead.id, 'reference', p_lead.reference, 'institution_name', p_lead.institution_name),
      '/admin/leads/' || p_lead.id, p_now);
    perform private.enqueue('email.send', jsonb_build_object('template', 'enquiry_received',
      'params', jsonb_build_object('lead_id', p_lead.id, 'user_id', v_staff)),
      'email:enquiry_received:' || p_lead.id || ':' || v_staff || ':' || p_lead.enquiries, p_now);
  end loop;
  perform private.enqueue('email.send', jsonb_build_object('template', 'enquiry_thanks',
    'params', jsonb_build_object('lead_id', p_lead.id)),
    'email:enquiry_thanks:' || p_lead.id || ':' || p_lead.enquiries, p_now);
end
$$;

-- The fields as they are kept, or an error that names the bad one. Tracks that are not offered any more are left out.
create function private.clean_enquiry(p_enquiry jsonb) returns jsonb
  language sql stable set search_path = ''
as $$
  select jsonb_object_agg(f.field, private.clean_lead_field(f.field, case f.field
    when 'track_ids' then (select coalesce(jsonb_agg(t.id order by t.id), '[]') from public.tracks t
      where t.active and jsonb_typeof(p_enquiry -> 'track_ids') = 'array' and p_enquiry -> 'track_ids' ? t.id)
    else p_enquiry -> f.field end))
  from unnest(array['kind', 'institution_name', 'contact_name', 'contact_email', 'contact_phone', 'designation', 'website', 'address',
    'city', 'state', 'expected_students', 'track_ids', 'message', 'privacy_version']) f(field)
$$;

create function private.count_enquiry(p_address_hash text, p_email text, p_now timestamptz) returns void
  language plpgsql set search_path = ''
as $$
begin
  if not private.rate_limit('enquiry:' || coalesce(p_address_hash, ''), 10, 600, p_now)
    or not private.rate_limit('enquiry-mail:' || left(encode(sha256(convert_to(p_email, 'UTF8')), 'hex'), 32), 5, 3600, p_now) then
    raise exception 'too_many_requests' using detail = 'Too many enquiries were sent. Wait a while.';
  end if;
end
$$;

create function private.submit_enquiry(p_enquiry jsonb, p_address_hash text, p_now timestamptz) returns jsonb
  language plpgsql security definer set search_path = ''
as $$
declare
  v_new jsonb := private.clean_enquiry(p_enquiry);
  v_email text := v_new ->> 'contact_email';
  v_name_key text := private.institution_key(v_new ->> 'institution_name');
  v_key text := encode(sha256(convert_to(v_new::text, 'UTF8')), 'hex');
  v_lead public.leads;
  v_differs jsonb;
begin
  perform private.count_enquiry(p_address_hash, v_email, p_now);
  -- Two at once that would each find no open lead come one after the other.
  perform pg_advisory_xact_lock(hashtextextended('enquiry:' || v_email || ':' || v_name_key, 0));
  select l.* into v_lead from public.leads l
  where l.contact_email = v_email and private.institution_key(l.institution_name) = v_name_key and l.status not in ('converted', 'lost')
  order by l.created_at limit 1 for update;

  if not found then
    insert into public.leads (reference, kind, institution_name, contact_name, contact_email, contact_phone, designation, website, address,
      city, state, expected_students, track_ids, message, privacy_version, last_enquiry_key, last_enquiry_at, created_at, updated_at)
    select private.new_lead_reference(), r.kind, r.institution_name, r.contact_name, r.contact_email, r.contact_phone, r.designation,
      r.website, r.address, r.city, r.state, r.expected_students, r.track_ids, r.message, r.privacy_version, v_key, p_now, p_now, p_now
    from jsonb_populate_record(null::public.leads, v_new) r
    returning * into v_lead;
    perform private.add_lead_event(v_lead.id, null, 'enquired', jsonb_strip_nulls(
      jsonb_build_object('message', v_new -> 'message', 'privacy_version', v_new -> 'privacy_version')), p_now);
    perform private.announce_enquiry(v_lead, p_now);
    return jsonb_build_object('reference', v_lead.reference, 'joined', false);
  end if;

  -- The same words within a minute are one enquiry that was sent twice.
  if v_lead.last_enquiry_key is distinct from v_key or v_lead.last_enquiry_at <= p_now - interval '1 minute' then
    select coalesce(jsonb_object_agg(n.key, n.value), '{}') into v_differs from jsonb_each(v_new) n
    where n.key not in ('message', 'privacy_version') and n.value not in ('null', '[]') and n.value is distinct from to_jsonb(v_lead) -> n.key;
    update public.leads l set enquiries = l.enquiries + 1, last_enquiry_at = p_now, last_enquiry_key = v_key
    where l.id = v_lead.id returning * into v_lead;
    perform private.add_lead_event(v_lead.id, null, 'enquired_again', jsonb_strip_nulls(jsonb_build_object(
      'message', v_new -> 'message', 'privacy_version', v_new -> 'privacy_version', 'given', nullif(v_differs, '{}'))), p_now);
    perform private.announce_enquiry(v_lead, p_now);
  end if;
  return jsonb_build_object('reference', v_lead.reference, 'joined', true);
end
$$;

create function public.system_submit_enquiry(p_enquiry jsonb, p_address_hash text) returns jsonb
  language sql security definer set search_path = ''
as $$ select private.submit_enquiry(p_enquiry, p_address_hash, now()) $$;

-- To a member of staff, or without one to the enquirer. Whoever may no longer work on leads is told nothing: status cancelled.
create function private.enquiry_mail(p_lead_id uuid, p_user_id uuid) returns jsonb
  language sql stable security definer set search_path = ''
as $$
  select case
    when p_user_id is null then jsonb_build_object('to', jsonb_build_object('email', l.contact_email, 'name', l.contact_name),
      'product_name', coalesce(private.setting('branding') ->> 'product_name', 'AI Ready'))
    when exists (select from private.lead_staff() s where s.user_id = p_user_id) then private.mail_recipient(p_user_id)
    else jsonb_build_object('status', 'cancelled') end
    || jsonb_build_object('lead_id', l.id, 'reference', l.reference, 'kind', l.kind, 'institution_name', l.institution_name,
    'contact_name', l.contact_name, 'contact_email', l.contact_email, 'contact_phone', l.contact_phone, 'designation', l.designation,
    'website', l.website, 'city', l.city, 'expected_students', l.expected_students, 'enquiries', l.enquiries,
    'received_at', l.last_enquiry_at,
    'tracks', (select coalesce(jsonb_agg(t.name order by t.position, t.name), '[]') from public.tracks t where t.id = any (l.track_ids)),
    'message', (select e.details ->> 'message' from public.lead_events e
      where e.lead_id = l.id and e.kind in ('enquired', 'enquired_again') order by e.id desc limit 1))
  from public.leads l where l.id = p_lead_id
$$;

revoke execute on function
  private.new_lead_reference(), private.announce_enquiry(public.leads, timestamptz), private.clean_enquiry(jsonb),
  private.count_enquiry(text, text, timestamptz), private.submit_enquiry(jsonb, text, timestamptz),
  public.system_submit_enquiry(jsonb, text), private.enquiry_mail(uuid, uuid)
from public, anon, authenticated, service_role;
grant execute on function public.system_submit_enquiry(jsonb, text) to service_role;

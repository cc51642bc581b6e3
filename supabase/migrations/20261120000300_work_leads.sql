-- Why: each act on a lead holds its row, checks what is legal, and leaves an event; what matters most is in the audit log too, written last.

create function private.lock_lead(p_lead_id uuid) returns public.leads
  language plpgsql set search_path = ''
as $$
declare
  v_lead public.leads;
begin
  select l.* into v_lead from public.leads l where l.id = p_lead_id for update;
  if not found then
    raise exception 'lead_not_found' using detail = 'There is no such lead.';
  end if;
  return v_lead;
end
$$;

create function private.refuse_move(p_from public.lead_status, p_to public.lead_status) returns void
  language plpgsql set search_path = ''
as $$
begin
  if p_from = 'converted' then
    raise exception 'already_converted' using detail = 'The lead has become an institution.';
  end if;
  raise exception 'illegal_move' using detail = format('A lead cannot go from %s to %s.', p_from, p_to);
end
$$;

create function private.add_lead_event(p_lead_id uuid, p_actor uuid, p_kind public.lead_event_kind, p_details jsonb, p_now timestamptz)
returns void language sql set search_path = ''
as $$ insert into public.lead_events (lead_id, actor, kind, details, at) values (p_lead_id, p_actor, p_kind, p_details, p_now) $$;

-- One field as it is kept, or an error that names it. Empty means none, where none is allowed.
create function private.clean_lead_field(p_field text, p_value jsonb) returns jsonb
  language plpgsql stable set search_path = ''
as $$
declare
  v_text text := nullif(regexp_replace(p_value #>> '{}', '^\s+|\s+$', '', 'g'), '');
  v_line boolean := v_text !~ '[[:cntrl:]]';
  v_good boolean;
begin
  if p_field = 'contact_email' then
    v_text := lower(v_text);
  elsif p_field = 'contact_phone' then
    v_text := regexp_replace(v_text, '[\s().-]', '', 'g');
  elsif p_field = 'website' and v_text !~* '^[a-z]+://' then
    v_text := 'https://' || v_text;
  end if;
  v_good := case p_field
    when 'kind' then v_text in ('university', 'school', 'organisation')
    when 'institution_name' then v_line and length(v_text) between 2 and 200
    when 'contact_name' then v_line and length(v_text) between 2 and 120
    when 'contact_email' then v_text ~ '^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$' and length(v_text) <= 254
    when 'contact_phone' then v_text ~ '^\+?[0-9]{8,15}$'
    when 'privacy_version' then v_line and length(v_text) <= 40
    when 'designation' then v_text is null or (v_line and length(v_text) <= 120)
    when 'city' then v_text is null or (v_line and length(v_text) <= 120)
    when 'website' then v_text is null or (v_text ~* '^https?://[^/?#@:\s]+\.[^/?#@:.\s]{2,}(:[0-9]+)?([/?#]\S*)?$' and length(v_text) <= 200)
    when 'address' then v_text is null or length(v_text) <= 400
    when 'state' then v_text is null or v_text ~ '^[0-9]{2}$'
    when 'message' then v_text is null or length(v_text) <= 2000
    when 'expected_students' then v_text is null or (v_text ~ '^[0-9]{1,7}$' and v_text::int between 1 and 1000000)
    when 'estimated_value' then v_text is null or (v_text ~ '^[0-9]{1,14}$' and v_text::bigint <= 10000000000000)
    when 'follow_up_date' then v_text is null or (v_text ~ '^20[0-9]{2}-[0-9]{2}-[0-9]{2}$' and pg_input_is_valid(v_text, 'date'))
    when 'track_ids' then p_value is null or case jsonb_typeof(p_value)
      when 'null' then true
      when 'array' then jsonb_array_length(p_value) <= 50
        and not exists (select from jsonb_array_elements(p_value) e
          where jsonb_typeof(e) <> 'string' or not exists (select from public.tracks t where t.id = e #>> '{}'))
      else false end
  end;
  if not coalesce(v_good, false) then
    raise exception '%', 'invalid_' || p_field using detail = 'The field ' || p_field || ' cannot be kept like this.';
  end if;
  return case
    when p_field in ('expected_students', 'estimated_value') then to_jsonb(v_text::bigint)
    when p_field = 'track_ids' then coalesce(nullif(p_value, 'null'), '[]')
    else to_jsonb(v_text) end;
end
$$;

create function private.move_lead(p_lead_id uuid, p_status public.lead_status, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_actor uuid := private.require_any_permission('leads.manage');
  v_reason text := nullif(trim(p_reason), '');
  v_lead public.leads := private.lock_lead(p_lead_id);
begin
  if p_status is null or p_status <> all (private.lead_moves(v_lead.status)) then
    perform private.refuse_move(v_lead.status, p_status);
  end if;
  if length(v_reason) > 500 or (p_status = 'lost' and v_reason is null) then
    raise exception 'reason_needed' using detail = 'Say why, in at most 500 characters.';
  end if;
  update public.leads l set status = p_status, lost_reason = case when p_status = 'lost' then v_reason end,
    closed_at = case when p_status = 'lost' then now() end
  where l.id = p_lead_id;
  perform private.add_lead_event(p_lead_id, v_actor, 'moved',
    jsonb_strip_nulls(jsonb_build_object('from', v_lead.status, 'to', p_status, 'reason', v_reason)), now());
  if 'lost' in (p_status, v_lead.status) then
    perform private.audit(case when p_status = 'lost' then 'lead.lost' else 'lead.reopened' end, 'lead', p_lead_id::text,
      jsonb_build_object('reference', v_lead.reference, 'from', v_lead.status, 'to', p_status), v_actor, now());
  end if;
end
$$;

create function private.assign_lead(p_lead_id uuid, p_assignee uuid) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_actor uuid := private.require_any_permission('leads.manage');
  v_lead public.leads := private.lock_lead(p_lead_id);
begin
  if v_lead.status = 'converted' then
    perform private.refuse_move('converted', 'converted');
  end if;
  if v_lead.assigned_to is not distinct from p_assignee then
    return;
  end if;
  if p_assignee is not null and not exists (select from private.lead_staff() s where s.user_id = p_assignee) then
    raise exception 'assignee_not_found' using detail = 'Leads go to active staff who may work on them.';
  end if;
  update public.leads l set assigned_to = p_assignee where l.id = p_lead_id;
  perform private.add_lead_event(p_lead_id, v_actor, 'assigned', jsonb_build_object(
    'from', v_lead.assigned_to, 'from_name', private.person_name(v_lead.assigned_to),
    'to', p_assignee, 'to_name', private.person_name(p_assignee)), now());
  if p_assignee <> v_actor then
    perform private.notify(p_assignee, 'lead_assigned', jsonb_build_object('lead_id', p_lead_id, 'reference', v_lead.reference,
      'institution_name', v_lead.institution_name), '/admin/leads/' || p_lead_id, now());
  end if;
  perform private.audit('lead.assigned', 'lead', p_lead_id::text,
    jsonb_build_object('reference', v_lead.reference, 'from', v_lead.assigned_to, 'to', p_assignee), v_actor, now());
end
$$;

create function private.edit_lead(p_lead_id uuid, p_changes jsonb) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_actor uuid := private.require_any_permission('leads.manage');
  v_lead public.leads := private.lock_lead(p_lead_id);
  v_before jsonb := to_jsonb(v_lead);
  v_after jsonb := '{}';
  v_changes jsonb := '{}';
  v_field text;
  v_value jsonb;
begin
  if v_lead.status = 'converted' then
    perform private.refuse_move('converted', 'converted');
  end if;
  if jsonb_typeof(p_changes) is distinct from 'object' then
    raise exception 'invalid_changes' using detail = 'An object of fields is needed.';
  end if;
  for v_field, v_value in select e.key, e.value from jsonb_each(p_changes) e loop
    if v_field <> all (array['kind', 'institution_name', 'contact_name', 'contact_email', 'contact_phone', 'designation', 'website',
      'address', 'city', 'state', 'expected_students', 'track_ids', 'estimated_value', 'follow_up_date']) then
      raise exception 'unknown_field' using detail = 'A lead has no such field to edit.';
    end if;
    v_value := coalesce(private.clean_lead_field(v_field, v_value), 'null');
    if v_value is distinct from v_before -> v_field then
      v_after := v_after || jsonb_build_object(v_field, v_value);
      v_changes := v_changes || jsonb_build_object(v_field, jsonb_build_object('from', v_before -> v_field, 'to', v_value));
    end if;
  end loop;
  if v_after = '{}' then
    return;
  end if;
  update public.leads l set kind = r.kind, institution_name = r.institution_name, contact_name = r.contact_name,
    contact_email = r.contact_email, contact_phone = r.contact_phone, designation = r.designation, website = r.website,
    address = r.address, city = r.city, state = r.state, expected_students = r.expected_students, track_ids = r.track_ids,
    estimated_value = r.estimated_value, follow_up_date = r.follow_up_date
  from jsonb_populate_record(v_lead, v_after) r where l.id = p_lead_id;
  perform private.add_lead_event(p_lead_id, v_actor, 'edited', jsonb_build_object('changes', v_changes), now());
end
$$;

create function private.add_lead_note(p_lead_id uuid, p_body text) returns uuid
  language plpgsql security definer set search_path = ''
as $$
declare
  v_actor uuid := private.require_any_permission('leads.manage');
  v_body text := regexp_replace(p_body, '^\s+|\s+$', '', 'g');
  v_id uuid;
begin
  perform private.lock_lead(p_lead_id);
  if coalesce(length(v_body), 0) not between 1 and 5000 then
    raise exception 'invalid_body' using detail = 'A note has between 1 and 5,000 characters.';
  end if;
  insert into public.lead_notes (lead_id, author, body) values (p_lead_id, v_actor, v_body) returning id into v_id;
  insert into public.lead_events (lead_id, actor, kind, note_id) values (p_lead_id, v_actor, 'noted', v_id);
  update public.leads l set updated_at = now() where l.id = p_lead_id;
  return v_id;
end
$$;

-- What the form leaves out is taken from the lead.
create function private.convert_lead(p_lead_id uuid, p_institution jsonb, p_seats jsonb, p_manager jsonb) returns uuid
  language plpgsql security definer set search_path = ''
as $$
declare
  v_actor uuid := private.require_any_permission('leads.manage');
  v_lead public.leads;
  v_id uuid;
begin
  perform private.require_any_permission('institutions.manage');
  v_lead := private.lock_lead(p_lead_id);
  if v_lead.status not in ('qualified', 'negotiation') then
    perform private.refuse_move(v_lead.status, 'converted');
  end if;
  v_id := private.create_institution(
    jsonb_build_object('kind', v_lead.kind, 'name', v_lead.institution_name, 'contact_name', v_lead.contact_name,
      'contact_email', v_lead.contact_email, 'contact_phone', v_lead.contact_phone, 'state', v_lead.state,
      'address', nullif(concat_ws(', ', v_lead.address, v_lead.city), '')) || coalesce(nullif(p_institution, 'null'), '{}'),
    p_seats, p_manager, v_actor, now());
  update public.leads l set status = 'converted', institution_id = v_id, closed_at = now() where l.id = p_lead_id;
  perform private.add_lead_event(p_lead_id, v_actor, 'converted',
    jsonb_build_object('from', v_lead.status, 'institution_id', v_id), now());
  perform private.audit('lead.converted', 'lead', p_lead_id::text,
    jsonb_build_object('reference', v_lead.reference, 'institution_id', v_id), v_actor, now());
  return v_id;
end
$$;

create function public.move_lead(p_lead_id uuid, p_status public.lead_status, p_reason text default null) returns void
  language sql set search_path = ''
as $$ select private.move_lead(p_lead_id, p_status, p_reason) $$;
create function public.assign_lead(p_lead_id uuid, p_assignee uuid default null) returns void
  language sql set search_path = ''
as $$ select private.assign_lead(p_lead_id, p_assignee) $$;
create function public.edit_lead(p_lead_id uuid, p_changes jsonb) returns void
  language sql set search_path = ''
as $$ select private.edit_lead(p_lead_id, p_changes) $$;
create function public.add_lead_note(p_lead_id uuid, p_body text) returns uuid
  language sql set search_path = ''
as $$ select private.add_lead_note(p_lead_id, p_body) $$;
create function public.convert_lead(p_lead_id uuid, p_institution jsonb, p_seats jsonb, p_manager jsonb) returns uuid
  language sql set search_path = ''
as $$ select private.convert_lead(p_lead_id, p_institution, p_seats, p_manager) $$;

comment on function public.move_lead(uuid, public.lead_status, text) is
  'Moves a lead; losing one needs a reason. Needs leads.manage. Codes: lead_not_found, illegal_move, already_converted, reason_needed.';
comment on function public.assign_lead(uuid, uuid) is
  'Gives a lead to a member of staff, or to nobody. Needs leads.manage. Codes: lead_not_found, assignee_not_found, already_converted.';
comment on function public.edit_lead(uuid, jsonb) is
  'Changes the named fields; null empties one. Needs leads.manage. Codes: lead_not_found, already_converted, unknown_field, invalid_changes, invalid_<field>.';
comment on function public.add_lead_note(uuid, text) is
  'Writes a note; answers its id. Needs leads.manage. Codes: lead_not_found, invalid_body.';
comment on function public.convert_lead(uuid, jsonb, jsonb, jsonb) is
  'Makes the institution with its seats, invites its manager and closes the lead, all or nothing; answers the institution. Needs leads.manage and institutions.manage. Codes: lead_not_found, illegal_move, already_converted, and what creating an institution refuses.';

revoke execute on function
  private.lock_lead(uuid), private.refuse_move(public.lead_status, public.lead_status),
  private.add_lead_event(uuid, uuid, public.lead_event_kind, jsonb, timestamptz), private.clean_lead_field(text, jsonb),
  private.move_lead(uuid, public.lead_status, text), private.assign_lead(uuid, uuid), private.edit_lead(uuid, jsonb),
  private.add_lead_note(uuid, text), private.convert_lead(uuid, jsonb, jsonb, jsonb),
  public.move_lead(uuid, public.lead_status, text), public.assign_lead(uuid, uuid), public.edit_lead(uuid, jsonb),
  public.add_lead_note(uuid, text), public.convert_lead(uuid, jsonb, jsonb, jsonb)
from public, anon, authenticated, service_role;
grant execute on function
  private.move_lead(uuid, public.lead_status, text), private.assign_lead(uuid, uuid), private.edit_lead(uuid, jsonb),
  private.add_lead_note(uuid, text), private.convert_lead(uuid, jsonb, jsonb, jsonb),
  public.move_lead(uuid, public.lead_status, text), public.assign_lead(uuid, uuid), public.edit_lead(uuid, jsonb),
  public.add_lead_note(uuid, text), public.convert_lead(uuid, jsonb, jsonb, jsonb)
to authenticated;

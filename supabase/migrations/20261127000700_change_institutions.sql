-- Why: staff add institutions without a lead, keep their details and seats right, look after their managers, and suspend them; each act
-- with a reason and in the audit log.

create function private.lock_institution(p_institution_id uuid) returns public.institutions
  language plpgsql set search_path = ''
as $$
declare
  v_institution public.institutions;
begin
  select i.* into v_institution from public.institutions i where i.id = p_institution_id for update;
  if not found then
    raise exception 'institution_not_found' using detail = 'There is no such institution.';
  end if;
  return v_institution;
end
$$;

create function private.add_institution(p_institution jsonb, p_seats jsonb, p_manager jsonb, p_reason text, p_now timestamptz default now()) returns uuid
  language plpgsql security definer set search_path = ''
as $$
declare
  v_actor uuid;
  v_reason text;
  v_name text := lower(trim(p_institution ->> 'name'));
  v_id uuid;
begin
  v_actor := private.require_any_permission('institutions.manage');
  v_reason := private.clean_reason(p_reason);
  -- A second click must not make a second institution.
  perform pg_advisory_xact_lock(hashtextextended('institution:' || coalesce(v_name, ''), 0));
  if exists (select from public.institutions i where lower(i.name) = v_name and i.created_at > p_now - interval '1 minute') then
    raise exception 'created_just_now' using detail = 'An institution of this name was made a moment ago.';
  end if;
  v_id := private.create_institution(p_institution, p_seats, p_manager, v_actor, p_now);
  perform private.audit_act('institution.added', 'institution', v_id::text, v_reason, '{}',
    (select jsonb_build_object('name', i.name, 'kind', i.kind) from public.institutions i where i.id = v_id));
  return v_id;
end
$$;

-- One detail as it is kept, or an error that names it. Empty means none, where none is allowed.
create function private.clean_institution_field(p_field text, p_value jsonb) returns text
  language plpgsql immutable set search_path = ''
as $$
declare
  v_text text := nullif(regexp_replace(p_value #>> '{}', '^\s+|\s+$', '', 'g'), '');
  v_line boolean := coalesce(v_text !~ '[[:cntrl:]]', true);
  v_good boolean;
begin
  v_text := case p_field when 'contact_email' then lower(v_text) when 'gstin' then upper(v_text) else v_text end;
  v_good := jsonb_typeof(p_value) in ('string', 'null') and case p_field
    when 'name' then v_line and length(v_text) between 2 and 200
    when 'kind' then v_text in ('university', 'school', 'organisation')
    when 'contact_name' then v_line and length(v_text) between 2 and 200
    when 'contact_email' then v_text ~ '^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$' and length(v_text) <= 320
    when 'contact_phone' then v_text is null or v_text ~ '^\+?[0-9 ().-]{8,40}$'
    when 'address' then v_text is null or length(v_text) <= 1000
    when 'state' then v_text is null or v_text ~ '^[0-9]{2}$'
    when 'gstin' then v_text is null or v_text ~ '^[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][A-Z0-9]Z[A-Z0-9]$' end;
  if not coalesce(v_good, false) then
    raise exception '%', 'invalid_' || p_field using detail = 'The field ' || p_field || ' cannot be kept like this.';
  end if;
  return case when p_field in ('contact_name', 'contact_email') then coalesce(v_text, '') else v_text end;
end
$$;

create function private.edit_institution(p_institution_id uuid, p_changes jsonb, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_before public.institutions;
  v_after public.institutions;
  v_changes jsonb := '{}';
  v_field text;
  v_value jsonb;
begin
  perform private.require_any_permission('institutions.manage');
  v_reason := private.clean_reason(p_reason);
  v_before := private.lock_institution(p_institution_id);
  if jsonb_typeof(p_changes) is distinct from 'object' then
    raise exception 'invalid_changes' using detail = 'An object of fields is needed.';
  end if;
  for v_field, v_value in select e.key, e.value from jsonb_each(p_changes) e loop
    if v_field <> all (array['name', 'kind', 'contact_name', 'contact_email', 'contact_phone', 'address', 'state', 'gstin']) then
      raise exception 'unknown_field' using detail = 'An institution has no such field to edit.';
    end if;
    v_changes := v_changes || jsonb_build_object(v_field, private.clean_institution_field(v_field, v_value));
  end loop;
  v_after := jsonb_populate_record(v_before, v_changes);
  if v_after.gstin is not null and left(v_after.gstin, 2) is distinct from v_after.state then
    raise exception 'invalid_gstin' using detail = 'This is no GSTIN of that state.';
  end if;
  if v_after is not distinct from v_before then
    return;
  end if;
  update public.institutions i set name = v_after.name, kind = v_after.kind, contact_name = v_after.contact_name,
    contact_email = v_after.contact_email, contact_phone = v_after.contact_phone, address = v_after.address, state = v_after.state,
    gstin = v_after.gstin
  where i.id = p_institution_id;
  perform private.audit_act('institution.edited', 'institution', p_institution_id::text, v_reason, to_jsonb(v_before), to_jsonb(v_after));
end
$$;

create function private.block_facts(p_block public.institution_seats) returns jsonb
  language sql stable set search_path = ''
as $$ select jsonb_build_object('track', p_block.track_id, 'seats', p_block.seats, 'price', p_block.price, 'valid_until', p_block.valid_until) $$;

-- `p_seen`: the number of blocks as the person saw them, so that a second click adds nothing.
create function private.add_seat_block(
  p_institution_id uuid, p_track_id text, p_seats int, p_price int, p_valid_until date, p_seen int, p_reason text, p_now timestamptz default now())
returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_actor uuid;
  v_reason text;
  v_block jsonb := jsonb_build_object('track_id', p_track_id, 'seats', p_seats, 'price', p_price, 'valid_until', p_valid_until);
begin
  v_actor := private.require_any_permission('institutions.manage');
  v_reason := private.clean_reason(p_reason);
  perform private.lock_institution(p_institution_id);
  if (select count(*) from public.institution_seats b where b.institution_id = p_institution_id) is distinct from p_seen then
    raise exception 'changed_meanwhile' using detail = 'Blocks of seats were added in the meantime.';
  end if;
  perform private.add_seats(p_institution_id, jsonb_build_array(v_block), v_actor, p_now);
  perform private.audit_act('institution.seats_added', 'institution', p_institution_id::text, v_reason, '{}',
    v_block - 'track_id' || jsonb_build_object('track', p_track_id));
end
$$;

-- Whoever gives a seat holds the block: what is counted here stays true until this is done.
create function private.change_seat_block(
  p_block_id uuid, p_seats int, p_price int, p_valid_until date, p_reason text, p_now timestamptz default now()) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_before public.institution_seats;
  v_after public.institution_seats;
begin
  perform private.require_any_permission('institutions.manage');
  v_reason := private.clean_reason(p_reason);
  select b.* into v_before from public.institution_seats b where b.id = p_block_id for update;
  if not found then
    raise exception 'block_not_found' using detail = 'There is no such block of seats.';
  end if;
  if p_seats is null or p_seats not between 1 and 1000000 then
    raise exception 'invalid_seats' using detail = 'The number of seats must be a whole number above zero.';
  end if;
  if p_seats < (select count(*) from public.student_seats s where s.block_id = p_block_id and s.released_at is null) then
    raise exception 'seats_in_use' using detail = 'More seats than that are in use.';
  end if;
  if p_price is null or p_price < 0 then
    raise exception 'invalid_price' using detail = 'The price of a seat cannot be negative.';
  end if;
  if p_valid_until is null or (p_valid_until <> v_before.valid_until
    and p_valid_until not between private.day_in_india(p_now) and private.day_in_india(p_now) + 3653) then
    raise exception 'invalid_valid_until' using detail = 'A day from today on, within ten years, is needed.';
  end if;
  update public.institution_seats b set seats = p_seats, price = p_price, valid_until = p_valid_until
  where b.id = p_block_id returning b.* into v_after;
  if v_after is distinct from v_before then
    perform private.audit_act('institution.seats_changed', 'institution', v_before.institution_id::text, v_reason,
      private.block_facts(v_before), private.block_facts(v_after) || jsonb_build_object('block_id', p_block_id));
  end if;
end
$$;

create function private.set_institution_status(p_institution_id uuid, p_status public.account_status, p_reason text) returns void
  language plpgsql set search_path = ''
as $$
declare
  v_reason text := private.clean_reason(p_reason);
  v_before public.institutions := private.lock_institution(p_institution_id);
begin
  if v_before.status = p_status then
    return;
  end if;
  update public.institutions i set status = p_status where i.id = p_institution_id;
  perform private.audit_act(case when p_status = 'suspended' then 'institution.suspended' else 'institution.restored' end, 'institution',
    p_institution_id::text, v_reason, jsonb_build_object('status', v_before.status), jsonb_build_object('status', p_status));
end
$$;

create function private.suspend_institution(p_institution_id uuid, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_any_permission('institutions.manage');
  perform private.set_institution_status(p_institution_id, 'suspended', p_reason);
end
$$;

create function private.restore_institution(p_institution_id uuid, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_any_permission('institutions.manage');
  perform private.set_institution_status(p_institution_id, 'active', p_reason);
end
$$;

-- A new invitation, or an open one once more.
create function private.appoint_manager(p_institution_id uuid, p_email text, p_full_name text, p_reason text, p_now timestamptz default now()) returns uuid
  language plpgsql security definer set search_path = ''
as $$
declare
  v_actor uuid;
  v_reason text;
  v_id uuid;
begin
  v_actor := private.require_any_permission('institutions.manage');
  v_reason := private.clean_reason(p_reason);
  if (private.lock_institution(p_institution_id)).status <> 'active' then
    raise exception 'institution_suspended' using detail = 'Nobody is invited to a suspended institution.';
  end if;
  v_id := private.queue_manager_invitation(p_institution_id, p_email, p_full_name, v_actor, p_now);
  perform private.audit_act('institution.manager_invited', 'institution', p_institution_id::text, v_reason, '{}',
    jsonb_build_object('manager', trim(p_full_name), 'invitation_id', v_id));
  return v_id;
end
$$;

create function private.withdraw_appointment(p_invitation_id uuid, p_reason text, p_now timestamptz default now()) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_invitation public.manager_invitations;
begin
  perform private.require_any_permission('institutions.manage');
  v_reason := private.clean_reason(p_reason);
  select m.* into v_invitation from public.manager_invitations m where m.id = p_invitation_id for update;
  if not found then
    raise exception 'invitation_not_found' using detail = 'There is no such invitation.';
  end if;
  if v_invitation.accepted_at is not null then
    raise exception 'invitation_used' using detail = 'The invitation was accepted in the meantime.';
  end if;
  if v_invitation.withdrawn_at is null then
    update public.manager_invitations m set withdrawn_at = p_now where m.id = p_invitation_id;
    perform private.audit_act('institution.manager_invitation_withdrawn', 'institution', v_invitation.institution_id::text, v_reason,
      jsonb_build_object('manager', v_invitation.full_name), jsonb_build_object('invitation_id', p_invitation_id));
  end if;
end
$$;

create function private.dismiss_manager(p_institution_id uuid, p_manager_id uuid, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
begin
  perform private.require_any_permission('institutions.manage');
  v_reason := private.clean_reason(p_reason);
  perform private.lock_institution(p_institution_id);
  delete from public.institution_managers im where im.institution_id = p_institution_id and im.user_id = p_manager_id;
  if found then
    perform private.audit_act('institution.manager_removed', 'institution', p_institution_id::text, v_reason,
      jsonb_build_object('manager', private.person_name(p_manager_id)), jsonb_build_object('user_id', p_manager_id));
  end if;
end
$$;

create function public.add_institution(p_institution jsonb, p_seats jsonb, p_manager jsonb, p_reason text) returns uuid
  language sql set search_path = ''
as $$ select private.add_institution(p_institution, p_seats, p_manager, p_reason) $$;
create function public.edit_institution(p_institution_id uuid, p_changes jsonb, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.edit_institution(p_institution_id, p_changes, p_reason) $$;
create function public.add_seat_block(p_institution_id uuid, p_track_id text, p_seats int, p_price int, p_valid_until date, p_seen int, p_reason text)
returns void language sql set search_path = ''
as $$ select private.add_seat_block(p_institution_id, p_track_id, p_seats, p_price, p_valid_until, p_seen, p_reason) $$;
create function public.change_seat_block(p_block_id uuid, p_seats int, p_price int, p_valid_until date, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.change_seat_block(p_block_id, p_seats, p_price, p_valid_until, p_reason) $$;
create function public.suspend_institution(p_institution_id uuid, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.suspend_institution(p_institution_id, p_reason) $$;
create function public.restore_institution(p_institution_id uuid, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.restore_institution(p_institution_id, p_reason) $$;
create function public.appoint_manager(p_institution_id uuid, p_email text, p_full_name text, p_reason text) returns uuid
  language sql set search_path = ''
as $$ select private.appoint_manager(p_institution_id, p_email, p_full_name, p_reason) $$;
create function public.withdraw_appointment(p_invitation_id uuid, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.withdraw_appointment(p_invitation_id, p_reason) $$;
create function public.dismiss_manager(p_institution_id uuid, p_manager_id uuid, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.dismiss_manager(p_institution_id, p_manager_id, p_reason) $$;

comment on function public.add_institution(jsonb, jsonb, jsonb, text) is
  'Makes an institution without a lead, with seats [{track_id, seats, price (paise), valid_until}] and an invitation of {email, full_name}; answers its id. Needs institutions.manage. Codes: reason_needed, created_just_now, and what making one from a lead refuses.';
comment on function public.edit_institution(uuid, jsonb, text) is
  'Changes the named details; null empties one. Needs institutions.manage. Codes: reason_needed, institution_not_found, unknown_field, invalid_changes, invalid_<field>.';
comment on function public.add_seat_block(uuid, text, int, int, date, int, text) is
  'Adds a block of seats to an institution that has p_seen blocks; price in paise for each seat. Needs institutions.manage. Codes: reason_needed, institution_not_found, changed_meanwhile, track_not_found, invalid_seats, invalid_price, invalid_valid_until.';
comment on function public.change_seat_block(uuid, int, int, date, text) is
  'Changes a block of seats, never below those in use. Needs institutions.manage. Codes: reason_needed, block_not_found, invalid_seats, seats_in_use, invalid_price, invalid_valid_until.';
comment on function public.suspend_institution(uuid, text) is
  'Shuts the managers of an institution out, at once; its students go on learning. Needs institutions.manage. Codes: reason_needed, institution_not_found.';
comment on function public.restore_institution(uuid, text) is
  'Lets the managers of a suspended institution in again. Needs institutions.manage. Codes: reason_needed, institution_not_found.';
comment on function public.appoint_manager(uuid, text, text, text) is
  'Invites somebody to act for an institution, or invites again. Needs institutions.manage. Codes: reason_needed, institution_not_found, institution_suspended, invalid_email, invalid_full_name, already_manager, account_is_staff, invited_recently.';
comment on function public.withdraw_appointment(uuid, text) is
  'Takes an invitation of a manager back. Needs institutions.manage. Codes: reason_needed, invitation_not_found, invitation_used.';
comment on function public.dismiss_manager(uuid, uuid, text) is
  'Ends somebody''s acting for an institution, also the last one''s. Needs institutions.manage. Codes: reason_needed, institution_not_found.';

revoke execute on function
  private.lock_institution(uuid), private.add_institution(jsonb, jsonb, jsonb, text, timestamptz), private.clean_institution_field(text, jsonb),
  private.edit_institution(uuid, jsonb, text), private.block_facts(public.institution_seats),
  private.add_seat_block(uuid, text, int, int, date, int, text, timestamptz), private.change_seat_block(uuid, int, int, date, text, timestamptz),
  private.set_institution_status(uuid, public.account_status, text), private.suspend_institution(uuid, text),
  private.restore_institution(uuid, text), private.appoint_manager(uuid, text, text, text, timestamptz),
  private.withdraw_appointment(uuid, text, timestamptz), private.dismiss_manager(uuid, uuid, text),
  public.add_institution(jsonb, jsonb, jsonb, text), public.edit_institution(uuid, jsonb, text),
  public.add_seat_block(uuid, text, int, int, date, int, text), public.change_seat_block(uuid, int, int, date, text),
  public.suspend_institution(uuid, text), public.restore_institution(uuid, text), public.appoint_manager(uuid, text, text, text),
  public.withdraw_appointment(uuid, text), public.dismiss_manager(uuid, uuid, text)
from public, anon, authenticated, service_role;
grant execute on function
  private.add_institution(jsonb, jsonb, jsonb, text, timestamptz), private.edit_institution(uuid, jsonb, text),
  private.add_seat_block(uuid, text, int, int, date, int, text, timestamptz), private.change_seat_block(uuid, int, int, date, text, timestamptz),
  private.suspend_institution(uuid, text), private.restore_institution(uuid, text), private.appoint_manager(uuid, text, text, text, timestamptz),
  private.withdraw_appointment(uuid, text, timestamptz), private.dismiss_manager(uuid, uuid, text),
  public.add_institution(jsonb, jsonb, jsonb, text), public.edit_institution(uuid, jsonb, text),
  public.add_seat_block(uuid, text, int, int, date, int, text), public.change_seat_block(uuid, int, int, date, text),
  public.suspend_institution(uuid, text), public.restore_institution(uuid, text), public.appoint_manager(uuid, text, text, text),
  public.withdraw_appointment(uuid, text), public.dismiss_manager(uuid, uuid, text)
to authenticated;

-- Why: an institution with its seats and its first manager comes into being in one transaction; managers then look after who
-- manages with them.

create function private.add_seats(p_institution_id uuid, p_seats jsonb, p_actor uuid, p_now timestamptz) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_block record;
begin
  if p_seats is null or jsonb_typeof(p_seats) <> 'array' or jsonb_array_length(p_seats) not between 1 and 50 then
    raise exception 'invalid_seats' using detail = 'Name at least one track with its seats.';
  end if;
  for v_block in
    select * from jsonb_to_recordset(p_seats) as b(track_id text, seats integer, price integer, valid_until date)
  loop
    if not exists (select from public.tracks t where t.id = v_block.track_id) then
      raise exception 'track_not_found' using detail = 'There is no such track.';
    end if;
    if v_block.seats is null or v_block.seats not between 1 and 1000000 then
      raise exception 'invalid_seats' using detail = 'The number of seats must be a whole number above zero.';
    end if;
    if v_block.price is null or v_block.price < 0 then
      raise exception 'invalid_price' using detail = 'The price of a seat cannot be negative.';
    end if;
    if v_block.valid_until is null or v_block.valid_until < private.day_in_india(p_now) then
      raise exception 'invalid_valid_until' using detail = 'Seats must be valid today at least.';
    end if;
    insert into public.institution_seats (institution_id, track_id, seats, price, valid_until, created_by, created_at)
    values (p_institution_id, v_block.track_id, v_block.seats, v_block.price, v_block.valid_until, p_actor, p_now);
  end loop;
end
$$;

create function private.create_institution(p_institution jsonb, p_seats jsonb, p_manager jsonb, p_actor uuid, p_now timestamptz) returns uuid
  language plpgsql security definer set search_path = ''
as $$
declare
  v_name text := nullif(trim(p_institution ->> 'name'), '');
  v_kind text := p_institution ->> 'kind';
  v_state text := nullif(trim(p_institution ->> 'state'), '');
  v_gstin text := nullif(upper(trim(p_institution ->> 'gstin')), '');
  v_id uuid;
begin
  if v_name is null or length(v_name) > 200 then
    raise exception 'invalid_name' using detail = 'A name of at most 200 characters is needed.';
  end if;
  if v_kind is null or v_kind not in ('university', 'school', 'organisation') then
    raise exception 'invalid_kind' using detail = 'An institution is a university, a school or an organisation.';
  end if;
  if v_state !~ '^[0-9]{2}$' then
    raise exception 'invalid_state' using detail = 'The state is a two-digit GST code.';
  end if;
  if v_gstin !~ '^[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][A-Z0-9]Z[A-Z0-9]$' or left(v_gstin, 2) <> v_state then
    raise exception 'invalid_gstin' using detail = 'This is no GSTIN of that state.';
  end if;
  insert into public.institutions (kind, name, contact_name, contact_email, contact_phone, address, state, gstin, created_at)
  values (v_kind::public.institution_kind, v_name, left(trim(coalesce(p_institution ->> 'contact_name', '')), 200),
    lower(left(trim(coalesce(p_institution ->> 'contact_email', '')), 320)), left(nullif(trim(p_institution ->> 'contact_phone'), ''), 40),
    left(nullif(trim(p_institution ->> 'address'), ''), 1000), v_state, v_gstin, p_now)
  returning id into v_id;
  perform private.add_seats(v_id, p_seats, p_actor, p_now);
  perform private.queue_manager_invitation(v_id, p_manager ->> 'email', p_manager ->> 'full_name', p_actor, p_now);
  perform private.audit('institution.created', 'institution', v_id::text, jsonb_build_object('seats', p_seats), p_actor, p_now);
  return v_id;
end
$$;
comment on function private.create_institution(jsonb, jsonb, jsonb, uuid, timestamptz) is
  'Makes an institution with seats [{track_id, seats, price (paise), valid_until}] and invites {email, full_name} to manage it. Codes: invalid_name, invalid_kind, invalid_state, invalid_gstin, invalid_seats, invalid_price, invalid_valid_until, track_not_found, invalid_email, invalid_full_name, account_is_staff.';

create function private.institution_team(p_institution_id uuid) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_me uuid := private.require_institution(p_institution_id, 'institutions.read');
begin
  return jsonb_build_object(
    'managers', coalesce((
      select jsonb_agg(jsonb_build_object('user_id', p.user_id, 'full_name', p.full_name, 'email', p.email, 'added_at', im.added_at,
        'me', p.user_id = v_me) order by im.added_at, p.user_id)
      from public.institution_managers im join public.profiles p on p.user_id = im.user_id
      where im.institution_id = p_institution_id), '[]'::jsonb),
    'invitations', coalesce((
      select jsonb_agg(jsonb_build_object('id', m.id, 'email', m.email, 'full_name', m.full_name, 'created_at', m.created_at,
        'sent_at', m.sent_at, 'expires_at', m.expires_at) order by m.created_at desc, m.id)
      from public.manager_invitations m
      where m.institution_id = p_institution_id and m.accepted_at is null and m.withdrawn_at is null), '[]'::jsonb));
end
$$;

create function private.invite_manager(p_institution_id uuid, p_email text, p_full_name text, p_now timestamptz default now()) returns uuid
  language plpgsql security definer set search_path = ''
as $$
declare
  v_actor uuid := private.require_institution(p_institution_id);
  v_id uuid;
begin
  if not private.rate_limit('manager-invitations:' || p_institution_id, 30, 3600, p_now) then
    raise exception 'too_many_requests' using detail = 'Too many invitations in an hour.';
  end if;
  v_id := private.queue_manager_invitation(p_institution_id, p_email, p_full_name, v_actor, p_now);
  perform private.audit('institution.manager_invited', 'institution', p_institution_id::text,
    jsonb_build_object('invitation_id', v_id), v_actor, p_now);
  return v_id;
end
$$;

create function private.withdraw_manager_invitation(p_invitation_id uuid, p_now timestamptz default now()) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_institution uuid;
begin
  select m.institution_id into v_institution from public.manager_invitations m where m.id = p_invitation_id for update;
  perform private.require_institution(v_institution);
  update public.manager_invitations m set withdrawn_at = p_now
  where m.id = p_invitation_id and m.accepted_at is null and m.withdrawn_at is null;
  if found then
    perform private.audit('institution.manager_invitation_withdrawn', 'institution', v_institution::text,
      jsonb_build_object('invitation_id', p_invitation_id), auth.uid(), p_now);
  end if;
end
$$;

create function private.remove_manager(p_institution_id uuid, p_user_id uuid, p_now timestamptz default now()) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_institution(p_institution_id);
  -- One at a time: two removals that each see the other's row would leave nobody.
  perform from public.institutions i where i.id = p_institution_id for update;
  if not exists (select from public.institution_managers im where im.institution_id = p_institution_id and im.user_id = p_user_id) then
    return;
  end if;
  if (select count(*) from public.institution_managers im where im.institution_id = p_institution_id) = 1
    and not private.has_permission('institutions.manage') then
    raise exception 'last_manager' using detail = 'Somebody must act for the institution.';
  end if;
  delete from public.institution_managers im where im.institution_id = p_institution_id and im.user_id = p_user_id;
  perform private.audit('institution.manager_removed', 'institution', p_institution_id::text,
    jsonb_build_object('user_id', p_user_id), auth.uid(), p_now);
end
$$;

create function public.institution_team(p_institution_id uuid) returns jsonb
  language sql stable set search_path = ''
as $$ select private.institution_team(p_institution_id) $$;
comment on function public.institution_team(uuid) is 'Who acts for an institution and who is invited to: {managers, invitations}.';
create function public.invite_manager(p_institution_id uuid, p_email text, p_full_name text) returns uuid
  language sql set search_path = ''
as $$ select private.invite_manager(p_institution_id, p_email, p_full_name) $$;
comment on function public.invite_manager(uuid, text, text) is
  'Invites somebody to act for an institution, or invites again. Codes: invalid_email, invalid_full_name, already_manager, account_is_staff, invited_recently, too_many_requests.';
create function public.withdraw_manager_invitation(p_invitation_id uuid) returns void
  language sql set search_path = ''
as $$ select private.withdraw_manager_invitation(p_invitation_id) $$;
comment on function public.withdraw_manager_invitation(uuid) is 'Takes an invitation back; its link opens nothing any more.';
create function public.remove_manager(p_institution_id uuid, p_manager_id uuid) returns void
  language sql set search_path = ''
as $$ select private.remove_manager(p_institution_id, p_manager_id) $$;
comment on function public.remove_manager(uuid, uuid) is 'Ends somebody''s acting for an institution, at once. Code: last_manager.';

revoke execute on function
  private.add_seats(uuid, jsonb, uuid, timestamptz), private.create_institution(jsonb, jsonb, jsonb, uuid, timestamptz),
  private.institution_team(uuid), private.invite_manager(uuid, text, text, timestamptz),
  private.withdraw_manager_invitation(uuid, timestamptz), private.remove_manager(uuid, uuid, timestamptz),
  public.institution_team(uuid), public.invite_manager(uuid, text, text), public.withdraw_manager_invitation(uuid),
  public.remove_manager(uuid, uuid)
from public, anon, authenticated, service_role;
grant execute on function
  private.institution_team(uuid), private.invite_manager(uuid, text, text, timestamptz),
  private.withdraw_manager_invitation(uuid, timestamptz), private.remove_manager(uuid, uuid, timestamptz),
  public.institution_team(uuid), public.invite_manager(uuid, text, text), public.withdraw_manager_invitation(uuid),
  public.remove_manager(uuid, uuid)
to authenticated;

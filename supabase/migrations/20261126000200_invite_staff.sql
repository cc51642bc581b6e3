-- Why: staff are invited like managers: by a mail whose token makes the account. Until it is accepted nobody has a right by it.

create table public.staff_invitations (
  id uuid primary key default gen_random_uuid(),
  email text not null check (email = lower(email) and length(email) between 3 and 320),
  full_name text not null check (length(full_name) between 1 and 200),
  role_ids text[] not null check (cardinality(role_ids) between 1 and 20),
  invited_by uuid references public.profiles (user_id) on delete set null,
  created_at timestamptz not null default now(),
  queued_at timestamptz not null default now(),
  sent_at timestamptz,
  expires_at timestamptz,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);
comment on table public.staff_invitations is
  'Who was asked to join the staff, with which roles, by whom. It opens nothing once the inviter could no longer give these roles.';
create unique index staff_invitations_one_open on public.staff_invitations (email) where accepted_at is null and withdrawn_at is null;
create index staff_invitations_invited_by_idx on public.staff_invitations (invited_by) where invited_by is not null;

alter table public.staff_invitations enable row level security;
grant select on public.staff_invitations to authenticated, service_role;
create policy "staff with roles.manage read invitations of staff" on public.staff_invitations
  for select to authenticated using ((select private.has_permission('roles.manage')));

alter table private.invitation_tokens drop constraint invitation_tokens_kind_check;
alter table private.invitation_tokens add constraint invitation_tokens_kind_check check (kind in ('student', 'manager', 'staff'));
comment on table private.invitation_tokens is
  'SHA-256 (hex) of the token in the newest invitation of a student, a manager or staff; an older one no longer opens anything.';

-- Whether whoever invited could still give these roles: their own rights count on the day of acceptance, too.
create function private.staff_invitation_stands(p_invitation public.staff_invitations) returns boolean
  language sql stable set search_path = ''
as $$
  select (array['users.manage', 'roles.manage'] || private.permissions_in(p_invitation.role_ids))
    <@ private.permissions_of(p_invitation.invited_by)
$$;

create or replace function private.invitation_subject(p_kind text, p_subject_id uuid) returns jsonb
  language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object('kind', 'student', 'email', s.email, 'full_name', s.full_name, 'institution_id', i.id, 'institution_name', i.name,
    'inviter_name', null, 'tracks', private.invitation_tracks(s.id), 'joined', s.user_id is not null,
    'wanted', s.status = 'active' and i.status = 'active'
      and exists (select from public.student_seats ss where ss.student_id = s.id and ss.released_at is null))
  from public.institution_students s join public.institutions i on i.id = s.institution_id
  where p_kind = 'student' and s.id = p_subject_id
  union all
  select jsonb_build_object('kind', 'manager', 'email', m.email, 'full_name', m.full_name, 'institution_id', i.id, 'institution_name', i.name,
    'inviter_name', p.full_name, 'tracks', '[]'::jsonb, 'joined', m.accepted_at is not null,
    'wanted', m.withdrawn_at is null and i.status = 'active')
  from public.manager_invitations m join public.institutions i on i.id = m.institution_id
  left join public.profiles p on p.user_id = m.invited_by
  where p_kind = 'manager' and m.id = p_subject_id
  union all
  -- What invites staff is the product itself.
  select jsonb_build_object('kind', 'staff', 'email', f.email, 'full_name', f.full_name, 'institution_id', null,
    'institution_name', coalesce((select a.value ->> 'product_name' from public.app_settings a where a.key = 'branding'), 'AI Ready'),
    'inviter_name', p.full_name, 'tracks', '[]'::jsonb, 'joined', f.accepted_at is not null,
    'wanted', f.withdrawn_at is null and (f.accepted_at is not null or private.staff_invitation_stands(f)))
  from public.staff_invitations f left join public.profiles p on p.user_id = f.invited_by
  where p_kind = 'staff' and f.id = p_subject_id
$$;

create or replace function private.begin_invitation(p_kind text, p_subject_id uuid, p_token_hash text, p_now timestamptz) returns jsonb
  language plpgsql security definer set search_path = ''
as $$
declare
  v_subject jsonb := private.invitation_subject(p_kind, p_subject_id);
  v_account jsonb := private.account_of(v_subject ->> 'email');
  v_expires timestamptz := p_now + interval '30 days';
begin
  if v_subject is null then
    return null;
  end if;
  if (v_subject ->> 'wanted')::boolean and not (v_subject ->> 'joined')::boolean then
    insert into private.invitation_tokens as t (token_hash, kind, subject_id, created_at, expires_at)
    values (p_token_hash, p_kind, p_subject_id, p_now, v_expires)
    on conflict (kind, subject_id) do update set
      token_hash = excluded.token_hash, created_at = excluded.created_at, expires_at = excluded.expires_at, used_at = null, used_by = null;
    update public.manager_invitations m set expires_at = v_expires where p_kind = 'manager' and m.id = p_subject_id;
    update public.staff_invitations f set expires_at = v_expires where p_kind = 'staff' and f.id = p_subject_id;
  end if;
  return v_subject - 'joined' - 'wanted' || jsonb_build_object(
    'has_account', coalesce((v_account ->> 'confirmed')::boolean, false),
    'still_wanted', (v_subject ->> 'wanted')::boolean and not (v_subject ->> 'joined')::boolean, 'expires_at', v_expires);
end
$$;

create or replace function private.invitation_sent(p_kind text, p_subject_id uuid, p_now timestamptz) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  update public.institution_students set invitation_sent_at = p_now where p_kind = 'student' and id = p_subject_id;
  update public.manager_invitations set sent_at = p_now where p_kind = 'manager' and id = p_subject_id;
  update public.staff_invitations set sent_at = p_now where p_kind = 'staff' and id = p_subject_id;
end
$$;

create function private.make_staff(p_invitation_id uuid, p_person public.profiles, p_token_hash text, p_now timestamptz) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_invitation public.staff_invitations;
begin
  if p_person.kind = 'staff' then
    raise exception 'account_is_staff' using detail = 'This account is one of staff already.';
  end if;
  -- An account that somebody uses for something else never becomes one of staff by a mail: only one that this invitation made.
  if p_person.kind <> 'learner'
    or not exists (select from auth.users u where u.id = p_person.user_id and u.raw_app_meta_data ->> 'invitation' = p_token_hash) then
    raise exception 'account_exists' using detail = 'There is an account with this address that is used otherwise.';
  end if;
  update public.staff_invitations f set accepted_at = p_now where f.id = p_invitation_id returning f.* into v_invitation;
  update public.profiles p set kind = 'staff' where p.user_id = p_person.user_id;
  insert into public.staff_roles (user_id, role_id, granted_by, granted_at)
  select p_person.user_id, r.id, v_invitation.invited_by, p_now from public.roles r where r.id = any (v_invitation.role_ids);
  perform private.audit('staff.joined', 'profile', p_person.user_id::text, jsonb_build_object(
    'invitation_id', p_invitation_id, 'before', '{}'::jsonb, 'after', jsonb_build_object('roles', v_invitation.role_ids)),
    p_person.user_id, p_now);
end
$$;

create or replace function private.accept_invitation(p_token_hash text, p_user_id uuid, p_consent_version text, p_now timestamptz) returns jsonb
  language plpgsql security definer set search_path = ''
as $$
declare
  v_token private.invitation_tokens;
  v_subject jsonb;
  v_person public.profiles;
begin
  select t.* into v_token from private.invitation_tokens t where t.token_hash = p_token_hash for update;
  if not found then
    raise exception 'invitation_unknown' using detail = 'There is no such invitation.';
  end if;
  -- A withdrawal under way is waited for.
  perform from public.staff_invitations f where v_token.kind = 'staff' and f.id = v_token.subject_id for update;
  v_subject := private.invitation_subject(v_token.kind, v_token.subject_id);
  select p.* into v_person from public.profiles p where p.user_id = p_user_id;
  if v_person.user_id is null or lower(v_person.email) is distinct from v_subject ->> 'email' then
    raise exception 'invitation_for_other' using detail = 'The invitation is for another address.';
  end if;
  if v_token.used_by is distinct from p_user_id then
    -- A student whose account was made a moment ago has joined already; that is this acceptance.
    case private.invitation_state(v_token, v_subject || jsonb_build_object('joined', false), p_now)
      when 'open' then null;
      when 'expired' then raise exception 'invitation_expired' using detail = 'The invitation is too old.';
      when 'used' then raise exception 'invitation_used' using detail = 'The invitation was accepted before.';
      else raise exception 'invitation_withdrawn' using detail = 'The invitation was withdrawn.';
    end case;
    if v_person.status <> 'active' then
      raise exception 'account_not_open' using detail = 'This account is not active.';
    end if;
    case v_token.kind
      when 'student' then perform private.attach_students(p_user_id, p_now);
      when 'manager' then perform private.make_manager(v_token.subject_id, v_person, p_now);
      else perform private.make_staff(v_token.subject_id, v_person, p_token_hash, p_now);
    end case;
    update private.invitation_tokens set used_at = p_now, used_by = p_user_id where token_hash = p_token_hash;
    if nullif(trim(p_consent_version), '') is not null then
      insert into public.consents (user_id, document, version, accepted_at)
      select p_user_id, d, left(trim(p_consent_version), 40), p_now from unnest(array['terms', 'privacy']) d
      on conflict do nothing;
    end if;
  end if;
  return jsonb_build_object('kind', v_token.kind, 'institution_id', v_subject ->> 'institution_id');
end
$$;

create function private.queue_staff_invitation(p_invitation_id uuid, p_now timestamptz) returns void
  language sql set search_path = ''
as $$
  select private.enqueue('staff.invite', jsonb_build_object('invitation_id', p_invitation_id),
    'staff.invite:' || p_invitation_id || ':' || extract(epoch from p_now), p_now)
$$;

create function private.require_staff_inviter(p_role_ids text[], p_now timestamptz) returns uuid
  language plpgsql set search_path = ''
as $$
declare
  v_actor uuid;
begin
  perform private.require_any_permission('users.manage');
  v_actor := private.require_any_permission('roles.manage');
  perform private.require_own_rights(private.permissions_in(p_role_ids));
  if not private.rate_limit('staff-invitations:' || v_actor, 60, 3600, p_now) then
    raise exception 'too_many_requests' using detail = 'Too many invitations in an hour.';
  end if;
  return v_actor;
end
$$;

create function private.invite_staff(p_email text, p_full_name text, p_role_ids text[], p_reason text, p_now timestamptz default now())
returns uuid
  language plpgsql security definer set search_path = ''
as $$
declare
  v_actor uuid;
  v_email text := lower(trim(coalesce(p_email, '')));
  v_name text := trim(coalesce(p_full_name, ''));
  v_roles text[] := private.distinct_texts(p_role_ids);
  v_reason text;
  v_account jsonb;
  v_id uuid;
begin
  v_actor := private.require_staff_inviter(v_roles, p_now);
  v_reason := private.clean_reason(p_reason);
  if length(v_email) > 320 or v_email !~ '^[^\s@]+@[^\s@]+\.[^\s@]+$' then
    raise exception 'invalid_email' using detail = 'This is not an e-mail address.';
  end if;
  if length(v_name) not between 1 and 200 then
    raise exception 'invalid_full_name' using detail = 'A name of at most 200 characters is needed.';
  end if;
  if cardinality(v_roles) not between 1 and 20 then
    raise exception 'roles_needed' using detail = 'Choose at least one role.';
  end if;
  if (select count(*) from public.roles r where r.id = any (v_roles)) <> cardinality(v_roles) then
    raise exception 'role_not_found' using detail = 'There is no such role.';
  end if;
  v_account := private.account_of(v_email);
  if v_account ->> 'kind' = 'staff' then
    raise exception 'already_staff' using detail = 'This person is on the staff already; give them roles there.';
  end if;
  -- One that was opened and never confirmed is nobody's: the invitation takes it over.
  if (v_account ->> 'confirmed')::boolean then
    raise exception 'account_exists' using detail = 'A learner or manager has an account with this address. Staff need one of their own.';
  end if;
  insert into public.staff_invitations (email, full_name, role_ids, invited_by, created_at, queued_at)
  values (v_email, v_name, v_roles, v_actor, p_now, p_now)
  on conflict (email) where accepted_at is null and withdrawn_at is null do nothing
  returning id into v_id;
  if v_id is null then
    raise exception 'invited_already' using detail = 'There is an open invitation for this address.';
  end if;
  perform private.queue_staff_invitation(v_id, p_now);
  perform private.audit_act('staff.invited', 'staff_invitation', v_id::text, v_reason, '{}', jsonb_build_object('roles', v_roles));
  return v_id;
end
$$;

create function private.lock_staff_invitation(p_invitation_id uuid) returns public.staff_invitations
  language plpgsql set search_path = ''
as $$
declare
  v_invitation public.staff_invitations;
begin
  select f.* into v_invitation from public.staff_invitations f where f.id = p_invitation_id for update;
  if not found or v_invitation.withdrawn_at is not null then
    raise exception 'invitation_not_found' using detail = 'There is no such open invitation.';
  end if;
  if v_invitation.accepted_at is not null then
    raise exception 'invitation_used' using detail = 'The invitation was accepted in the meantime.';
  end if;
  return v_invitation;
end
$$;

-- Whoever sends it again stands for it from now on.
create function private.resend_staff_invitation(p_invitation_id uuid, p_reason text, p_now timestamptz default now()) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_actor uuid;
  v_reason text;
  v_invitation public.staff_invitations;
begin
  perform private.require_any_permission('users.manage');
  perform private.require_any_permission('roles.manage');
  v_reason := private.clean_reason(p_reason);
  v_invitation := private.lock_staff_invitation(p_invitation_id);
  v_actor := private.require_staff_inviter(v_invitation.role_ids, p_now);
  if v_invitation.queued_at > p_now - interval '5 minutes' then
    raise exception 'invited_recently' using detail = 'An invitation was sent to this address a few minutes ago.';
  end if;
  update public.staff_invitations f set queued_at = p_now, invited_by = v_actor where f.id = p_invitation_id;
  perform private.queue_staff_invitation(p_invitation_id, p_now);
  perform private.audit_act('staff.invitation_resent', 'staff_invitation', p_invitation_id::text, v_reason);
end
$$;

create function private.withdraw_staff_invitation(p_invitation_id uuid, p_reason text, p_now timestamptz default now()) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_invitation public.staff_invitations;
begin
  perform private.require_any_permission('users.manage');
  perform private.require_any_permission('roles.manage');
  v_reason := private.clean_reason(p_reason);
  v_invitation := private.lock_staff_invitation(p_invitation_id);
  update public.staff_invitations f set withdrawn_at = p_now where f.id = p_invitation_id;
  perform private.audit_act('staff.invitation_withdrawn', 'staff_invitation', p_invitation_id::text, v_reason,
    jsonb_build_object('roles', v_invitation.role_ids), '{}');
end
$$;

create function private.list_staff_invitations() returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_any_permission('roles.manage');
  return coalesce((
    select jsonb_agg(jsonb_build_object('id', f.id, 'email', f.email, 'full_name', f.full_name, 'created_at', f.created_at,
      'sent_at', f.sent_at, 'expires_at', f.expires_at, 'invited_by', private.person_name(f.invited_by),
      'stands', private.staff_invitation_stands(f),
      'roles', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name) order by lower(r.name)), '[]')
        from public.roles r where r.id = any (f.role_ids))) order by f.created_at desc, f.id)
    from (select * from public.staff_invitations f where f.accepted_at is null and f.withdrawn_at is null
      order by f.created_at desc limit 200) f), '[]');
end
$$;

create function private.delete_role(p_role_id text, p_version int, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_role public.roles;
  v_before jsonb;
begin
  perform private.require_any_permission('roles.manage');
  v_reason := private.clean_reason(p_reason);
  v_role := private.lock_own_role(p_role_id, p_version);
  v_before := private.role_state(v_role);
  perform private.require_own_rights(private.permissions_in(array[p_role_id]));
  if exists (select from public.staff_roles sr where sr.role_id = p_role_id)
    or exists (select from public.staff_invitations f
      where f.accepted_at is null and f.withdrawn_at is null and p_role_id = any (f.role_ids)) then
    raise exception 'role_in_use' using detail = 'Somebody holds this role or is invited to it.';
  end if;
  delete from public.roles r where r.id = p_role_id;
  perform private.audit_act('role.deleted', 'role', p_role_id, v_reason, v_before, '{}');
end
$$;

create function public.delete_role(p_role_id text, p_version int, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.delete_role(p_role_id, p_version, p_reason) $$;
create function public.invite_staff(p_email text, p_full_name text, p_role_ids text[], p_reason text) returns uuid
  language sql set search_path = ''
as $$ select private.invite_staff(p_email, p_full_name, p_role_ids, p_reason) $$;
create function public.resend_staff_invitation(p_invitation_id uuid, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.resend_staff_invitation(p_invitation_id, p_reason) $$;
create function public.withdraw_staff_invitation(p_invitation_id uuid, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.withdraw_staff_invitation(p_invitation_id, p_reason) $$;
create function public.list_staff_invitations() returns jsonb
  language sql stable set search_path = ''
as $$ select private.list_staff_invitations() $$;

comment on function public.delete_role(text, int, text) is
  'Deletes a role that nobody holds or is invited to. Needs roles.manage and each permission in it. Codes: role_not_found, system_role, changed_meanwhile, role_in_use, beyond_own_rights, reason_needed.';
comment on function public.invite_staff(text, text, text[], text) is
  'Invites somebody without an account to the staff. Needs users.manage, roles.manage and each permission in the roles. Codes: invalid_email, invalid_full_name, roles_needed, role_not_found, account_exists, already_staff, invited_already, beyond_own_rights, too_many_requests, reason_needed.';
comment on function public.resend_staff_invitation(uuid, text) is
  'Sends a new link; the one before opens nothing any more. Needs what invite_staff needs. Codes: invitation_not_found, invitation_used, invited_recently, beyond_own_rights, too_many_requests, reason_needed.';
comment on function public.withdraw_staff_invitation(uuid, text) is
  'Takes an invitation back; its link opens nothing any more. Needs users.manage and roles.manage. Codes: invitation_not_found, invitation_used, reason_needed.';
comment on function public.list_staff_invitations() is
  'Open invitations of staff, newest first, 200 at most: [{id, email, full_name, roles, created_at, sent_at, expires_at, invited_by, stands}]. Needs roles.manage.';

revoke execute on function
  private.staff_invitation_stands(public.staff_invitations), private.make_staff(uuid, public.profiles, text, timestamptz),
  private.queue_staff_invitation(uuid, timestamptz), private.require_staff_inviter(text[], timestamptz),
  private.invite_staff(text, text, text[], text, timestamptz), private.lock_staff_invitation(uuid),
  private.resend_staff_invitation(uuid, text, timestamptz), private.withdraw_staff_invitation(uuid, text, timestamptz),
  private.list_staff_invitations(), private.delete_role(text, int, text), public.delete_role(text, int, text),
  public.invite_staff(text, text, text[], text), public.resend_staff_invitation(uuid, text),
  public.withdraw_staff_invitation(uuid, text), public.list_staff_invitations()
from public, anon, authenticated, service_role;
grant execute on function
  private.invite_staff(text, text, text[], text, timestamptz), private.resend_staff_invitation(uuid, text, timestamptz),
  private.withdraw_staff_invitation(uuid, text, timestamptz), private.list_staff_invitations(), private.delete_role(text, int, text),
  public.delete_role(text, int, text), public.invite_staff(text, text, text[], text), public.resend_staff_invitation(uuid, text),
  public.withdraw_staff_invitation(uuid, text), public.list_staff_invitations()
to authenticated;

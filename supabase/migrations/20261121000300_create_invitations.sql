-- Why: managers and students are invited by mail. Auth's own links end within a day at most; ours live for weeks, can be sent again,
-- and only their hashes are kept.

create table public.manager_invitations (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references public.institutions (id) on delete cascade,
  email text not null check (email = lower(email) and length(email) between 3 and 320),
  full_name text not null default '' check (length(full_name) <= 200),
  invited_by uuid references public.profiles (user_id) on delete set null,
  created_at timestamptz not null default now(),
  queued_at timestamptz not null default now(),
  sent_at timestamptz,
  expires_at timestamptz,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);
comment on table public.manager_invitations is 'Who was asked to act for an institution, by whom, and what came of it.';
create unique index manager_invitations_one_open on public.manager_invitations (institution_id, email)
  where accepted_at is null and withdrawn_at is null;
create index manager_invitations_institution_id_idx on public.manager_invitations (institution_id, created_at desc);
create index manager_invitations_invited_by_idx on public.manager_invitations (invited_by) where invited_by is not null;

alter table public.manager_invitations enable row level security;
grant select on public.manager_invitations to authenticated, service_role;
create policy "managers read invitations to their institution, staff with institutions.read all" on public.manager_invitations
  for select to authenticated
  using (institution_id = any (array(select private.my_institutions())) or (select private.has_permission('institutions.read')));

create table private.invitation_tokens (
  token_hash text primary key check (length(token_hash) = 64),
  kind text not null check (kind in ('student', 'manager')),
  subject_id uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid,
  unique (kind, subject_id)
);
comment on table private.invitation_tokens is 'SHA-256 (hex) of the token in the newest invitation of a student or a manager; an older one no longer opens anything.';

create function private.invitation_tracks(p_student_id uuid) returns jsonb
  language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.position, t.name), '[]'::jsonb)
  from public.student_seats ss join public.tracks t on t.id = ss.track_id
  where ss.student_id = p_student_id and ss.released_at is null
$$;

-- What an invitation is about, or null when there is no such student or invitation.
create function private.invitation_subject(p_kind text, p_subject_id uuid) returns jsonb
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
$$;

create function private.account_of(p_email text) returns jsonb
  language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object('user_id', p.user_id, 'kind', p.kind, 'status', p.status, 'confirmed', u.email_confirmed_at is not null,
    'signed_in', u.last_sign_in_at is not null, 'created_at', u.created_at)
  from public.profiles p join auth.users u on u.id = p.user_id
  where lower(p.email) = lower(p_email)
$$;

create function private.begin_invitation(p_kind text, p_subject_id uuid, p_token_hash text, p_now timestamptz) returns jsonb
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
  end if;
  return v_subject - 'joined' - 'wanted' || jsonb_build_object(
    'has_account', coalesce((v_account ->> 'confirmed')::boolean, false),
    'still_wanted', (v_subject ->> 'wanted')::boolean and not (v_subject ->> 'joined')::boolean, 'expires_at', v_expires);
end
$$;

create function private.invitation_sent(p_kind text, p_subject_id uuid, p_now timestamptz) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  update public.institution_students set invitation_sent_at = p_now where p_kind = 'student' and id = p_subject_id;
  update public.manager_invitations set sent_at = p_now where p_kind = 'manager' and id = p_subject_id;
end
$$;

create function private.invitation_state(p_token private.invitation_tokens, p_subject jsonb, p_now timestamptz) returns text
  language sql immutable set search_path = ''
as $$
  select case
    when p_subject is null or not (p_subject ->> 'wanted')::boolean then 'withdrawn'
    when p_token.used_at is not null or (p_subject ->> 'joined')::boolean then 'used'
    when p_token.expires_at <= p_now then 'expired'
    else 'open' end
$$;

create function private.look_at_invitation(p_token_hash text, p_now timestamptz) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_token private.invitation_tokens;
  v_subject jsonb;
  v_account jsonb;
begin
  select t.* into v_token from private.invitation_tokens t where t.token_hash = p_token_hash;
  if not found then
    return null;
  end if;
  v_subject := private.invitation_subject(v_token.kind, v_token.subject_id);
  v_account := private.account_of(v_subject ->> 'email');
  return coalesce(v_subject, jsonb_build_object('kind', v_token.kind)) - 'joined' - 'wanted' || jsonb_build_object(
    'state', private.invitation_state(v_token, v_subject, p_now), 'created_at', v_token.created_at,
    'has_account', coalesce((v_account ->> 'confirmed')::boolean, false), 'account', v_account);
end
$$;

create function private.accept_invitation(p_token_hash text, p_user_id uuid, p_consent_version text, p_now timestamptz) returns jsonb
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
    if v_token.kind = 'student' then
      perform private.attach_students(p_user_id, p_now);
    else
      perform private.make_manager(v_token.subject_id, v_person, p_now);
    end if;
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

create function private.make_manager(p_invitation_id uuid, p_person public.profiles, p_now timestamptz) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_institution uuid;
begin
  if p_person.kind = 'staff' then
    raise exception 'account_is_staff' using detail = 'An account of staff cannot act for an institution.';
  end if;
  update public.manager_invitations m set accepted_at = p_now where m.id = p_invitation_id returning m.institution_id into v_institution;
  insert into public.institution_managers (institution_id, user_id, added_at) values (v_institution, p_person.user_id, p_now)
  on conflict do nothing;
  -- Whoever learns here goes on as a learner who also manages.
  update public.profiles p set kind = 'institution'
  where p.user_id = p_person.user_id and p.kind = 'learner' and not exists (select from public.enrolments e where e.user_id = p.user_id)
    and not exists (select from public.orders o where o.user_id = p.user_id);
  perform private.audit('institution.manager_added', 'institution', v_institution::text,
    jsonb_build_object('user_id', p_person.user_id), p_person.user_id, p_now);
end
$$;

create function private.queue_manager_invitation(p_institution_id uuid, p_email text, p_full_name text, p_actor uuid, p_now timestamptz) returns uuid
  language plpgsql security definer set search_path = ''
as $$
declare
  v_email text := lower(trim(p_email));
  v_id uuid;
  v_account jsonb;
begin
  if v_email is null or length(v_email) > 320 or v_email !~ '^[^\s@]+@[^\s@]+\.[^\s@]+$' then
    raise exception 'invalid_email' using detail = 'This is not an e-mail address.';
  end if;
  if length(trim(coalesce(p_full_name, ''))) not between 1 and 200 then
    raise exception 'invalid_full_name' using detail = 'A name of at most 200 characters is needed.';
  end if;
  v_account := private.account_of(v_email);
  if v_account ->> 'kind' = 'staff' then
    raise exception 'account_is_staff' using detail = 'An account of staff cannot act for an institution.';
  end if;
  if exists (select from public.institution_managers im
    where im.institution_id = p_institution_id and im.user_id = (v_account ->> 'user_id')::uuid) then
    raise exception 'already_manager' using detail = 'This person acts for the institution already.';
  end if;
  insert into public.manager_invitations as m (institution_id, email, full_name, invited_by, created_at, queued_at)
  values (p_institution_id, v_email, trim(p_full_name), p_actor, p_now, p_now)
  on conflict (institution_id, email) where accepted_at is null and withdrawn_at is null
  do update set queued_at = excluded.queued_at, full_name = excluded.full_name, invited_by = excluded.invited_by
    where m.queued_at <= p_now - interval '5 minutes'
  returning m.id into v_id;
  if v_id is null then
    raise exception 'invited_recently' using detail = 'An invitation was sent to this address a few minutes ago.';
  end if;
  perform private.enqueue('manager.invite', jsonb_build_object('invitation_id', v_id),
    'manager.invite:' || v_id || ':' || extract(epoch from p_now), p_now);
  return v_id;
end
$$;

create function public.system_begin_invitation(p_kind text, p_subject_id uuid, p_token_hash text) returns jsonb
  language sql security definer set search_path = ''
as $$ select private.begin_invitation(p_kind, p_subject_id, p_token_hash, now()) $$;
create function public.system_invitation_sent(p_kind text, p_subject_id uuid) returns void
  language sql security definer set search_path = ''
as $$ select private.invitation_sent(p_kind, p_subject_id, now()) $$;
create function public.system_look_at_invitation(p_token_hash text) returns jsonb
  language sql stable security definer set search_path = ''
as $$ select private.look_at_invitation(p_token_hash, now()) $$;
create function public.system_accept_invitation(p_token_hash text, p_user_id uuid, p_consent_version text) returns jsonb
  language sql security definer set search_path = ''
as $$ select private.accept_invitation(p_token_hash, p_user_id, p_consent_version, now()) $$;

revoke execute on function
  private.invitation_tracks(uuid), private.invitation_subject(text, uuid), private.account_of(text),
  private.begin_invitation(text, uuid, text, timestamptz), private.invitation_sent(text, uuid, timestamptz),
  private.invitation_state(private.invitation_tokens, jsonb, timestamptz), private.look_at_invitation(text, timestamptz),
  private.accept_invitation(text, uuid, text, timestamptz), private.make_manager(uuid, public.profiles, timestamptz),
  private.queue_manager_invitation(uuid, text, text, uuid, timestamptz),
  public.system_begin_invitation(text, uuid, text), public.system_invitation_sent(text, uuid),
  public.system_look_at_invitation(text), public.system_accept_invitation(text, uuid, text)
from public, anon, authenticated, service_role;
grant execute on function
  public.system_begin_invitation(text, uuid, text), public.system_invitation_sent(text, uuid),
  public.system_look_at_invitation(text), public.system_accept_invitation(text, uuid, text)
to service_role;

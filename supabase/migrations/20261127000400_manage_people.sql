-- Why: acts on a person. Each holds their row, asks for a reason, and is in the audit log with what was before and after.

create function private.lock_person(p_person_id uuid) returns public.profiles
  language plpgsql set search_path = ''
as $$
declare
  v_person public.profiles;
begin
  select p.* into v_person from public.profiles p where p.user_id = p_person_id for update;
  if not found then
    raise exception 'person_not_found' using detail = 'There is no such person.';
  end if;
  if v_person.status = 'erased' then
    raise exception 'account_erased' using detail = 'The account was erased.';
  end if;
  return v_person;
end
$$;

-- No token is renewed any more; one that is still in force opens nothing, since every policy asks whether the account is active.
create function private.end_sessions(p_person_id uuid) returns int
  language plpgsql security definer set search_path = ''
as $$
declare
  v_ended int := 0;
begin
  -- Hosted projects let the owner of migrations delete sessions; where they should not, the account is closed all the same.
  if has_table_privilege('auth.refresh_tokens', 'delete') then
    delete from auth.refresh_tokens t where t.user_id = p_person_id::text;
  end if;
  if has_table_privilege('auth.sessions', 'delete') then
    delete from auth.sessions s where s.user_id = p_person_id;
    get diagnostics v_ended = row_count;
  end if;
  return v_ended;
end
$$;

create function private.set_account_status(p_person_id uuid, p_status public.account_status, p_reason text) returns void
  language plpgsql set search_path = ''
as $$
declare
  v_reason text := private.clean_reason(p_reason);
  v_person public.profiles := private.lock_person(p_person_id);
  v_beyond text := private.beyond_reach(v_person);
begin
  if v_beyond is not null then
    raise exception '%', v_beyond using detail = 'Nobody suspends or restores themselves, or staff with more rights than their own.';
  end if;
  if v_person.status = p_status then
    return;
  end if;
  update public.profiles p set status = p_status where p.user_id = p_person_id;
  if p_status = 'suspended' then
    perform private.end_sessions(p_person_id);
  end if;
  perform private.audit_act(case when p_status = 'suspended' then 'person.suspended' else 'person.restored' end, 'profile', p_person_id::text,
    v_reason, jsonb_build_object('status', v_person.status), jsonb_build_object('status', p_status));
end
$$;

create function private.suspend_person(p_person_id uuid, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_any_permission('users.manage');
  perform private.set_account_status(p_person_id, 'suspended', p_reason);
end
$$;

create function private.restore_person(p_person_id uuid, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_any_permission('users.manage');
  perform private.set_account_status(p_person_id, 'active', p_reason);
end
$$;

create function private.correct_name(p_person_id uuid, p_full_name text, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_person public.profiles;
  v_name text := trim(regexp_replace(coalesce(p_full_name, ''), '\s+', ' ', 'g'));
begin
  perform private.require_any_permission('users.manage');
  v_reason := private.clean_reason(p_reason);
  v_person := private.lock_person(p_person_id);
  if length(v_name) not between 2 and 200 or v_name ~ '[[:cntrl:]<>]' then
    raise exception 'invalid_name' using detail = 'A name of 2 to 200 characters is needed.';
  end if;
  if v_name = v_person.full_name then
    return;
  end if;
  update public.profiles p set full_name = v_name where p.user_id = p_person_id;
  perform private.audit_act('person.name_corrected', 'profile', p_person_id::text, v_reason,
    jsonb_build_object('full_name', v_person.full_name), jsonb_build_object('full_name', v_name));
end
$$;

-- The newest document that somebody handed in, held. Nobody decides on their own.
create function private.lock_document(p_document_id uuid) returns public.identity_verifications
  language plpgsql set search_path = ''
as $$
declare
  v_document public.identity_verifications;
begin
  select i.* into v_document from public.identity_verifications i where i.id = p_document_id for update;
  if not found then
    raise exception 'document_not_found' using detail = 'There is no such document.';
  end if;
  return v_document;
end
$$;

create function private.review_identity(p_document_id uuid, p_verified boolean, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_actor uuid;
  v_reason text;
  v_document public.identity_verifications;
  v_status public.identity_status := case when p_verified then 'verified' else 'rejected' end;
begin
  v_actor := private.require_any_permission('identity.review');
  v_reason := private.clean_reason(p_reason);
  v_document := private.lock_document(p_document_id);
  if v_document.user_id = v_actor then
    raise exception 'not_yourself' using detail = 'Somebody else decides on your document.';
  end if;
  if p_verified is null then
    raise exception 'invalid_decision' using detail = 'A document is verified or refused.';
  end if;
  if exists (select from public.identity_verifications n
    where n.user_id = v_document.user_id and (n.created_at, n.id) > (v_document.created_at, v_document.id)) then
    raise exception 'document_replaced' using detail = 'A newer document was handed in.';
  end if;
  if v_document.status = v_status then
    return;
  end if;
  update public.identity_verifications i
  set status = v_status, reviewed_by = v_actor, reviewed_at = now(), note = case when p_verified then null else v_reason end
  where i.id = p_document_id;
  perform private.notify(v_document.user_id, case when p_verified then 'identity_verified' else 'identity_refused' end,
    case when p_verified then '{}'::jsonb else jsonb_build_object('reason', v_reason) end, '/dashboard', now());
  perform private.audit_act(case when p_verified then 'identity.verified' else 'identity.refused' end, 'profile', v_document.user_id::text, v_reason,
    jsonb_build_object('identity', v_document.status), jsonb_build_object('identity', v_status, 'document_id', p_document_id));
end
$$;

-- Who looked at a document is as much worth knowing as who decided on it.
create function private.open_identity_document(p_document_id uuid) returns jsonb
  language plpgsql security definer set search_path = ''
as $$
declare
  v_document public.identity_verifications;
begin
  perform private.require_any_permission('identity.review');
  select i.* into v_document from public.identity_verifications i where i.id = p_document_id;
  if not found then
    raise exception 'document_not_found' using detail = 'There is no such document.';
  end if;
  if not exists (select from storage.objects o where o.bucket_id = 'identity-documents' and o.name = v_document.document_path) then
    raise exception 'document_missing' using detail = 'The file is no longer there.';
  end if;
  perform private.audit('identity.opened', 'profile', v_document.user_id::text, jsonb_build_object('document_id', p_document_id));
  return jsonb_build_object('path', v_document.document_path, 'type', (
    select coalesce(o.metadata ->> 'mimetype', '') from storage.objects o
    where o.bucket_id = 'identity-documents' and o.name = v_document.document_path));
end
$$;

create function public.suspend_person(p_person_id uuid, p_reason text) returns void language sql set search_path = ''
as $$ select private.suspend_person(p_person_id, p_reason) $$;
create function public.restore_person(p_person_id uuid, p_reason text) returns void language sql set search_path = ''
as $$ select private.restore_person(p_person_id, p_reason) $$;
create function public.correct_name(p_person_id uuid, p_full_name text, p_reason text) returns void language sql set search_path = ''
as $$ select private.correct_name(p_person_id, p_full_name, p_reason) $$;
create function public.review_identity(p_document_id uuid, p_verified boolean, p_reason text) returns void language sql set search_path = ''
as $$ select private.review_identity(p_document_id, p_verified, p_reason) $$;
create function public.open_identity_document(p_document_id uuid) returns jsonb language sql set search_path = ''
as $$ select private.open_identity_document(p_document_id) $$;

comment on function public.suspend_person(uuid, text) is
  'Closes an account and ends its sessions, at once. Needs users.manage; for staff also roles.manage and every permission that they hold. Codes: reason_needed, person_not_found, account_erased, not_yourself, beyond_own_rights, last_super_admin.';
comment on function public.restore_person(uuid, text) is
  'Opens a suspended account again. Needs what suspending needs. Codes: reason_needed, person_not_found, account_erased, not_yourself, beyond_own_rights.';
comment on function public.correct_name(uuid, text, text) is
  'Changes a person''s name; certificates keep theirs. Needs users.manage. Codes: reason_needed, person_not_found, account_erased, invalid_name.';
comment on function public.review_identity(uuid, boolean, text) is
  'Verifies or refuses the newest identity document of a person, who reads the reason of a refusal. Needs identity.review. Codes: reason_needed, document_not_found, document_replaced, not_yourself.';
comment on function public.open_identity_document(uuid) is
  'Where the file of an identity document lies, and its type: {path, type}. Opening it is audited. Needs identity.review. Codes: document_not_found, document_missing.';

revoke execute on function
  private.lock_person(uuid), private.end_sessions(uuid), private.set_account_status(uuid, public.account_status, text),
  private.suspend_person(uuid, text), private.restore_person(uuid, text), private.correct_name(uuid, text, text), private.lock_document(uuid),
  private.review_identity(uuid, boolean, text), private.open_identity_document(uuid),
  public.suspend_person(uuid, text), public.restore_person(uuid, text), public.correct_name(uuid, text, text),
  public.review_identity(uuid, boolean, text), public.open_identity_document(uuid)
from public, anon, authenticated, service_role;
grant execute on function
  private.suspend_person(uuid, text), private.restore_person(uuid, text), private.correct_name(uuid, text, text),
  private.review_identity(uuid, boolean, text), private.open_identity_document(uuid),
  public.suspend_person(uuid, text), public.restore_person(uuid, text), public.correct_name(uuid, text, text),
  public.review_identity(uuid, boolean, text), public.open_identity_document(uuid)
to authenticated;

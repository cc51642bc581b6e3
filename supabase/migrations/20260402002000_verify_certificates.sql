-- What a stranger may learn of a certificate by its number, and taking one back.

create function private.certificate_standing(p_number text, p_now timestamptz)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_number text := private.read_certificate_number(p_number);
  v_certificate public.certificates;
begin
  select c.* into v_certificate from public.certificates c where c.number = v_number;
  return jsonb_build_object(
    'status', case
      when v_certificate.id is null then 'not_found'
      when v_certificate.status = 'issued' and v_certificate.expires_at <= p_now then 'expired'
      when v_certificate.status = 'issued' then 'valid'
      else v_certificate.status::text end,
    'number', coalesce(v_number, left(trim(p_number), 40)), 'holder_name', v_certificate.holder_name,
    'track_name', v_certificate.track_name, 'track_id', v_certificate.track_id,
    'issued_at', v_certificate.issued_at, 'expires_at', v_certificate.expires_at,
    'revoked_at', v_certificate.revoked_at, 'revoked_reason', v_certificate.revoked_reason,
    'superseded_by', (select n.number from public.certificates n where n.supersedes = v_certificate.id),
    'credly_url', case when v_certificate.credly_state in ('pending', 'accepted') then v_certificate.credly_url end);
end
$$;

-- Well-formed numbers that do not exist are counted by address, sixty in ten minutes: names are not to be had by going through
-- the numbers. Volatile, so that the API takes it by POST only; a reading transaction could not count.
create function private.verify_certificate(p_number text)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_standing jsonb := private.certificate_standing(p_number, now());
  v_bucket text := 'verify:' || private.caller_address();
begin
  if current_setting('transaction_read_only')::boolean then
    raise exception 'post_needed' using detail = 'Ask by POST.';
  end if;
  if v_bucket is null or private.read_certificate_number(p_number) is null then
    return v_standing;
  end if;
  if (case v_standing ->> 'status'
    when 'not_found' then not private.rate_limit(v_bucket, 60, 600, now())
    else exists (select from private.rate_limits r
      where r.bucket = v_bucket and r.window_start > now() - interval '10 minutes' and r.count >= 60) end) then
    raise exception 'too_many_requests' using detail = 'Too many numbers were tried. Wait ten minutes.';
  end if;
  return v_standing;
end
$$;
create function public.verify_certificate(p_number text)
returns jsonb language sql set search_path = '' as $$
  select private.verify_certificate(p_number)
$$;

create function private.revoke_certificate_as(p_actor uuid, p_id uuid, p_reason text, p_now timestamptz)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_certificate public.certificates;
begin
  if coalesce(trim(p_reason), '') = '' or length(p_reason) > 500 then
    raise exception 'reason_needed' using detail = 'Say why, in at most 500 characters: the reason is shown to whoever verifies.';
  end if;
  select c.* into v_certificate from public.certificates c where c.id = p_id for update;
  if not found then
    raise exception 'certificate_not_found' using detail = 'There is no such certificate.';
  end if;
  if v_certificate.status = 'revoked' then
    return;
  end if;
  update public.certificates c set status = 'revoked', revoked_at = p_now, revoked_reason = trim(p_reason) where c.id = p_id;
  if v_certificate.credly_badge_id is not null then
    perform private.enqueue('credly.revoke', jsonb_build_object('certificate_id', p_id),
      'credly.revoke:' || p_id || ':' || v_certificate.credly_badge_id, p_now);
  end if;
  perform private.notify(v_certificate.user_id, 'certificate_revoked',
    jsonb_build_object('certificate_id', p_id, 'track_name', v_certificate.track_name, 'reason', trim(p_reason)), '/dashboard', p_now);
  perform private.audit('certificate.revoked', 'certificate', p_id::text,
    jsonb_build_object('number', v_certificate.number, 'reason', trim(p_reason)), p_actor, p_now);
end
$$;

create function private.revoke_certificate(p_id uuid, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
begin
  if not private.has_permission('certificates.revoke') then
    raise exception 'not_allowed' using errcode = '42501', detail = 'The permission certificates.revoke is needed.';
  end if;
  perform private.revoke_certificate_as(auth.uid(), p_id, p_reason, now());
end
$$;
create function public.revoke_certificate(p_id uuid, p_reason text)
returns void language sql set search_path = '' as $$
  select private.revoke_certificate(p_id, p_reason)
$$;

comment on function public.verify_certificate(text) is
  'Standing of a certificate by its number, for anyone: {status: valid|expired|revoked|superseded|not_found, number, holder_name, …}. Code: too_many_requests.';
comment on function public.revoke_certificate(uuid, text) is
  'Revokes a certificate; needs certificates.revoke. The reason is public. Codes: reason_needed, certificate_not_found.';

revoke execute on function
  private.certificate_standing(text, timestamptz), private.verify_certificate(text), public.verify_certificate(text),
  private.revoke_certificate_as(uuid, uuid, text, timestamptz), private.revoke_certificate(uuid, text),
  public.revoke_certificate(uuid, text)
from public, anon, authenticated, service_role;
grant execute on function private.verify_certificate(text), public.verify_certificate(text) to anon, authenticated;
grant execute on function private.revoke_certificate(uuid, text), public.revoke_certificate(uuid, text) to authenticated;

-- Issue and renewal: number, snapshot and the work that follows (PDF, badge) in the caller's transaction.

-- Writes the next cycle and supersedes what was in force. A lock per person and track puts issue and renewal in one line.
create function private.insert_certificate(
  p_user_id uuid, p_track_id text, p_enrolment_id uuid, p_exam_session_id uuid, p_score numeric, p_holder_name text,
  p_expires_from timestamptz, p_now timestamptz)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_track public.tracks;
  v_previous uuid;
  v_cycle int;
  v_id uuid;
begin
  select t.* into strict v_track from public.tracks t where t.id = p_track_id;
  update public.certificates c set status = 'superseded'
  where c.user_id = p_user_id and c.track_id = p_track_id and c.status = 'issued'
  returning c.id into v_previous;
  select coalesce(max(c.cycle), 0) + 1 into v_cycle from public.certificates c where c.user_id = p_user_id and c.track_id = p_track_id;

  while v_id is null loop
    insert into public.certificates (number, user_id, track_id, enrolment_id, exam_session_id, cycle, holder_name, track_name,
      score, issued_at, expires_at, supersedes, created_at, updated_at)
    values (private.new_certificate_number(p_now), p_user_id, p_track_id, p_enrolment_id, p_exam_session_id, v_cycle, p_holder_name,
      v_track.name, p_score, p_now, p_expires_from + make_interval(months => v_track.validity_months), v_previous, p_now, p_now)
    on conflict (number) do nothing
    returning id into v_id;
  end loop;

  perform private.enqueue('certificate.render', jsonb_build_object('certificate_id', v_id), 'certificate.render:' || v_id, p_now);
  if v_track.credly_template_id is not null then
    perform private.enqueue('credly.issue', jsonb_build_object('certificate_id', v_id), 'credly.issue:' || v_id, p_now);
  end if;
  perform private.notify(p_user_id, 'certificate_issued',
    jsonb_build_object('certificate_id', v_id, 'track_id', p_track_id, 'track_name', v_track.name), '/dashboard', p_now);
  return v_id;
end
$$;

create function private.lock_certificates(p_user_id uuid, p_track_id text)
returns void language sql set search_path = '' as $$
  select pg_advisory_xact_lock(hashtextextended('certificate:' || p_user_id || ':' || p_track_id, 0))
$$;

-- One per sitting: asked again, the same certificate comes back.
create function private.issue_certificate(p_exam_session_id uuid, p_now timestamptz)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_session public.exam_sessions;
  v_id uuid;
  v_name text;
begin
  select s.* into strict v_session from public.exam_sessions s where s.id = p_exam_session_id;
  perform private.lock_certificates(v_session.user_id, v_session.track_id);
  select c.id into v_id from public.certificates c where c.exam_session_id = v_session.id;
  if found then
    return v_id;
  end if;
  select coalesce(nullif(trim(p.full_name), ''), p.email) into v_name from public.profiles p where p.user_id = v_session.user_id;
  return private.insert_certificate(v_session.user_id, v_session.track_id, v_session.enrolment_id, v_session.id, v_session.score,
    v_name, p_now, p_now);
end
$$;

-- The validity is added to what is left of the old one. The name stays the one that was examined. Null when the certificate is
-- no longer the one in force.
create function private.renew_certificate(p_certificate_id uuid, p_now timestamptz)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_old public.certificates;
begin
  select c.* into v_old from public.certificates c where c.id = p_certificate_id;
  perform private.lock_certificates(v_old.user_id, v_old.track_id);
  select c.* into v_old from public.certificates c where c.id = p_certificate_id and c.status = 'issued' for update;
  if not found then
    return null;
  end if;
  return private.insert_certificate(v_old.user_id, v_old.track_id, v_old.enrolment_id, null, v_old.score, v_old.holder_name,
    greatest(v_old.expires_at, p_now), p_now);
end
$$;

create function private.certificate_details(p_id uuid)
returns jsonb language sql stable security definer set search_path = '' as $$
  select to_jsonb(c) || jsonb_build_object(
    'email', p.email, 'full_name', p.full_name, 'locale', 'en', 'verify_path', '/verify/' || c.number,
    'track', jsonb_build_object('id', t.id, 'name', t.name, 'description', t.description, 'competencies', to_jsonb(t.competencies),
      'duration_hours', t.duration_hours, 'validity_months', t.validity_months, 'passing_score', t.passing_score,
      'credly_template_id', t.credly_template_id),
    'branding', private.setting('branding'))
  from public.certificates c
  join public.profiles p on p.user_id = c.user_id
  join public.tracks t on t.id = c.track_id
  where c.id = p_id
$$;

create function private.attach_certificate_pdf(p_id uuid, p_path text, p_now timestamptz)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_before public.certificates;
begin
  select c.* into v_before from public.certificates c where c.id = p_id for update;
  if not found then
    raise exception 'certificate_not_found' using detail = 'There is no such certificate.';
  end if;
  update public.certificates c set pdf_path = p_path where c.id = p_id;
  -- Whoever renders it again, years later, sends no mail.
  if v_before.status = 'issued' and v_before.pdf_path is null then
    perform private.queue_mail('certificate_ready', jsonb_build_object('certificate_id', p_id), p_id, p_now);
  end if;
end
$$;

create function private.attach_badge(p_id uuid, p_badge_id text, p_state public.badge_state, p_url text, p_now timestamptz)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_before public.badge_state;
  v_certificate public.certificates;
begin
  select c.credly_state into v_before from public.certificates c where c.id = p_id for update;
  update public.certificates c
  set credly_badge_id = coalesce(p_badge_id, c.credly_badge_id), credly_state = p_state, credly_url = coalesce(p_url, c.credly_url)
  where c.id = p_id returning c.* into v_certificate;
  if not found then
    raise exception 'certificate_not_found' using detail = 'There is no such certificate.';
  end if;
  if v_certificate.status = 'issued' and p_state in ('pending', 'accepted') and v_before is null then
    perform private.queue_mail('badge_ready', jsonb_build_object('certificate_id', p_id), p_id, p_now);
  elsif v_certificate.status = 'revoked' and p_state in ('pending', 'accepted') then
    -- Revoked while the badge was being made.
    perform private.enqueue('credly.revoke', jsonb_build_object('certificate_id', p_id), 'credly.revoke:' || p_id || ':' || v_certificate.credly_badge_id, p_now);
  end if;
end
$$;

create function public.system_get_certificate(p_id uuid)
returns jsonb language sql stable security definer set search_path = '' as $$
  select private.certificate_details(p_id)
$$;
create function public.system_attach_certificate_pdf(p_id uuid, p_path text)
returns void language sql security definer set search_path = '' as $$
  select private.attach_certificate_pdf(p_id, p_path, now())
$$;
create function public.system_attach_badge(p_id uuid, p_badge_id text, p_state public.badge_state, p_url text)
returns void language sql security definer set search_path = '' as $$
  select private.attach_badge(p_id, p_badge_id, p_state, p_url, now())
$$;

revoke execute on function
  private.insert_certificate(uuid, text, uuid, uuid, numeric, text, timestamptz, timestamptz), private.lock_certificates(uuid, text),
  private.issue_certificate(uuid, timestamptz), private.renew_certificate(uuid, timestamptz), private.certificate_details(uuid),
  private.attach_certificate_pdf(uuid, text, timestamptz),
  private.attach_badge(uuid, text, public.badge_state, text, timestamptz),
  public.system_get_certificate(uuid), public.system_attach_certificate_pdf(uuid, text),
  public.system_attach_badge(uuid, text, public.badge_state, text)
from public, anon, authenticated, service_role;
grant execute on function
  public.system_get_certificate(uuid), public.system_attach_certificate_pdf(uuid, text),
  public.system_attach_badge(uuid, text, public.badge_state, text)
to service_role;

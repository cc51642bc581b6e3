-- What a mail says is read when it is sent, in one call, so that the queue holds ids and no personal data.

create function private.mail_recipient(p_user_id uuid)
returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'to', jsonb_build_object('email', p.email, 'name', p.full_name),
    'product_name', coalesce(private.setting('branding') ->> 'product_name', 'AI Ready'))
  from public.profiles p where p.user_id = p_user_id
$$;

create function private.order_mail(p_order_id uuid)
returns jsonb language sql stable security definer set search_path = '' as $$
  select private.mail_recipient(o.user_id) || jsonb_build_object(
    'order_id', o.id, 'kind', o.kind, 'track_id', o.track_id, 'track_name', t.name, 'currency', o.currency, 'price', o.price,
    'discount', o.discount, 'taxable', o.taxable, 'tax_lines', o.tax_lines, 'total', o.total, 'paid_at', o.paid_at,
    'coupon_code', c.code, 'invoice_number', i.number, 'invoice_id', i.id)
  from public.orders o
  join public.tracks t on t.id = o.track_id
  left join public.coupons c on c.id = o.coupon_id
  left join public.invoices i on i.order_id = o.id
  where o.id = p_order_id
$$;

create function private.exam_mail(p_exam_session_id uuid)
returns jsonb language sql stable security definer set search_path = '' as $$
  select private.mail_recipient(s.user_id) || jsonb_build_object(
    'exam_session_id', s.id, 'status', s.status, 'track_id', s.track_id, 'track_name', t.name, 'attempt_no', s.attempt_no,
    'scheduled_at', s.scheduled_at, 'submitted_at', s.submitted_at, 'decided_at', s.decided_at, 'session_url', s.session_url,
    'score', s.score, 'passing_score', t.passing_score, 'exam_minutes', t.exam_minutes, 'addon_price', t.addon_price,
    'attempts_left', greatest(0, e.attempts_included + e.attempts_added - (select count(*)::int from public.exam_sessions u
      where u.enrolment_id = e.id and u.status <> 'cancelled')),
    'cooldown_until', case when s.status = 'failed' then s.decided_at + make_interval(hours => t.cooldown_hours) end)
  from public.exam_sessions s
  join public.tracks t on t.id = s.track_id
  join public.enrolments e on e.id = s.enrolment_id
  where s.id = p_exam_session_id
$$;

create function private.certificate_mail(p_certificate_id uuid)
returns jsonb language sql stable security definer set search_path = '' as $$
  select private.mail_recipient(c.user_id) || jsonb_build_object(
    'certificate_id', c.id, 'number', c.number, 'status', c.status, 'holder_name', c.holder_name, 'track_id', c.track_id,
    'track_name', c.track_name, 'score', c.score, 'cycle', c.cycle, 'issued_at', c.issued_at, 'expires_at', c.expires_at,
    'pdf_path', c.pdf_path, 'verify_path', '/verify/' || c.number, 'credly_url', c.credly_url, 'credly_state', c.credly_state)
  from public.certificates c where c.id = p_certificate_id
$$;

create function private.email_context(p_template text, p_params jsonb)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_context jsonb;
begin
  case
    when p_template = 'payment_receipt' then v_context := private.order_mail((p_params ->> 'order_id')::uuid);
    when p_template in ('exam_scheduled', 'exam_failed', 'exam_review') then
      v_context := private.exam_mail((p_params ->> 'exam_session_id')::uuid);
    when p_template in ('certificate_ready', 'badge_ready') then
      v_context := private.certificate_mail((p_params ->> 'certificate_id')::uuid);
    else raise exception 'template_not_found' using detail = 'There is no such mail template.';
  end case;
  if v_context is null then
    raise exception 'mail_subject_not_found' using detail = 'What the mail is about does not exist.';
  end if;
  return v_context;
end
$$;

create function public.system_email_context(p_template text, p_params jsonb)
returns jsonb language sql stable security definer set search_path = '' as $$
  select private.email_context(p_template, p_params)
$$;

revoke execute on function
  private.mail_recipient(uuid), private.order_mail(uuid), private.exam_mail(uuid), private.certificate_mail(uuid),
  private.email_context(text, jsonb), public.system_email_context(text, jsonb)
from public, anon, authenticated, service_role;
grant execute on function public.system_email_context(text, jsonb) to service_role;

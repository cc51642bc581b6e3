-- Why: the mails to students, managers and sales are read at the moment they are sent, like every other.

create function private.student_mail(p_seat_id uuid) returns jsonb
  language sql stable security definer set search_path = ''
as $$
  select private.mail_recipient(s.user_id) || jsonb_build_object(
    'seat_id', ss.id, 'institution_name', i.name, 'track_id', t.id, 'track_name', t.name)
  from public.student_seats ss
  join public.institution_students s on s.id = ss.student_id
  join public.institutions i on i.id = ss.institution_id
  join public.tracks t on t.id = ss.track_id
  where ss.id = p_seat_id and s.user_id is not null
$$;

create function private.import_mail(p_import_id uuid) returns jsonb
  language sql stable security definer set search_path = ''
as $$
  select private.mail_recipient(i.confirmed_by) || jsonb_build_object(
    'import_id', i.id, 'status', i.status, 'file_name', i.file_name, 'institution_name', n.name, 'rows_total', i.rows_total,
    'rows_enrolled', i.rows_enrolled, 'rows_already', i.rows_already, 'rows_refused', i.rows_refused)
  from public.imports i join public.institutions n on n.id = i.institution_id
  where i.id = p_import_id and i.confirmed_by is not null
$$;

create or replace function private.email_context(p_template text, p_params jsonb)
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
    when p_template = 'student_enrolled' then v_context := private.student_mail((p_params ->> 'seat_id')::uuid);
    when p_template = 'import_done' then v_context := private.import_mail((p_params ->> 'import_id')::uuid);
    when p_template in ('enquiry_received', 'enquiry_thanks') then
      v_context := private.enquiry_mail((p_params ->> 'lead_id')::uuid, (p_params ->> 'user_id')::uuid);
    else raise exception 'template_not_found' using detail = 'There is no such mail template.';
  end case;
  if v_context is null then
    raise exception 'mail_subject_not_found' using detail = 'What the mail is about does not exist.';
  end if;
  return v_context;
end
$$;

revoke execute on function private.student_mail(uuid), private.import_mail(uuid) from public, anon, authenticated, service_role;

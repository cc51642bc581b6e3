-- Why: staff word the mails. A template may have its own subject and opening paragraphs, in plain text with placeholders that this
-- template knows; what is not overridden stays built in. Facts, buttons and links are never a matter of words.

create table public.mail_templates (
  template text primary key,
  subject text not null check (length(subject) between 1 and 150),
  paragraphs text[] not null check (cardinality(paragraphs) between 1 and 6),
  updated_at timestamptz not null default clock_timestamp()
);
comment on table public.mail_templates is 'Own words of staff for a mail: subject and opening paragraphs, plain text with {{placeholders}}. No row: the built-in words.';
alter table public.mail_templates enable row level security;
revoke all on public.mail_templates from anon, authenticated, service_role;
grant select on public.mail_templates to authenticated;
create policy "staff read own words of mails" on public.mail_templates
  for select to authenticated using ((select private.has_permission('settings.manage')));

-- Which placeholders a mail knows; null for a mail that does not exist. The thanks for an enquiry repeat nothing that was typed into the form.
create function private.mail_placeholders(p_template text) returns text[]
  language sql immutable set search_path = ''
as $$
  select case p_template
    when 'payment_receipt' then array['name', 'product_name', 'track_name']
    when 'exam_scheduled' then array['name', 'product_name', 'track_name', 'exam_time']
    when 'exam_failed' then array['name', 'product_name', 'track_name']
    when 'exam_review' then array['name', 'product_name', 'track_name']
    when 'certificate_ready' then array['name', 'product_name', 'track_name', 'certificate_number']
    when 'badge_ready' then array['name', 'product_name', 'track_name']
    when 'student_enrolled' then array['name', 'product_name', 'track_name', 'institution_name']
    when 'import_done' then array['name', 'product_name', 'institution_name', 'file_name']
    when 'enquiry_received' then array['name', 'product_name', 'institution_name', 'reference']
    when 'enquiry_thanks' then array['product_name', 'reference']
    when 'student_invitation' then array['name', 'product_name', 'institution_name']
    when 'manager_invitation' then array['name', 'product_name', 'institution_name']
    when 'staff_invitation' then array['name', 'product_name'] end
$$;

create function private.check_mail_text(p_field text, p_text text, p_max int, p_placeholders text[]) returns text
  language plpgsql immutable set search_path = ''
as $$
declare
  v_text text := regexp_replace(coalesce(p_text, ''), '^\s+|\s+$', '', 'g');
  v_unknown text;
begin
  if length(v_text) not between 1 and p_max or v_text ~ '[[:cntrl:]\u2028\u2029]' then
    perform private.refuse_field(p_field, format('One line of 1 to %s characters is needed.', p_max));
  end if;
  select string_agg(m[1], ', ') into v_unknown from regexp_matches(v_text, '\{\{(.*?)\}\}', 'g') m where m[1] <> all (p_placeholders);
  if v_unknown is not null or regexp_replace(v_text, '\{\{.*?\}\}', '', 'g') ~ '\{\{|\}\}' then
    raise exception 'unknown_placeholder' using detail = coalesce(v_unknown, 'A placeholder is not closed.');
  end if;
  -- Plain text: whoever types tags expects them to work, and they never will.
  if v_text ~ '<[A-Za-z/!]' then
    raise exception 'no_html' using detail = 'Mails are plain text.';
  end if;
  return v_text;
end
$$;

create function private.clean_mail_words(p_template text, p_subject text, p_paragraphs text[]) returns public.mail_templates
  language plpgsql stable set search_path = ''
as $$
declare
  v_placeholders text[] := private.mail_placeholders(p_template);
  v_words public.mail_templates;
begin
  if v_placeholders is null then
    raise exception 'template_not_found' using detail = 'There is no such mail.';
  end if;
  v_words.template := p_template;
  v_words.subject := private.check_mail_text('subject', p_subject, 150, v_placeholders);
  if coalesce(cardinality(p_paragraphs), 0) not between 1 and 6 then
    perform private.refuse_field('paragraphs', 'One to six paragraphs are needed.');
  end if;
  select array_agg(private.check_mail_text('paragraphs', p.text, 1000, v_placeholders) order by p.place) into v_words.paragraphs
  from unnest(p_paragraphs) with ordinality p (text, place);
  return v_words;
end
$$;

create function private.list_mail_templates() returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_any_permission('settings.manage');
  return (select coalesce(jsonb_agg(jsonb_build_object('template', m.template, 'subject', m.subject, 'paragraphs', to_jsonb(m.paragraphs),
    'version', m.updated_at) order by m.template), '[]') from public.mail_templates m);
end
$$;

create function private.lock_mail_template(p_template text, p_version timestamptz) returns public.mail_templates
  language plpgsql set search_path = ''
as $$
declare
  v_kept public.mail_templates;
begin
  -- Also while there is no row yet: two first edits must not both win.
  perform pg_advisory_xact_lock(hashtext('private.mail_templates.' || p_template));
  select m.* into v_kept from public.mail_templates m where m.template = p_template for update;
  if v_kept.updated_at is distinct from p_version then
    raise exception 'changed_meanwhile' using detail = 'Somebody else has changed this mail in the meantime.';
  end if;
  return v_kept;
end
$$;

create function private.mail_words(p_words public.mail_templates) returns jsonb
  language sql immutable set search_path = ''
as $$
  select case when p_words.template is null then '{}'
    else jsonb_build_object('subject', p_words.subject, 'paragraphs', to_jsonb(p_words.paragraphs)) end
$$;

create function private.save_mail_template(
  p_template text, p_subject text, p_paragraphs text[], p_reason text, p_version timestamptz) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_words public.mail_templates;
  v_before public.mail_templates;
begin
  perform private.require_any_permission('settings.manage');
  v_reason := private.clean_reason(p_reason);
  v_words := private.clean_mail_words(p_template, p_subject, p_paragraphs);
  v_before := private.lock_mail_template(p_template, p_version);
  insert into public.mail_templates as m (template, subject, paragraphs) values (p_template, v_words.subject, v_words.paragraphs)
  on conflict (template) do update set subject = excluded.subject, paragraphs = excluded.paragraphs, updated_at = clock_timestamp();
  perform private.audit_act('mail_template.changed', 'mail_template', p_template, v_reason, private.mail_words(v_before), private.mail_words(v_words));
end
$$;

create function private.reset_mail_template(p_template text, p_reason text, p_version timestamptz) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_before public.mail_templates;
begin
  perform private.require_any_permission('settings.manage');
  v_reason := private.clean_reason(p_reason);
  v_before := private.lock_mail_template(p_template, p_version);
  if v_before.template is null then
    raise exception 'template_not_found' using detail = 'This mail has its built-in words already.';
  end if;
  delete from public.mail_templates m where m.template = p_template;
  perform private.audit_act('mail_template.reset', 'mail_template', p_template, v_reason, private.mail_words(v_before), '{}');
end
$$;

-- To the own address, with sample data: nobody else hears of it. The queue holds no address.
create function private.send_test_mail(p_template text, p_subject text, p_paragraphs text[], p_now timestamptz) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_actor uuid := private.require_any_permission('settings.manage');
  v_words public.mail_templates := private.clean_mail_words(p_template, p_subject, p_paragraphs);
begin
  if not private.rate_limit('test-mail:' || v_actor, 10, 600, p_now) then
    raise exception 'too_many_requests' using detail = 'Ten test mails in ten minutes are enough.';
  end if;
  perform private.enqueue('email.test', jsonb_build_object('template', p_template, 'user_id', v_actor, 'words', private.mail_words(v_words)),
    'email.test:' || gen_random_uuid(), p_now);
  perform private.audit('mail_template.tested', 'mail_template', p_template, '{}', v_actor, p_now);
end
$$;

create function public.list_mail_templates() returns jsonb
  language sql stable set search_path = ''
as $$ select private.list_mail_templates() $$;
create function public.save_mail_template(p_template text, p_subject text, p_paragraphs text[], p_reason text, p_version timestamptz default null)
  returns void language sql set search_path = ''
as $$ select private.save_mail_template(p_template, p_subject, p_paragraphs, p_reason, p_version) $$;
create function public.reset_mail_template(p_template text, p_reason text, p_version timestamptz) returns void
  language sql set search_path = ''
as $$ select private.reset_mail_template(p_template, p_reason, p_version) $$;
create function public.send_test_mail(p_template text, p_subject text, p_paragraphs text[]) returns void
  language sql set search_path = ''
as $$ select private.send_test_mail(p_template, p_subject, p_paragraphs, now()) $$;

comment on function public.list_mail_templates() is
  'Mails that have words of their own: [{template, subject, paragraphs, version}]. Needs settings.manage.';
comment on function public.save_mail_template(text, text, text[], text, timestamptz) is
  'Gives a mail its own words; p_version is null for the first ones. Needs settings.manage. Codes: reason_needed, template_not_found, invalid_subject, invalid_paragraphs, unknown_placeholder, no_html, changed_meanwhile.';
comment on function public.reset_mail_template(text, text, timestamptz) is
  'Back to the built-in words. Needs settings.manage. Codes: reason_needed, template_not_found, changed_meanwhile.';
comment on function public.send_test_mail(text, text, text[]) is
  'Queues the mail with sample data to the own address. Needs settings.manage. Codes as for saving, and too_many_requests.';

-- For the worker: own words of a mail, null for the built-in ones.
create function public.system_mail_words(p_template text) returns jsonb
  language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object('subject', m.subject, 'paragraphs', to_jsonb(m.paragraphs)) from public.mail_templates m where m.template = p_template
$$;
create function public.system_mail_recipient(p_user_id uuid) returns jsonb
  language sql stable security definer set search_path = ''
as $$ select private.mail_recipient(p_user_id) $$;

revoke execute on function
  private.mail_placeholders(text), private.check_mail_text(text, text, int, text[]), private.clean_mail_words(text, text, text[]),
  private.lock_mail_template(text, timestamptz), private.mail_words(public.mail_templates), private.list_mail_templates(),
  private.save_mail_template(text, text, text[], text, timestamptz), private.reset_mail_template(text, text, timestamptz),
  private.send_test_mail(text, text, text[], timestamptz), public.list_mail_templates(),
  public.save_mail_template(text, text, text[], text, timestamptz), public.reset_mail_template(text, text, timestamptz),
  public.send_test_mail(text, text, text[]), public.system_mail_words(text), public.system_mail_recipient(uuid)
from public, anon, authenticated, service_role;
grant execute on function private.list_mail_templates(), private.save_mail_template(text, text, text[], text, timestamptz),
  private.reset_mail_template(text, text, timestamptz), private.send_test_mail(text, text, text[], timestamptz),
  public.list_mail_templates(), public.save_mail_template(text, text, text[], text, timestamptz),
  public.reset_mail_template(text, text, timestamptz), public.send_test_mail(text, text, text[]) to authenticated;
grant execute on function public.system_mail_words(text), public.system_mail_recipient(uuid) to service_role;

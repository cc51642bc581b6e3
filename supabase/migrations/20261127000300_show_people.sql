-- Why: one person, section by section: each is a question of its own, and each is refused to whom its permission is missing.

create function private.require_person(p_person_id uuid) returns public.profiles
  language plpgsql stable set search_path = ''
as $$
declare
  v_person public.profiles;
begin
  select p.* into v_person from public.profiles p where p.user_id = p_person_id;
  if not found then
    raise exception 'person_not_found' using detail = 'There is no such person.';
  end if;
  return v_person;
end
$$;

-- Why this person cannot be suspended or restored by whoever asks, null when they can.
create function private.beyond_reach(p_person public.profiles) returns text
  language sql stable set search_path = ''
as $$
  select case
    when p_person.user_id = auth.uid() then 'not_yourself'
    when p_person.kind = 'staff' and (not private.has_permission('roles.manage') or exists (
      select from unnest(private.permissions_in(array(select sr.role_id from public.staff_roles sr where sr.user_id = p_person.user_id))) held
      where held <> all (private.permissions_of(auth.uid())))) then 'beyond_own_rights' end
$$;

create function private.identity_document(p_person_id uuid) returns jsonb
  language sql stable set search_path = ''
as $$
  select jsonb_build_object('id', i.id, 'document_kind', i.document_kind, 'handed_in_at', i.created_at, 'reviewed_at', i.reviewed_at,
    'reviewer_name', private.person_name(i.reviewed_by), 'note', i.note,
    'earlier', (select count(*) from public.identity_verifications o where o.user_id = p_person_id) - 1)
  from public.identity_verifications i where i.user_id = p_person_id order by i.created_at desc, i.id desc limit 1
$$;

create function private.get_user(p_person_id uuid) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_person public.profiles;
begin
  perform private.require_any_permission('users.read');
  v_person := private.require_person(p_person_id);
  return private.person_rows(array[p_person_id], now()) -> 0 || jsonb_build_object(
    'organization', v_person.organization, 'designation', v_person.designation, 'location', v_person.location, 'bio', v_person.bio,
    'beyond_reach', private.beyond_reach(v_person),
    'last_sign_in_at', (select u.last_sign_in_at from auth.users u where u.id = p_person_id),
    'email_confirmed', (select u.email_confirmed_at is not null from auth.users u where u.id = p_person_id),
    'document', case when private.has_permission('identity.review') then private.identity_document(p_person_id) end,
    'certified', exists (select from public.certificates c where c.user_id = p_person_id),
    'institutions', (
      select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name, 'part', x.part) order by x.part, x.name, x.id), '[]')
      from (
        select i.id, i.name, 'manager' as part from public.institution_managers m join public.institutions i on i.id = m.institution_id
        where m.user_id = p_person_id
        union all
        select i.id, i.name, 'student' from public.institution_students s join public.institutions i on i.id = s.institution_id
        where s.user_id = p_person_id and s.status = 'active') x));
end
$$;

create table private.extra_time (
  enrolment_id uuid primary key references public.enrolments (id) on delete cascade,
  percent int not null check (percent between 1 and 100),
  set_at timestamptz not null default now()
);
comment on table private.extra_time is
  'Per cent that the mock tests of an enrolment last longer. Apart from the enrolment, whose institution has no business knowing it.';

create function private.enrolment_row(p_enrolment public.enrolments, p_now timestamptz) returns jsonb
  language sql stable set search_path = ''
as $$
  select jsonb_build_object('id', p_enrolment.id, 'track_id', p_enrolment.track_id, 'track_name', t.name, 'source', p_enrolment.source,
    'state', private.enrolment_state(p_enrolment, p_now), 'enrolled_at', p_enrolment.enrolled_at, 'expires_at', p_enrolment.expires_at,
    'attempts_included', p_enrolment.attempts_included, 'attempts_added', p_enrolment.attempts_added,
    'attempts_used', (select count(*) from public.exam_sessions s where s.enrolment_id = p_enrolment.id and s.status <> 'cancelled'),
    'extra_time_percent', coalesce((select x.percent from private.extra_time x where x.enrolment_id = p_enrolment.id), 0),
    'modules_total', g.modules_total, 'modules_completed', g.modules_completed, 'percent', g.percent,
    'institution_name', (select i.name from public.institutions i where i.id = p_enrolment.institution_id))
  from public.tracks t, public.enrolment_progress g
  where t.id = p_enrolment.track_id and g.enrolment_id = p_enrolment.id
$$;

create function private.user_enrolments(p_person_id uuid) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_any_permission('users.read');
  return (select coalesce(jsonb_agg(private.enrolment_row(page.e, now()) order by (page.e).enrolled_at desc, (page.e).id), '[]')
    from (select e from public.enrolments e where e.user_id = p_person_id order by e.enrolled_at desc limit 100) page);
end
$$;

create function private.user_attempts(p_person_id uuid) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_any_permission('users.read');
  return (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'test_title', m.title, 'track_name', t.name, 'attempt_no', a.attempt_no,
      'status', a.status, 'started_at', a.started_at, 'deadline_at', a.deadline_at, 'submitted_at', a.submitted_at, 'score', a.score,
      'passed', a.passed, 'extra_seconds', a.extra_seconds) order by a.started_at desc, a.id), '[]')
    from (select x.* from public.test_attempts x where x.user_id = p_person_id order by x.started_at desc limit 100) a
    join public.mock_tests m on m.id = a.mock_test_id join public.tracks t on t.id = m.track_id);
end
$$;

create function private.user_payments(p_person_id uuid) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_any_permission('payments.read');
  return (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'kind', o.kind, 'track_name', t.name, 'status', o.status, 'total', o.total,
      'receipt', o.receipt, 'created_at', o.created_at, 'paid_at', o.paid_at,
      'invoice_number', (select i.number from public.invoices i where i.order_id = o.id),
      'payments', (select coalesce(jsonb_agg(jsonb_build_object('id', y.razorpay_payment_id, 'status', y.status, 'amount', y.amount,
          'amount_refunded', y.amount_refunded, 'method', y.method, 'at', coalesce(y.captured_at, y.created_at)) order by y.created_at), '[]')
        from public.payments y where y.order_id = o.id)) order by o.created_at desc, o.id), '[]')
    from (select x.* from public.orders x where x.user_id = p_person_id order by x.created_at desc limit 100) o
    join public.tracks t on t.id = o.track_id);
end
$$;

create function private.user_exams(p_person_id uuid) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_any_permission('exams.read');
  return (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'track_name', t.name, 'attempt_no', s.attempt_no, 'status', s.status,
      'scheduled_at', s.scheduled_at, 'submitted_at', s.submitted_at, 'score', s.score, 'proctor_rating', s.proctor_rating, 'note', s.note)
      order by s.created_at desc, s.id), '[]')
    from (select x.* from public.exam_sessions x where x.user_id = p_person_id order by x.created_at desc limit 100) s
    join public.tracks t on t.id = s.track_id);
end
$$;

create function private.user_certificates(p_person_id uuid) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_any_permission('certificates.read');
  return (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number, 'track_name', c.track_name, 'holder_name', c.holder_name,
      'state', case when c.status = 'issued' and c.expires_at <= now() then 'expired' else c.status::text end,
      'issued_at', c.issued_at, 'expires_at', c.expires_at, 'revoked_at', c.revoked_at, 'revoked_reason', c.revoked_reason)
      order by c.issued_at desc, c.id), '[]')
    from (select x.* from public.certificates x where x.user_id = p_person_id order by x.issued_at desc limit 100) c);
end
$$;

-- Everything in the audit log that is about a person: done to them, by them, or to what is theirs.
create function private.audit_of_person(p_person_id uuid, p_before bigint, p_limit int) returns setof public.audit_log
  language sql stable set search_path = ''
as $$
  with subjects as (
    select 'profile' as kind, p_person_id as id
    union all select 'enrolment', e.id from public.enrolments e where e.user_id = p_person_id
    union all select 'identity_verification', i.id from public.identity_verifications i where i.user_id = p_person_id
    union all select 'exam_session', s.id from public.exam_sessions s where s.user_id = p_person_id
    union all select 'certificate', c.id from public.certificates c where c.user_id = p_person_id
    union all select 'order', o.id from public.orders o where o.user_id = p_person_id
    union all select 'payment', y.id from public.payments y where y.user_id = p_person_id
  ), found as (
    select a.id from subjects s
    cross join lateral (
      select l.id from public.audit_log l where l.subject_type = s.kind and l.subject_id = s.id::text and (p_before is null or l.id < p_before)
      order by l.id desc limit p_limit) a
    union
    (select l.id from public.audit_log l where l.actor = p_person_id and (p_before is null or l.id < p_before) order by l.id desc limit p_limit)
  )
  select l.* from (select f.id from found f order by f.id desc limit p_limit) f join public.audit_log l on l.id = f.id
$$;

-- What staff without the log may know anyway: of exams, certificates and money only who may see those.
create function private.events_of_person(p_person public.profiles) returns table (at timestamptz, action text, subject text)
  language sql stable set search_path = ''
as $$
  select p_person.joined_at, 'joined', null
  union all select i.created_at, 'document_handed_in', null from public.identity_verifications i where i.user_id = p_person.user_id
  union all select e.enrolled_at, 'enrolled', t.name from public.enrolments e join public.tracks t on t.id = e.track_id where e.user_id = p_person.user_id
  union all select a.submitted_at, case when a.passed then 'test_passed' else 'test_failed' end, m.title
    from public.test_attempts a join public.mock_tests m on m.id = a.mock_test_id where a.user_id = p_person.user_id and a.submitted_at is not null
  union all select s.scheduled_at, 'exam_' || s.status, t.name from public.exam_sessions s join public.tracks t on t.id = s.track_id
    where s.user_id = p_person.user_id and (select private.has_permission('exams.read'))
  union all select c.issued_at, 'certified', c.track_name from public.certificates c
    where c.user_id = p_person.user_id and (select private.has_permission('certificates.read'))
  union all select o.paid_at, 'paid', t.name from public.orders o join public.tracks t on t.id = o.track_id
    where o.user_id = p_person.user_id and o.paid_at is not null and (select private.has_permission('payments.read'))
$$;

create function private.user_timeline(p_person_id uuid, p_before bigint, p_limit int) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_person public.profiles;
  v_limit int := least(greatest(coalesce(p_limit, 30), 1), 100);
begin
  perform private.require_any_permission('users.read');
  v_person := private.require_person(p_person_id);
  if not private.has_permission('audit.read') then
    return jsonb_build_object('source', 'events', 'next', null, 'rows', (
      select coalesce(jsonb_agg(jsonb_build_object('at', e.at, 'action', e.action, 'subject', e.subject) order by e.at desc, e.action), '[]')
      from (select x.* from private.events_of_person(v_person) x order by x.at desc limit 100) e));
  end if;
  return (
    with page as materialized (select l.* from private.audit_of_person(p_person_id, p_before, v_limit + 1) l)
    select jsonb_build_object('source', 'audit',
      'next', case when count(*) > v_limit then (select min(s.id) from (select x.id from page x order by x.id desc limit v_limit) s) end,
      'rows', coalesce((
        select jsonb_agg(jsonb_build_object('id', l.id, 'at', l.at, 'action', l.action, 'actor', l.actor, 'actor_name', private.person_name(l.actor),
          'reason', l.details ->> 'reason', 'before', l.details -> 'before', 'after', l.details -> 'after') order by l.id desc)
        from (select x.* from page x order by x.id desc limit v_limit) l), '[]'))
    from page);
end
$$;

create function public.get_user(p_person_id uuid) returns jsonb language sql stable set search_path = ''
as $$ select private.get_user(p_person_id) $$;
create function public.user_enrolments(p_person_id uuid) returns jsonb language sql stable set search_path = ''
as $$ select private.user_enrolments(p_person_id) $$;
create function public.user_attempts(p_person_id uuid) returns jsonb language sql stable set search_path = ''
as $$ select private.user_attempts(p_person_id) $$;
create function public.user_payments(p_person_id uuid) returns jsonb language sql stable set search_path = ''
as $$ select private.user_payments(p_person_id) $$;
create function public.user_exams(p_person_id uuid) returns jsonb language sql stable set search_path = ''
as $$ select private.user_exams(p_person_id) $$;
create function public.user_certificates(p_person_id uuid) returns jsonb language sql stable set search_path = ''
as $$ select private.user_certificates(p_person_id) $$;
create function public.user_timeline(p_person_id uuid, p_before bigint default null, p_limit int default 30) returns jsonb
  language sql stable set search_path = ''
as $$ select private.user_timeline(p_person_id, p_before, p_limit) $$;

comment on function public.get_user(uuid) is
  'A person as the console shows them; the identity document only with identity.review, its path never. Needs users.read. Code: person_not_found.';
comment on function public.user_enrolments(uuid) is 'The newest 100 enrolments of a person with progress, exam attempts and extra time. Needs users.read.';
comment on function public.user_attempts(uuid) is 'The newest 100 mock tests that a person sat. Needs users.read.';
comment on function public.user_payments(uuid) is 'The newest 100 orders of a person with payments and invoice numbers, in paise. Needs payments.read.';
comment on function public.user_exams(uuid) is 'The newest 100 exams of a person. Needs exams.read.';
comment on function public.user_certificates(uuid) is 'The newest 100 certificates of a person. Needs certificates.read.';
comment on function public.user_timeline(uuid, bigint, int) is
  'What happened, newest first: {source, rows, next}. With audit.read the log about the person, from p_before down; else own events. Needs users.read. Code: person_not_found.';

revoke execute on function
  private.require_person(uuid), private.beyond_reach(public.profiles), private.identity_document(uuid), private.get_user(uuid),
  private.enrolment_row(public.enrolments, timestamptz), private.user_enrolments(uuid), private.user_attempts(uuid), private.user_payments(uuid),
  private.user_exams(uuid), private.user_certificates(uuid), private.audit_of_person(uuid, bigint, int),
  private.events_of_person(public.profiles), private.user_timeline(uuid, bigint, int),
  public.get_user(uuid), public.user_enrolments(uuid), public.user_attempts(uuid), public.user_payments(uuid), public.user_exams(uuid),
  public.user_certificates(uuid), public.user_timeline(uuid, bigint, int)
from public, anon, authenticated, service_role;
grant execute on function
  private.get_user(uuid), private.user_enrolments(uuid), private.user_attempts(uuid), private.user_payments(uuid), private.user_exams(uuid),
  private.user_certificates(uuid), private.user_timeline(uuid, bigint, int),
  public.get_user(uuid), public.user_enrolments(uuid), public.user_attempts(uuid), public.user_payments(uuid), public.user_exams(uuid),
  public.user_certificates(uuid), public.user_timeline(uuid, bigint, int)
to authenticated;

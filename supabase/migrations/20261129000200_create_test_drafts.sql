-- Why: a test is worked on for days before learners see it. The draft (settings, questions and their keys) is one document kept apart from
-- what is published, with a version that two editors cannot both move on from.

create table private.test_drafts (
  mock_test_id uuid primary key references public.mock_tests (id) on delete cascade,
  version integer not null default 0 check (version >= 0),
  document jsonb check (jsonb_typeof(document) = 'object'),
  updated_at timestamptz not null default now(),
  updated_by uuid
);
comment on table private.test_drafts is
  'What is being written for a mock test; no API role may read it. Its version only grows, also by publishing and discarding.';
comment on column private.test_drafts.document is
  '{settings: {title, description, track_id, duration_minutes, passing_score, attempts_allowed, shuffle, review}, questions: [{ref, id, kind, prompt, options: [{id, text}], correct, explanation, points, negative_points, module_id}]}; null when all is published.';
revoke all on private.test_drafts from public, anon, authenticated, service_role;

create function private.clean_options(p_options jsonb) returns jsonb
  language sql immutable set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', o.value ->> 'id', 'text', o.value ->> 'text') order by o.ordinality), '[]')
  from jsonb_array_elements(p_options) with ordinality o
$$;

-- Two keys that name the same options are one key; only an ordering lives by its order.
create function private.in_option_order(p_kind public.question_kind, p_options jsonb, p_correct jsonb) returns jsonb
  language sql immutable set search_path = ''
as $$
  select case when p_kind in ('single', 'multiple', 'true_false') then (
    select coalesce(jsonb_agg(c.value order by
      (select min(o.ordinality) from jsonb_array_elements(p_options) with ordinality o where o.value -> 'id' = c.value), c.value), '[]')
    from jsonb_array_elements(coalesce(p_correct, '[]')) c)
  else coalesce(p_correct, '[]') end
$$;

-- The id of a published question is also its ref, so that an editor's rows keep their place.
create function private.published_questions(p_test_id uuid) returns jsonb
  language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'ref', q.id, 'id', q.id, 'kind', q.kind, 'prompt', q.prompt, 'options', private.clean_options(q.options),
    'correct', private.in_option_order(q.kind, q.options, to_jsonb(k.correct)), 'explanation', coalesce(k.explanation, ''), 'points', q.points,
    'negative_points', q.negative_points, 'module_id', q.module_id, 'version', q.version) order by q.position, q.id), '[]')
  from public.questions q left join private.answer_keys k on k.question_id = q.id
  where q.mock_test_id = p_test_id and q.active
$$;

create function private.test_settings(p_test public.mock_tests) returns jsonb
  language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'title', p_test.title, 'description', p_test.description, 'track_id', p_test.track_id, 'duration_minutes', p_test.duration_minutes,
    'passing_score', p_test.passing_score, 'attempts_allowed', p_test.attempts_allowed, 'shuffle', p_test.shuffle, 'review', p_test.review)
$$;

create function private.published_document(p_test public.mock_tests) returns jsonb
  language sql stable set search_path = ''
as $$ select jsonb_build_object('settings', private.test_settings(p_test), 'questions', private.published_questions(p_test.id)) $$;

create function private.find_test(p_test_id uuid) returns public.mock_tests
  language plpgsql stable set search_path = ''
as $$
declare
  v_test public.mock_tests;
begin
  select t.* into v_test from public.mock_tests t where t.id = p_test_id;
  if not found then
    raise exception 'test_not_found' using detail = 'There is no such test.';
  end if;
  return v_test;
end
$$;

create function private.test_state(p_test public.mock_tests) returns text
  language sql immutable set search_path = ''
as $$ select case when p_test.archived_at is not null then 'archived' when p_test.active then 'published' else 'unpublished' end $$;

-- Whether learners may have sat it: tests that were loaded by the owner have no moment of publication.
create function private.was_published(p_test public.mock_tests) returns boolean
  language sql stable set search_path = ''
as $$
  select p_test.active or p_test.published_at is not null or exists (select 1 from public.test_attempts a where a.mock_test_id = p_test.id)
$$;

-- Editors come one after the other. Learners who start meanwhile are not held up: the row of the test itself stays free.
create function private.lock_test_draft(p_test_id uuid, p_version integer) returns private.test_drafts
  language plpgsql set search_path = ''
as $$
declare
  v_draft private.test_drafts;
begin
  perform private.find_test(p_test_id);
  insert into private.test_drafts (mock_test_id) values (p_test_id) on conflict do nothing;
  select d.* into v_draft from private.test_drafts d where d.mock_test_id = p_test_id for update;
  if v_draft.version is distinct from p_version then
    raise exception 'changed_meanwhile' using detail = 'Somebody else changed this test. Load it again.';
  end if;
  return v_draft;
end
$$;

create function private.list_tests(p_search text, p_track_id text, p_status text, p_limit int, p_offset int) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_search text := lower(left(trim(coalesce(p_search, '')), 200));
begin
  perform private.require_any_permission('tests.manage');
  if p_status is not null and p_status not in ('published', 'draft', 'archived') then
    raise exception 'invalid_status' using detail = 'Status is published, draft or archived.';
  end if;
  return (
    with found as (
      select t, d.document is not null as has_draft, d.updated_at as edited_at, r.name as track_name, r.position as track_position
      from public.mock_tests t join public.tracks r on r.id = t.track_id left join private.test_drafts d on d.mock_test_id = t.id
      where (v_search = '' or position(v_search in lower(t.title)) > 0)
        and (p_track_id is null or t.track_id = p_track_id)
        and (t.archived_at is not null) = (p_status is not distinct from 'archived')
        and (p_status is distinct from 'published' or t.active)
        and (p_status is distinct from 'draft' or d.document is not null)
    ),
    page as (
      select f.* from found f order by f.track_position, f.track_name, (f.t).position, (f.t).title, (f.t).id
      limit least(greatest(coalesce(p_limit, 25), 0), 200) offset greatest(coalesce(p_offset, 0), 0)
    )
    select jsonb_build_object('total', (select count(*) from found), 'rows', coalesce(jsonb_agg(jsonb_build_object(
      'id', (p.t).id, 'title', (p.t).title, 'track_id', (p.t).track_id, 'track_name', p.track_name, 'position', (p.t).position,
      'state', private.test_state(p.t), 'has_draft', p.has_draft, 'duration_minutes', (p.t).duration_minutes,
      'passing_score', (p.t).passing_score, 'published_at', (p.t).published_at, 'edited_at', p.edited_at,
      'questions', (select count(*) from public.questions q where q.mock_test_id = (p.t).id and q.active),
      -- Counted to a thousand: a list is no place to read a million attempts.
      'attempts', (select count(*) from (select 1 from public.test_attempts a where a.mock_test_id = (p.t).id limit 1001) a)
    ) order by p.track_position, p.track_name, (p.t).position, (p.t).title, (p.t).id), '[]'))
    from page p);
end
$$;

create function private.get_test(p_test_id uuid) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_test public.mock_tests;
  v_draft private.test_drafts;
begin
  perform private.require_any_permission('tests.manage');
  v_test := private.find_test(p_test_id);
  select d.* into v_draft from private.test_drafts d where d.mock_test_id = p_test_id;
  return jsonb_build_object(
    'id', v_test.id, 'title', v_test.title, 'state', private.test_state(v_test), 'revision', v_test.revision,
    'published_at', v_test.published_at, 'version', coalesce(v_draft.version, 0),
    'edited_at', v_draft.updated_at, 'edited_by', private.person_name(v_draft.updated_by),
    'published', private.published_document(v_test), 'draft', v_draft.document,
    'track_fixed', private.was_published(v_test),
    'attempts', (select count(*) from (select 1 from public.test_attempts a where a.mock_test_id = p_test_id limit 1001) a),
    'tracks', (select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'modules', (
        select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'title', m.title) order by tm.position, m.title), '[]')
        from public.track_modules tm join public.modules m on m.id = tm.module_id where tm.track_id = r.id)) order by r.position, r.name)
      from public.tracks r));
end
$$;

create function private.create_test(p_track_id text, p_title text, p_copy_of uuid) returns uuid
  language plpgsql security definer set search_path = ''
as $$
declare
  v_actor uuid := private.require_any_permission('tests.manage');
  v_title text := regexp_replace(coalesce(p_title, ''), '^\s+|\s+$', '', 'g');
  v_source public.mock_tests;
  v_document jsonb;
  v_test public.mock_tests;
begin
  if length(v_title) not between 1 and 200 then
    raise exception 'invalid_title' using detail = 'A title has between 1 and 200 characters.';
  end if;
  if not exists (select 1 from public.tracks r where r.id = p_track_id) then
    raise exception 'track_not_found' using detail = 'There is no such track.';
  end if;
  if p_copy_of is not null then
    v_source := private.find_test(p_copy_of);
  end if;
  insert into public.mock_tests (track_id, title, duration_minutes, active, position)
  values (p_track_id, v_title, 30, false, (select coalesce(max(t.position), 0) + 1 from public.mock_tests t where t.track_id = p_track_id))
  returning * into v_test;
  v_document := private.published_document(v_test);
  if p_copy_of is not null then
    select coalesce(d.document, private.published_document(v_source)) into v_document
    from (select 1) one left join private.test_drafts d on d.mock_test_id = p_copy_of;
    -- Questions of a copy are new ones; a module of another track means nothing here.
    v_document := jsonb_set(jsonb_set(v_document, '{questions}', (
      select coalesce(jsonb_agg((q.value - 'version') || jsonb_build_object('id', null, 'ref', gen_random_uuid(), 'module_id',
        case when v_document #>> '{settings,track_id}' = p_track_id then q.value -> 'module_id' else 'null' end) order by q.ordinality), '[]')
      from jsonb_array_elements(v_document -> 'questions') with ordinality q)),
      '{settings}', (v_document -> 'settings') || jsonb_build_object('title', v_title, 'track_id', p_track_id));
  end if;
  insert into private.test_drafts (mock_test_id, version, document, updated_by) values (v_test.id, 1, v_document, v_actor);
  perform private.audit_act('test.created', 'mock_test', v_test.id::text, null, '{}',
    jsonb_strip_nulls(jsonb_build_object('title', v_title, 'track_id', p_track_id, 'copy_of', p_copy_of)));
  return v_test.id;
end
$$;

create function private.save_test_draft(p_test_id uuid, p_version integer, p_document jsonb) returns jsonb
  language plpgsql security definer set search_path = ''
as $$
declare
  v_actor uuid := private.require_any_permission('tests.manage');
  v_draft private.test_drafts;
begin
  -- A draft may be incomplete, but it must be readable and of a size that can be sent back.
  if octet_length(p_document::text) > 4000000 then
    raise exception 'document_too_large' using detail = 'A draft has at most 4 MB.';
  end if;
  if jsonb_typeof(p_document) is distinct from 'object' or jsonb_typeof(p_document -> 'settings') is distinct from 'object'
    or jsonb_typeof(p_document -> 'questions') is distinct from 'array' or jsonb_array_length(p_document -> 'questions') > 500
    or p_document::jsonb - array['settings', 'questions'] <> '{}' then
    raise exception 'invalid_document' using detail = 'A draft has settings and at most 500 questions.';
  end if;
  if exists (
    select 1 from jsonb_array_elements(p_document -> 'questions') q
    where jsonb_typeof(q.value) <> 'object' or coalesce(q.value ->> 'ref', '') !~ '^[A-Za-z0-9-]{1,60}$'
      or jsonb_typeof(q.value -> 'options') is distinct from 'array' or jsonb_typeof(q.value -> 'correct') is distinct from 'array'
  ) or (select count(distinct q.value ->> 'ref') from jsonb_array_elements(p_document -> 'questions') q)
    <> jsonb_array_length(p_document -> 'questions') then
    raise exception 'invalid_document' using detail = 'Each question has a ref of its own, options and a key.';
  end if;
  v_draft := private.lock_test_draft(p_test_id, p_version);
  update private.test_drafts d set version = d.version + 1, document = p_document, updated_at = clock_timestamp(), updated_by = v_actor
  where d.mock_test_id = p_test_id returning d.* into v_draft;
  return jsonb_build_object('version', v_draft.version, 'edited_at', v_draft.updated_at);
end
$$;

create function private.discard_test_draft(p_test_id uuid, p_version integer, p_reason text) returns integer
  language plpgsql security definer set search_path = ''
as $$
declare
  v_actor uuid := private.require_any_permission('tests.manage');
  v_reason text := private.clean_reason(p_reason);
  v_draft private.test_drafts := private.lock_test_draft(p_test_id, p_version);
begin
  if not private.was_published(private.find_test(p_test_id)) then
    raise exception 'never_published' using detail = 'Without its draft there would be nothing of this test.';
  end if;
  update private.test_drafts d set version = d.version + 1, document = null, updated_at = clock_timestamp(), updated_by = v_actor
  where d.mock_test_id = p_test_id;
  perform private.audit_act('test.draft_discarded', 'mock_test', p_test_id::text, v_reason,
    jsonb_build_object('draft_questions', jsonb_array_length(v_draft.document -> 'questions')), '{"draft_questions": null}');
  return v_draft.version + 1;
end
$$;

create function public.list_tests(
  p_search text default null, p_track_id text default null, p_status text default null, p_limit int default 25, p_offset int default 0)
  returns jsonb language sql stable set search_path = ''
as $$ select private.list_tests(p_search, p_track_id, p_status, p_limit, p_offset) $$;
create function public.get_test(p_test_id uuid) returns jsonb
  language sql stable set search_path = ''
as $$ select private.get_test(p_test_id) $$;
create function public.create_test(p_track_id text, p_title text, p_copy_of uuid default null) returns uuid
  language sql set search_path = ''
as $$ select private.create_test(p_track_id, p_title, p_copy_of) $$;
create function public.save_test_draft(p_test_id uuid, p_version integer, p_document jsonb) returns jsonb
  language sql set search_path = ''
as $$ select private.save_test_draft(p_test_id, p_version, p_document) $$;
create function public.discard_test_draft(p_test_id uuid, p_version integer, p_reason text) returns integer
  language sql set search_path = ''
as $$ select private.discard_test_draft(p_test_id, p_version, p_reason) $$;

comment on function public.list_tests(text, text, text, int, int) is
  'Mock tests {total, rows} by track and order; without a status all that are not archived. attempts are counted to 1,001. Needs tests.manage. Code: invalid_status.';
comment on function public.get_test(uuid) is
  'A mock test for its editor: {published, draft} documents with keys, version, tracks with their modules. Needs tests.manage. Code: test_not_found.';
comment on function public.create_test(text, text, uuid) is
  'A new test as a draft, or as a copy of another; answers its id. Needs tests.manage. Codes: invalid_title, track_not_found, test_not_found.';
comment on function public.save_test_draft(uuid, integer, jsonb) is
  'Keeps the draft if version is still the newest; answers {version, edited_at}. Needs tests.manage. Codes: test_not_found, changed_meanwhile, invalid_document, document_too_large.';
comment on function public.discard_test_draft(uuid, integer, text) is
  'Goes back to what is published; answers the new version. Needs tests.manage. Codes: reason_needed, test_not_found, changed_meanwhile, never_published.';

revoke execute on function
  private.published_questions(uuid), private.clean_options(jsonb), private.in_option_order(public.question_kind, jsonb, jsonb),
  private.test_settings(public.mock_tests), private.published_document(public.mock_tests), private.find_test(uuid),
  private.test_state(public.mock_tests), private.was_published(public.mock_tests), private.lock_test_draft(uuid, integer),
  private.list_tests(text, text, text, int, int), private.get_test(uuid), private.create_test(text, text, uuid),
  private.save_test_draft(uuid, integer, jsonb), private.discard_test_draft(uuid, integer, text),
  public.list_tests(text, text, text, int, int), public.get_test(uuid), public.create_test(text, text, uuid),
  public.save_test_draft(uuid, integer, jsonb), public.discard_test_draft(uuid, integer, text)
from public, anon, authenticated, service_role;
grant execute on function
  private.list_tests(text, text, text, int, int), private.get_test(uuid), private.create_test(text, text, uuid),
  private.save_test_draft(uuid, integer, jsonb), private.discard_test_draft(uuid, integer, text),
  public.list_tests(text, text, text, int, int), public.get_test(uuid), public.create_test(text, text, uuid),
  public.save_test_draft(uuid, integer, jsonb), public.discard_test_draft(uuid, integer, text)
to authenticated;

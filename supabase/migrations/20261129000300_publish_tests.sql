-- Why: publishing checks the whole draft and then changes the test in one transaction. Questions are not changed: a new version follows, the
-- old one is retired and stays for the attempts that have it.

-- What is wrong with a question, as [{field, code}]; [] when nothing is. The editor has the same rules in its model.
create function private.question_faults(p_question jsonb) returns jsonb
  language plpgsql immutable set search_path = ''
as $$
declare
  v_kind text := p_question ->> 'kind';
  v_options jsonb := p_question -> 'options';
  v_correct jsonb := p_question -> 'correct';
  v_ids text[] := array(select o.value ->> 'id' from jsonb_array_elements(v_options) o);
  v_keys text[] := array(select c.value from jsonb_array_elements_text(v_correct) c);
  v_faults jsonb := '[]';
  v_code text;
begin
  if coalesce(v_kind, '') not in ('single', 'multiple', 'true_false', 'numeric', 'ordering', 'short_answer') then
    return '[{"field": "kind", "code": "unknown_kind"}]';
  end if;

  v_code := case when trim(coalesce(p_question ->> 'prompt', '')) = '' then 'missing' when length(p_question ->> 'prompt') > 4000 then 'too_long' end;
  v_faults := v_faults || private.fault('prompt', v_code);

  if v_kind in ('numeric', 'short_answer') then
    v_code := case when cardinality(v_ids) > 0 then 'no_options' end;
  else
    v_code := case
      when exists (select 1 from unnest(v_ids) i where i is null or i !~ '^[A-Za-z0-9_-]{1,40}$')
        or (select count(distinct i) from unnest(v_ids) i) <> cardinality(v_ids) then 'invalid_ids'
      when v_kind = 'true_false' and not (v_ids @> array['true', 'false'] and cardinality(v_ids) = 2) then 'not_true_false'
      when cardinality(v_ids) < 2 then 'too_few'
      when cardinality(v_ids) > 20 then 'too_many'
      when exists (select 1 from jsonb_array_elements(v_options) o where trim(coalesce(o.value ->> 'text', '')) = '') then 'missing'
      when exists (select 1 from jsonb_array_elements(v_options) o where length(o.value ->> 'text') > 1000) then 'too_long'
      when (select count(distinct private.normalise_text(o.value ->> 'text')) from jsonb_array_elements(v_options) o) <> cardinality(v_ids)
        then 'same_twice'
    end;
  end if;
  v_faults := v_faults || private.fault('options', v_code);

  v_code := case
    when exists (select 1 from jsonb_array_elements(v_correct) c where jsonb_typeof(c.value) <> 'string') then 'invalid'
    when v_kind in ('single', 'true_false') and cardinality(v_keys) <> 1 then 'choose_one'
    when v_kind = 'multiple' and cardinality(v_keys) < 1 then 'choose_some'
    when v_kind in ('single', 'true_false', 'multiple') and not v_keys <@ v_ids then 'invalid'
    when v_kind = 'ordering' and not (v_keys @> v_ids and v_keys <@ v_ids) then 'invalid'
    when v_kind in ('multiple', 'ordering') and (select count(distinct k) from unnest(v_keys) k) <> cardinality(v_keys) then 'invalid'
    when v_kind = 'numeric' and (cardinality(v_keys) not between 1 and 2 or private.parse_number(v_keys[1]) is null) then 'not_a_number'
    when v_kind = 'numeric' and cardinality(v_keys) = 2 and coalesce(private.parse_number(v_keys[2]) < 0, true) then 'invalid_tolerance'
    when v_kind = 'short_answer' and cardinality(v_keys) = 0 then 'missing'
    when v_kind = 'short_answer' and cardinality(v_keys) > 20 then 'too_many'
    when v_kind = 'short_answer' and exists (select 1 from unnest(v_keys) k where trim(k) = '') then 'missing'
    when v_kind = 'short_answer' and exists (select 1 from unnest(v_keys) k where length(k) > 500) then 'too_long'
    when v_kind = 'short_answer' and (select count(distinct private.normalise_text(k)) from unnest(v_keys) k) <> cardinality(v_keys) then 'same_twice'
  end;
  v_faults := v_faults || private.fault('correct', v_code);

  v_faults := v_faults
    || private.fault('points', case when not coalesce(p_question ->> 'points' ~ '^(100|[0-9]{1,2})$', false) then 'out_of_range' end)
    || private.fault('negative_points', case
      when not coalesce(p_question ->> 'negative_points' ~ '^[0-9]{1,3}(\.[0-9]{1,2})?$', false) then 'out_of_range'
      when (p_question ->> 'negative_points')::numeric > 100 then 'out_of_range' end)
    || private.fault('explanation', case when length(coalesce(p_question ->> 'explanation', '')) > 4000 then 'too_long' end);
  return v_faults;
end
$$;

create function private.fault(p_field text, p_code text) returns jsonb
  language sql immutable set search_path = ''
as $$ select case when p_code is null then '[]'::jsonb else jsonb_build_array(jsonb_build_object('field', p_field, 'code', p_code)) end $$;

create function private.whole_number_in(p_value jsonb, p_least int, p_most int) returns boolean
  language sql immutable set search_path = ''
as $$ select coalesce(jsonb_typeof(p_value) = 'number' and p_value #>> '{}' ~ '^[0-9]{1,6}$' and (p_value #>> '{}')::int between p_least and p_most, false) $$;

create function private.settings_faults(p_settings jsonb) returns jsonb
  language sql stable set search_path = ''
as $$
  select private.fault('title', case when trim(coalesce(p_settings ->> 'title', '')) = '' then 'missing' when length(p_settings ->> 'title') > 200 then 'too_long' end)
    || private.fault('description', case when length(p_settings ->> 'description') > 2000 then 'too_long' end)
    || private.fault('track_id', case when not exists (select 1 from public.tracks r where r.id = p_settings ->> 'track_id') then 'missing' end)
    || private.fault('duration_minutes', case when not private.whole_number_in(p_settings -> 'duration_minutes', 1, 600) then 'out_of_range' end)
    || private.fault('passing_score', case when not private.whole_number_in(p_settings -> 'passing_score', 1, 100) then 'out_of_range' end)
    || private.fault('attempts_allowed', case when coalesce(p_settings -> 'attempts_allowed', 'null') <> 'null'
      and not private.whole_number_in(p_settings -> 'attempts_allowed', 1, 1000) then 'out_of_range' end)
    || private.fault('shuffle', case when jsonb_typeof(p_settings -> 'shuffle') is distinct from 'boolean' then 'missing' end)
    || private.fault('review', case when coalesce(p_settings ->> 'review', '') not in ('after_submit', 'after_pass', 'never') then 'missing' end)
$$;

create function private.draft_faults(p_test public.mock_tests, p_document jsonb) returns jsonb
  language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(f.fault), '[]') from (
    select jsonb_build_object('ref', null) || s.value as fault
    from jsonb_array_elements(private.settings_faults(p_document -> 'settings')
      || private.fault('track_id', case when private.was_published(p_test)
        and p_document #>> '{settings,track_id}' is distinct from p_test.track_id then 'fixed' end)
      || private.fault('questions', case when jsonb_array_length(p_document -> 'questions') = 0 then 'missing' end)) s
    union all
    select jsonb_build_object('ref', q.value -> 'ref') || f.value
    from jsonb_array_elements(p_document -> 'questions') q
    cross join lateral jsonb_array_elements(private.question_faults(q.value)
      || private.fault('module_id', case when q.value ->> 'module_id' is not null and not exists (
        select 1 from public.track_modules tm
        where tm.track_id = p_document #>> '{settings,track_id}' and tm.module_id::text = q.value ->> 'module_id') then 'unknown' end)) f
  ) f
$$;

-- What makes a question the same question: all that a learner sees, is marked by, or reads afterwards.
create function private.question_content(p_question jsonb) returns jsonb
  language sql immutable set search_path = ''
as $$
  select jsonb_build_object(
    'kind', p_question -> 'kind', 'prompt', p_question -> 'prompt', 'options', private.clean_options(p_question -> 'options'),
    'correct', private.in_option_order((p_question ->> 'kind')::public.question_kind, p_question -> 'options', p_question -> 'correct'),
    'explanation', coalesce(p_question ->> 'explanation', ''), 'points', (p_question ->> 'points')::int,
    'negative_points', (p_question ->> 'negative_points')::numeric(6, 2), 'module_id', coalesce(p_question -> 'module_id', 'null'))
$$;

create function private.publish_test(p_test_id uuid, p_version integer, p_reason text, p_now timestamptz) returns jsonb
  language plpgsql security definer set search_path = ''
as $$
declare
  v_actor uuid := private.require_any_permission('tests.manage');
  v_reason text := private.clean_reason(p_reason);
  v_draft private.test_drafts := private.lock_test_draft(p_test_id, p_version);
  v_before public.mock_tests;
  v_after public.mock_tests;
  v_faults jsonb;
  v_item record;
  v_old public.questions;
  v_new uuid;
  v_stays uuid[] := '{}';
  v_published jsonb;
  v_counts jsonb;
  v_added int := 0;
  v_changed int := 0;
  v_retired int;
begin
  if v_draft.document is null then
    raise exception 'nothing_to_publish' using detail = 'There is no draft of this test.';
  end if;
  -- The draft is locked, so nobody else publishes: what takes long is done before learners who start have to wait.
  v_before := private.find_test(p_test_id);
  v_faults := private.draft_faults(v_before, v_draft.document);
  if v_faults <> '[]' then
    raise exception 'draft_invalid' using detail = left(v_faults::text, 8000);
  end if;
  select jsonb_object_agg(p.value ->> 'id', private.question_content(p.value)) into v_published
  from jsonb_array_elements(private.published_questions(p_test_id)) p;

  -- Waits for learners who are starting just now; those who come later get the new revision.
  select t.* into v_before from public.mock_tests t where t.id = p_test_id for update;
  if v_before.archived_at is not null then
    raise exception 'test_archived' using detail = 'Restore the test first.';
  end if;

  for v_item in
    select q.value as question, q.ordinality::int as place from jsonb_array_elements(v_draft.document -> 'questions') with ordinality q
  loop
    select q.* into v_old from public.questions q
    where q.id = case when v_item.question ->> 'id' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (v_item.question ->> 'id')::uuid end
      and q.mock_test_id = p_test_id and q.active and q.id <> all (v_stays);
    if found and private.question_content(v_item.question) = v_published -> v_old.id::text then
      update public.questions q set position = v_item.place where q.id = v_old.id and q.position <> v_item.place;
      v_stays := v_stays || v_old.id;
      continue;
    end if;
    insert into public.questions (mock_test_id, module_id, kind, prompt, options, points, negative_points, position, first_id, version)
    values (
      p_test_id, (v_item.question ->> 'module_id')::uuid, (v_item.question ->> 'kind')::public.question_kind, v_item.question ->> 'prompt',
      private.clean_options(v_item.question -> 'options'), (v_item.question ->> 'points')::int, (v_item.question ->> 'negative_points')::numeric,
      v_item.place, v_old.lineage_id, coalesce(v_old.version, 0) + 1)
    returning id into v_new;
    insert into private.answer_keys (question_id, correct, explanation)
    values (v_new, array(select jsonb_array_elements_text(private.question_content(v_item.question) -> 'correct')),
      coalesce(v_item.question ->> 'explanation', ''));
    v_stays := v_stays || v_new;
    v_added := v_added + case when v_old.id is null then 1 else 0 end;
    v_changed := v_changed + case when v_old.id is null then 0 else 1 end;
  end loop;

  update public.questions q set active = false, retired_at = p_now
  where q.mock_test_id = p_test_id and q.active and q.id <> all (v_stays);
  get diagnostics v_retired = row_count;

  update public.mock_tests t
  set title = trim(s.title), description = coalesce(s.description, ''), track_id = s.track_id, duration_minutes = s.duration_minutes,
    passing_score = s.passing_score, attempts_allowed = s.attempts_allowed, shuffle = s.shuffle, review = s.review,
    active = true, revision = t.revision + 1, published_at = p_now
  from jsonb_populate_record(v_before, v_draft.document -> 'settings') s
  where t.id = p_test_id returning t.* into v_after;
  update private.test_drafts d set version = d.version + 1, document = null, updated_at = p_now, updated_by = v_actor
  where d.mock_test_id = p_test_id;

  v_counts := jsonb_build_object(
    'version', v_draft.version + 1, 'revision', v_after.revision, 'questions', cardinality(v_stays), 'added', v_added, 'changed', v_changed,
    'removed', v_retired - v_changed);
  -- Questions and keys stay out of the log, which more people may read than may know the answers.
  perform private.audit_act('test.published', 'mock_test', p_test_id::text, v_reason,
    private.test_settings(v_before) || jsonb_build_object('state', private.test_state(v_before), 'revision', v_before.revision),
    private.test_settings(v_after) || jsonb_build_object('state', private.test_state(v_after)) || (v_counts - 'version'));
  return v_counts;
end
$$;

create function private.set_test_archived(p_test_id uuid, p_archived boolean, p_reason text, p_now timestamptz) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_before public.mock_tests;
  v_after public.mock_tests;
begin
  perform private.require_any_permission('tests.manage');
  v_reason := private.clean_reason(p_reason);
  perform private.find_test(p_test_id);
  select t.* into v_before from public.mock_tests t where t.id = p_test_id for update;
  -- Asked twice, by a double click or by two people, it is done once.
  if (v_before.archived_at is not null) = p_archived then
    return;
  end if;
  update public.mock_tests t
  set active = not p_archived and exists (select 1 from public.questions q where q.mock_test_id = t.id and q.active),
    archived_at = case when p_archived then p_now end
  where t.id = p_test_id returning t.* into v_after;
  perform private.audit_act(case when p_archived then 'test.archived' else 'test.restored' end, 'mock_test', p_test_id::text, v_reason,
    jsonb_build_object('title', v_before.title, 'state', private.test_state(v_before)),
    jsonb_build_object('title', v_after.title, 'state', private.test_state(v_after)));
end
$$;

create function private.order_tests(p_track_id text, p_test_ids uuid[], p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_before uuid[];
begin
  perform private.require_any_permission('tests.manage');
  v_reason := private.clean_reason(p_reason);
  perform 1 from public.mock_tests t where t.track_id = p_track_id order by t.id for no key update;
  v_before := array(
    select t.id from public.mock_tests t where t.track_id = p_track_id and t.archived_at is null order by t.position, t.title, t.id);
  if not (v_before @> p_test_ids and v_before <@ p_test_ids and cardinality(v_before) = cardinality(p_test_ids)) then
    raise exception 'changed_meanwhile' using detail = 'The order must name each test of the track once.';
  end if;
  if v_before = p_test_ids then
    return;
  end if;
  update public.mock_tests t set position = o.place from unnest(p_test_ids) with ordinality o(id, place)
  where t.id = o.id and t.position <> o.place;
  perform private.audit_act('test.ordered', 'track', p_track_id, v_reason,
    jsonb_build_object('order', to_jsonb(v_before)), jsonb_build_object('order', to_jsonb(p_test_ids)));
end
$$;

create function public.publish_test(p_test_id uuid, p_version integer, p_reason text) returns jsonb
  language sql set search_path = ''
as $$ select private.publish_test(p_test_id, p_version, p_reason, now()) $$;
create function public.archive_test(p_test_id uuid, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.set_test_archived(p_test_id, true, p_reason, now()) $$;
create function public.restore_test(p_test_id uuid, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.set_test_archived(p_test_id, false, p_reason, now()) $$;
create function public.order_tests(p_track_id text, p_test_ids uuid[], p_reason text) returns void
  language sql set search_path = ''
as $$ select private.order_tests(p_track_id, p_test_ids, p_reason) $$;

comment on function public.publish_test(uuid, integer, text) is
  'Checks the draft and makes it what learners get from now on; answers {version, revision, questions, added, changed, removed}. Needs tests.manage. Codes: reason_needed, test_not_found, changed_meanwhile, nothing_to_publish, test_archived, draft_invalid (detail: [{ref, field, code}]).';
comment on function public.archive_test(uuid, text) is
  'Takes a test away from learners; running attempts go on. Needs tests.manage. Codes: reason_needed, test_not_found.';
comment on function public.restore_test(uuid, text) is
  'Brings an archived test back as it was last published. Needs tests.manage. Codes: reason_needed, test_not_found.';
comment on function public.order_tests(text, uuid[], text) is
  'The order in which learners see the tests of a track; names each that is not archived. Needs tests.manage. Codes: reason_needed, changed_meanwhile.';

revoke execute on function
  private.question_faults(jsonb), private.fault(text, text), private.whole_number_in(jsonb, int, int), private.settings_faults(jsonb),
  private.draft_faults(public.mock_tests, jsonb), private.question_content(jsonb),
  private.publish_test(uuid, integer, text, timestamptz), private.set_test_archived(uuid, boolean, text, timestamptz),
  private.order_tests(text, uuid[], text),
  public.publish_test(uuid, integer, text), public.archive_test(uuid, text), public.restore_test(uuid, text), public.order_tests(text, uuid[], text)
from public, anon, authenticated, service_role;
grant execute on function
  private.publish_test(uuid, integer, text, timestamptz), private.set_test_archived(uuid, boolean, text, timestamptz),
  private.order_tests(text, uuid[], text),
  public.publish_test(uuid, integer, text), public.archive_test(uuid, text), public.restore_test(uuid, text), public.order_tests(text, uuid[], text)
to authenticated;

-- Why: practice before the exam. Learners get questions only inside an attempt, by get_attempt; the right answers stand
-- in another schema, in a table that no API role can read.

create table public.mock_tests (
  id uuid primary key default gen_random_uuid(),
  track_id text not null references public.tracks (id) on delete cascade,
  title text not null check (length(title) between 1 and 200),
  description text not null default '',
  duration_minutes integer not null check (duration_minutes between 1 and 600),
  passing_score integer not null default 70 check (passing_score between 1 and 100),
  attempts_allowed integer check (attempts_allowed > 0),
  shuffle boolean not null default true,
  review public.review_policy not null default 'after_submit',
  position integer not null default 0,
  active boolean not null default true,
  created_at timestamptz not null default now()
);
comment on table public.mock_tests is 'Practice tests of a track.';
comment on column public.mock_tests.attempts_allowed is 'Null means as many as one likes.';
create index mock_tests_track_id_idx on public.mock_tests (track_id, position);

create table public.questions (
  id uuid primary key default gen_random_uuid(),
  mock_test_id uuid not null references public.mock_tests (id) on delete cascade,
  module_id uuid references public.modules (id) on delete set null,
  kind public.question_kind not null,
  prompt text not null check (length(prompt) between 1 and 4000),
  options jsonb not null default '[]' check (jsonb_typeof(options) = 'array'),
  points integer not null default 1 check (points between 0 and 100),
  negative_points numeric(6, 2) not null default 0 check (negative_points >= 0),
  position integer not null default 0,
  active boolean not null default true,
  created_at timestamptz not null default now()
);
comment on table public.questions is 'Questions without their answers. Learners have no row here: they see questions through get_attempt.';
comment on column public.questions.options is '[{id, text}]; empty for numeric and short_answer.';
comment on column public.questions.negative_points is 'Taken off for a wrong answer; an unanswered question costs nothing.';
create index questions_mock_test_id_idx on public.questions (mock_test_id, position);
create index questions_module_id_idx on public.questions (module_id);

create table private.answer_keys (
  question_id uuid primary key references public.questions (id) on delete cascade,
  correct text[] not null check (cardinality(correct) > 0),
  explanation text not null default '',
  created_at timestamptz not null default now()
);
comment on table private.answer_keys is 'Right answers and explanations. No API role may read it; only grading and review do.';
comment on column private.answer_keys.correct is
  'Option ids (in order, for ordering); numeric: value, or value and tolerance; short_answer: accepted texts.';

alter table public.mock_tests enable row level security;
alter table public.questions enable row level security;

grant select on public.mock_tests, public.questions to authenticated;
grant select, insert, update, delete on public.mock_tests, public.questions to service_role;
revoke all on private.answer_keys from public, anon, authenticated, service_role;

create policy "learners read tests of their tracks, staff with tests.manage all" on public.mock_tests
  for select to authenticated
  using (
    (active and track_id = any (array(select private.my_enrolled_tracks())))
    or (select private.has_permission('tests.manage'))
  );
create policy "staff with tests.manage read questions" on public.questions
  for select to authenticated using ((select private.has_permission('tests.manage')));

-- Why: one sitting of a mock test: its questions and options in the order drawn, its deadline by the server's clock, its
-- result. A partial unique index lets a person have one running attempt per test, whatever the number of tabs.

create table public.test_attempts (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.profiles (user_id),
  enrolment_id uuid not null references public.enrolments (id) on delete cascade,
  mock_test_id uuid not null references public.mock_tests (id),
  attempt_no integer not null check (attempt_no > 0),
  status public.attempt_status not null default 'in_progress',
  started_at timestamptz not null,
  deadline_at timestamptz not null,
  submitted_at timestamptz,
  question_order jsonb not null check (jsonb_typeof(question_order) = 'array'),
  question_count integer not null check (question_count > 0),
  extra_seconds integer not null default 0 check (extra_seconds >= 0),
  score numeric(5, 2) check (score between 0 and 100),
  points numeric(10, 2) check (points >= 0),
  max_points numeric(10, 2),
  passed boolean,
  created_at timestamptz not null default now(),
  unique (enrolment_id, mock_test_id, attempt_no),
  constraint test_attempts_deadline_after_start check (deadline_at > started_at),
  constraint test_attempts_finished_when_graded check (
    (status = 'in_progress') = (submitted_at is null)
    and (status = 'in_progress') = (score is null)
    and (status = 'in_progress') = (passed is null)
  )
);
comment on table public.test_attempts is 'Sittings of mock tests. Written only by start_attempt, submit_attempt and the closing job.';
comment on column public.test_attempts.question_order is '[{question_id, options: [id]}] as drawn; read through get_attempt.';
comment on column public.test_attempts.score is 'Percent 0-100, null while running.';

create unique index test_attempts_one_running on public.test_attempts (user_id, mock_test_id) where status = 'in_progress';
create index test_attempts_user_id_idx on public.test_attempts (user_id, started_at desc);
create index test_attempts_mock_test_id_idx on public.test_attempts (mock_test_id);
create index test_attempts_deadline_idx on public.test_attempts (deadline_at) where status = 'in_progress';

alter table public.test_attempts enable row level security;
grant select (
  id, user_id, enrolment_id, mock_test_id, attempt_no, status, started_at, deadline_at, submitted_at,
  question_count, extra_seconds, score, points, max_points, passed, created_at
) on public.test_attempts to authenticated;
grant select on public.test_attempts to service_role;

create policy "learners read their own attempts, staff with users.read all" on public.test_attempts
  for select to authenticated
  using (user_id = (select private.current_person()) or (select private.has_permission('users.read')));

create function private.keep_finished_attempt() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  raise exception using errcode = 'P0001', message = 'attempt_finished', detail = 'A finished attempt does not change.';
end
$$;
comment on function private.keep_finished_attempt() is 'Trigger: a finished attempt never runs again and keeps its result.';

create trigger keep_finished_attempt before update on public.test_attempts
  for each row when (
    old.status <> 'in_progress'
    and (new.status, new.submitted_at, new.score, new.points, new.passed, new.deadline_at, new.question_order)
      is distinct from (old.status, old.submitted_at, old.score, old.points, old.passed, old.deadline_at, old.question_order)
  ) execute function private.keep_finished_attempt();

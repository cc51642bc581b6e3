-- Why: answers are kept as they are given, each with a sequence number from the browser; the larger number wins.

create table public.attempt_answers (
  attempt_id uuid not null references public.test_attempts (id) on delete cascade,
  question_id uuid not null references public.questions (id),
  selected text[] not null default '{}',
  flagged boolean not null default false,
  seq bigint not null check (seq >= 0),
  saved_at timestamptz not null default now(),
  correct boolean,
  points numeric(8, 2),
  created_at timestamptz not null default now(),
  primary key (attempt_id, question_id)
) with (fillfactor = 70);
comment on table public.attempt_answers is
  'The newest answer to each question of an attempt. correct and points are filled by grading and are not granted to the API.';
create index attempt_answers_question_id_idx on public.attempt_answers (question_id);

alter table public.attempt_answers enable row level security;
grant select (attempt_id, question_id, selected, flagged, seq, saved_at, created_at) on public.attempt_answers to authenticated;
grant select on public.attempt_answers to service_role;

-- The inner query runs under the policy of test_attempts: whoever may read the attempt may read what was answered.
create policy "readers of an attempt read its answers" on public.attempt_answers
  for select to authenticated
  using (exists (select 1 from public.test_attempts a where a.id = attempt_id));

-- Sittings of the proctored exam. The vendor knows a sitting by session_key; its result comes back under the same key.

create table public.exam_sessions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.profiles (user_id),
  enrolment_id uuid not null references public.enrolments (id),
  track_id text not null references public.tracks (id),
  attempt_no int not null check (attempt_no > 0),
  -- 244 random bits from the server's strong source.
  session_key text not null unique
    default ('exam_' || replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')),
  vendor_session_id text unique,
  session_url text,
  status public.exam_status not null default 'scheduled',
  scheduled_at timestamptz not null,
  started_at timestamptz,
  submitted_at timestamptz,
  decided_at timestamptz,
  score numeric check (score between 0 and 100),
  proctor_rating public.proctor_rating,
  incidents jsonb not null default '[]'::jsonb,
  decided_by uuid references public.profiles (user_id),
  note text,
  next_read_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.exam_sessions is 'Exam sittings; every one that was not cancelled counts as an attempt. score is per cent.';
comment on column public.exam_sessions.session_key is 'Secret between us and the vendor; not granted to learners.';
comment on column public.exam_sessions.note is 'Why staff decided as they did; not granted to learners.';
comment on column public.exam_sessions.next_read_at is 'When the vendor is asked for news next; null while there is nothing to ask.';

create index exam_sessions_user on public.exam_sessions (user_id, created_at desc);
create index exam_sessions_track on public.exam_sessions (track_id, created_at desc);
create index exam_sessions_created on public.exam_sessions (created_at desc);
create index exam_sessions_decided_by on public.exam_sessions (decided_by) where decided_by is not null;
create index exam_sessions_enrolment on public.exam_sessions (enrolment_id);
create unique index exam_sessions_attempt on public.exam_sessions (enrolment_id, attempt_no) where status <> 'cancelled';
create unique index exam_sessions_one_open on public.exam_sessions (user_id, track_id)
  where status in ('scheduled', 'ready', 'started', 'submitted', 'review');
create index exam_sessions_awaited on public.exam_sessions (next_read_at) where next_read_at is not null;
create index exam_sessions_not_begun on public.exam_sessions (scheduled_at) where status in ('scheduled', 'ready', 'started');
create index exam_sessions_review on public.exam_sessions (submitted_at) where status = 'review';

create trigger exam_sessions_touch_updated_at before update on public.exam_sessions
  for each row execute function private.touch_updated_at();

alter table public.exam_sessions enable row level security;
revoke all on public.exam_sessions from anon, authenticated, service_role;
grant select (id, user_id, enrolment_id, track_id, attempt_no, session_url, status, scheduled_at, started_at, submitted_at,
  decided_at, score, proctor_rating, incidents, created_at, updated_at) on public.exam_sessions to authenticated;
grant select on public.exam_sessions to service_role;
create policy "learners read own exams, staff with exams.read all" on public.exam_sessions
  for select to authenticated
  using (user_id = (select private.current_person()) or (select private.has_permission('exams.read')));

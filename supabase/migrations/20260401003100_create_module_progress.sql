-- Why: where a learner stands in each module. Overall progress is counted from these rows, never stored.

create table public.module_progress (
  enrolment_id uuid not null references public.enrolments (id) on delete cascade,
  module_id uuid not null references public.modules (id) on delete cascade,
  user_id uuid not null references public.profiles (user_id),
  status public.progress_status not null default 'not_started',
  position_seconds integer not null default 0 check (position_seconds >= 0),
  watched_seconds integer not null default 0 check (watched_seconds >= 0),
  completed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (enrolment_id, module_id),
  constraint module_progress_completed_when_dated check ((status = 'completed') = (completed_at is not null))
);
comment on table public.module_progress is 'Video position, watched time and completion of one module in one enrolment.';
create index module_progress_module_id_idx on public.module_progress (module_id);
create index module_progress_user_id_idx on public.module_progress (user_id, updated_at desc);

alter table public.module_progress enable row level security;
grant select on public.module_progress to authenticated;
grant select on public.module_progress to service_role;

create policy "learners read their own progress, staff with users.read all" on public.module_progress
  for select to authenticated
  using (user_id = (select private.current_person()) or (select private.has_permission('users.read')));

create view public.enrolment_progress with (security_invoker = true) as
select
  e.id as enrolment_id,
  e.user_id,
  e.track_id,
  c.modules_total,
  c.modules_completed,
  case when c.modules_total = 0 then 0 else c.modules_completed * 100 / c.modules_total end as percent
from public.enrolments e
cross join lateral (
  select count(m.module_id)::integer as modules_total, count(mp.module_id)::integer as modules_completed
  from private.active_track_modules() m
  left join public.module_progress mp
    on mp.enrolment_id = e.id and mp.module_id = m.module_id and mp.status = 'completed'
  where m.track_id = e.track_id
) c;
comment on view public.enrolment_progress is
  'Modules done of modules counted, per enrolment; percent is rounded down, so 100 means all. Shows the rows its reader may read.';
grant select on public.enrolment_progress to authenticated, service_role;

-- Why: the funnel of the overview asks of a million people how far each has come. The first time of each step is kept as it
-- happens, so that a question about a period is one scan of one index.

create table private.learner_milestones (
  user_id uuid not null references public.profiles (user_id) on delete cascade,
  track_id text not null,
  registered_at timestamptz not null,
  enrolled_at timestamptz,
  learning_at timestamptz,
  completed_at timestamptz,
  test_passed_at timestamptz,
  exam_at timestamptz,
  certified_at timestamptz,
  primary key (user_id, track_id)
);
comment on table private.learner_milestones is
  'When a learner first reached each step: a row for each track, and one with an empty track for the first time in any.';
create index learner_milestones_cohort on private.learner_milestones (track_id, registered_at)
  include (enrolled_at, learning_at, completed_at, test_passed_at, exam_at, certified_at);
create index learner_milestones_completed on private.learner_milestones (track_id, completed_at) where completed_at is not null;

create function private.reach_milestone(p_user_id uuid, p_track_id text, p_step text, p_at timestamptz) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  insert into private.learner_milestones (user_id, track_id, registered_at)
  select p.user_id, t.track_id, p.joined_at
  from public.profiles p cross join (values (''), (p_track_id)) t(track_id)
  where p.user_id = p_user_id
  on conflict do nothing;
  execute format('update private.learner_milestones set %1$I = $3 where user_id = $1 and track_id in ('''', $2) and (%1$I is null or %1$I > $3)',
    p_step || '_at') using p_user_id, p_track_id, p_at;
end
$$;
comment on function private.reach_milestone(uuid, text, text, timestamptz) is
  'Keeps the first time of a step: enrolled, learning, completed, test_passed, exam or certified.';

create function private.keep_registration() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  if new.kind = 'learner' then
    insert into private.learner_milestones (user_id, track_id, registered_at) values (new.user_id, '', new.joined_at)
    on conflict do nothing;
    update private.learner_milestones m set registered_at = new.joined_at where m.user_id = new.user_id and m.registered_at <> new.joined_at;
  else
    -- An account that an invitation made of a manager or a member of staff is no learner.
    delete from private.learner_milestones m where m.user_id = new.user_id and m.track_id = '' and m.enrolled_at is null;
  end if;
  return null;
end
$$;
create trigger keep_registration after insert or update of kind, joined_at on public.profiles
  for each row execute function private.keep_registration();

create function private.keep_enrolment() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  perform private.reach_milestone(new.user_id, new.track_id, 'enrolled', new.enrolled_at);
  return null;
end
$$;
create trigger keep_enrolment after insert on public.enrolments
  for each row execute function private.keep_enrolment();

create function private.keep_progress() returns trigger
  language plpgsql security definer set search_path = ''
as $$
declare
  v_track text := (select e.track_id from public.enrolments e where e.id = new.enrolment_id);
begin
  if tg_op = 'INSERT' then
    perform private.reach_milestone(new.user_id, v_track, 'learning', new.created_at);
  end if;
  if new.status = 'completed' and exists (
    select from public.enrolment_progress p
    where p.enrolment_id = new.enrolment_id and p.modules_total > 0 and p.modules_completed = p.modules_total
  ) then
    perform private.reach_milestone(new.user_id, v_track, 'completed', new.completed_at);
  end if;
  return null;
end
$$;
create trigger keep_progress after insert on public.module_progress
  for each row execute function private.keep_progress();
create trigger keep_completion after update of status on public.module_progress
  for each row when (new.status = 'completed' and old.status <> 'completed') execute function private.keep_progress();

create function private.keep_passed_test() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  perform private.reach_milestone(new.user_id, (select e.track_id from public.enrolments e where e.id = new.enrolment_id),
    'test_passed', new.submitted_at);
  return null;
end
$$;
create trigger keep_passed_test after insert or update of passed on public.test_attempts
  for each row when (new.passed) execute function private.keep_passed_test();

create function private.keep_exam() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  perform private.reach_milestone(new.user_id, new.track_id, 'exam', coalesce(new.started_at, new.submitted_at, new.decided_at, now()));
  return null;
end
$$;
create trigger keep_exam after insert or update of status on public.exam_sessions
  for each row when (new.status in ('started', 'submitted', 'review', 'passed', 'failed')) execute function private.keep_exam();

create function private.keep_certificate() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  perform private.reach_milestone(new.user_id, new.track_id, 'certified', new.issued_at);
  return null;
end
$$;
create trigger keep_certificate after insert on public.certificates
  for each row execute function private.keep_certificate();

-- What has happened already.
insert into private.learner_milestones (user_id, track_id, registered_at)
select p.user_id, '', p.joined_at from public.profiles p where p.kind = 'learner';
do $$
begin
  perform private.reach_milestone(e.user_id, e.track_id, 'enrolled', e.enrolled_at) from public.enrolments e;
  perform private.reach_milestone(mp.user_id, e.track_id, 'learning', mp.created_at)
    from public.module_progress mp join public.enrolments e on e.id = mp.enrolment_id;
  perform private.reach_milestone(e.user_id, e.track_id, 'completed', last.at)
    from public.enrolment_progress p join public.enrolments e on e.id = p.enrolment_id
    cross join lateral (select max(mp.completed_at) as at from public.module_progress mp where mp.enrolment_id = e.id) last
    where p.modules_total > 0 and p.modules_completed = p.modules_total;
  perform private.reach_milestone(a.user_id, e.track_id, 'test_passed', a.submitted_at)
    from public.test_attempts a join public.enrolments e on e.id = a.enrolment_id where a.passed;
  perform private.reach_milestone(s.user_id, s.track_id, 'exam', coalesce(s.started_at, s.submitted_at, s.decided_at, s.scheduled_at))
    from public.exam_sessions s where s.status in ('started', 'submitted', 'review', 'passed', 'failed');
  perform private.reach_milestone(c.user_id, c.track_id, 'certified', c.issued_at) from public.certificates c;
end
$$;

revoke execute on function
  private.reach_milestone(uuid, text, text, timestamptz), private.keep_registration(), private.keep_enrolment(), private.keep_progress(),
  private.keep_passed_test(), private.keep_exam(), private.keep_certificate()
from public, anon, authenticated, service_role;

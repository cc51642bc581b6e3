-- Why: the right to learn a track. Only private.enrol makes one; a client cannot.

create table public.enrolments (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.profiles (user_id),
  track_id text not null references public.tracks (id),
  source public.enrolment_source not null,
  status public.enrolment_status not null default 'active',
  enrolled_at timestamptz not null default now(),
  expires_at timestamptz,
  attempts_included integer not null default 0 check (attempts_included >= 0),
  attempts_added integer not null default 0 check (attempts_added >= 0),
  institution_id uuid references public.institutions (id),
  order_id uuid,
  created_at timestamptz not null default now()
);
comment on table public.enrolments is 'Who may learn which track, until when, with how many exam attempts.';

create unique index enrolments_one_open_per_track on public.enrolments (user_id, track_id) where status in ('active', 'completed');
create index enrolments_user_id_idx on public.enrolments (user_id, enrolled_at desc);
create index enrolments_track_id_idx on public.enrolments (track_id);
create index enrolments_institution_id_idx on public.enrolments (institution_id, enrolled_at desc);
create index enrolments_order_id_idx on public.enrolments (order_id);
create index enrolments_enrolled_at_idx on public.enrolments (enrolled_at desc);

alter table public.enrolments enable row level security;
grant select on public.enrolments to authenticated;
grant select, insert, update, delete on public.enrolments to service_role;

-- The arms are asked from left to right until one holds: the most frequent reader stands first.
create policy "learners read their own enrolments, managers their students', staff with users.read all" on public.enrolments
  for select to authenticated
  using (
    user_id = (select private.current_person())
    or (select private.has_permission('users.read'))
    or institution_id = any (array(select private.my_institutions()))
  );

create function private.enrol(
  p_user_id uuid,
  p_track_id text,
  p_source public.enrolment_source,
  p_order_id uuid default null,
  p_institution_id uuid default null,
  p_now timestamptz default now()
) returns uuid
  language plpgsql security definer set search_path = ''
as $$
declare
  v_track public.tracks;
  v_id uuid;
begin
  select * into v_track from public.tracks where id = p_track_id;
  if not found then
    raise exception using errcode = 'P0001', message = 'track_not_found', detail = 'There is no such track.';
  end if;

  -- An enrolment whose time is over makes room for the new one.
  update public.enrolments set status = 'expired'
  where user_id = p_user_id and track_id = p_track_id and status in ('active', 'completed') and expires_at <= p_now;

  insert into public.enrolments (
    user_id, track_id, source, enrolled_at, expires_at, attempts_included, institution_id, order_id
  ) values (
    p_user_id, p_track_id, p_source, p_now, p_now + make_interval(months => v_track.access_months),
    v_track.attempts_included, p_institution_id, p_order_id
  )
  on conflict (user_id, track_id) where status in ('active', 'completed') do nothing
  returning id into v_id;

  if v_id is null then
    select id into v_id from public.enrolments
    where user_id = p_user_id and track_id = p_track_id and status in ('active', 'completed');
  end if;
  return v_id;
end
$$;
comment on function private.enrol(uuid, text, public.enrolment_source, uuid, uuid, timestamptz) is
  'Enrols a person and returns the enrolment; an open one for the same track is returned unchanged.';

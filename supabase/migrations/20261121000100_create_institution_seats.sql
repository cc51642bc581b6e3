-- Why: what an institution bought (blocks of seats), whom it gave a seat, and what became of it. A seat is given to an e-mail
-- address; the enrolment follows once that address has an account.

create type public.student_status as enum ('active', 'removed');

alter table public.institutions drop column seats;

alter table public.institution_students
  drop column track_id,
  alter column status drop default,
  alter column status type public.student_status using (case status when 'active' then 'active' else 'removed' end)::public.student_status,
  alter column status set default 'active',
  add column invited_at timestamptz,
  add column invitation_sent_at timestamptz,
  add column joined_at timestamptz,
  add constraint institution_students_email_lower check (email = lower(email));
comment on column public.institution_students.invited_at is 'When an invitation was last queued; null while none was needed.';
comment on column public.institution_students.joined_at is 'When the account was found or made.';
create index institution_students_email_idx on public.institution_students (email) where user_id is null and status = 'active';
create index institution_students_removed_idx on public.institution_students (institution_id, email) where status = 'removed';
create index institution_students_name_idx on public.institution_students (institution_id, lower(full_name), id) where status = 'active';

create table public.institution_seats (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references public.institutions (id) on delete cascade,
  track_id text not null references public.tracks (id),
  seats integer not null check (seats between 1 and 1000000),
  price integer not null check (price >= 0),
  valid_until date not null,
  created_by uuid references public.profiles (user_id) on delete set null,
  created_at timestamptz not null default now()
);
comment on table public.institution_seats is 'Blocks of seats that an institution bought for a track, at a price agreed.';
comment on column public.institution_seats.price is 'Paise for each seat, before tax.';
comment on column public.institution_seats.valid_until is 'Last day, in India, on which a seat of the block can be given.';
create index institution_seats_institution_id_idx on public.institution_seats (institution_id, track_id, valid_until, id);
create index institution_seats_track_id_idx on public.institution_seats (track_id);
create index institution_seats_created_by_idx on public.institution_seats (created_by) where created_by is not null;

create table public.student_seats (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references public.institutions (id) on delete cascade,
  student_id uuid not null references public.institution_students (id) on delete cascade,
  block_id uuid not null references public.institution_seats (id),
  track_id text not null references public.tracks (id),
  enrolment_id uuid unique references public.enrolments (id),
  import_id uuid,
  assigned_by uuid references public.profiles (user_id) on delete set null,
  assigned_at timestamptz not null default now(),
  released_at timestamptz
);
comment on table public.student_seats is 'Seats given to students. A released seat is free again; every other one counts as used, also after its student was removed.';
create unique index student_seats_one_open on public.student_seats (student_id, track_id) where released_at is null;
create index student_seats_block_id_idx on public.student_seats (block_id) where released_at is null;
create index student_seats_institution_id_idx on public.student_seats (institution_id, assigned_at desc, id);
create index student_seats_track_id_idx on public.student_seats (track_id);
create index student_seats_import_id_idx on public.student_seats (import_id) where import_id is not null;
create index student_seats_assigned_by_idx on public.student_seats (assigned_by) where assigned_by is not null;

alter table public.institution_seats enable row level security;
alter table public.student_seats enable row level security;
grant select on public.institution_seats, public.student_seats to authenticated, service_role;

create policy "managers read what they bought, staff with institutions.read all" on public.institution_seats
  for select to authenticated
  using (institution_id = any (array(select private.my_institutions())) or (select private.has_permission('institutions.read')));
create policy "managers read seats they gave, staff with institutions.read all" on public.student_seats
  for select to authenticated
  using (institution_id = any (array(select private.my_institutions())) or (select private.has_permission('institutions.read')));

-- The day in India, where the product is sold.
create function private.day_in_india(p_now timestamptz) returns date
  language sql immutable set search_path = ''
as $$ select (p_now at time zone 'Asia/Kolkata')::date $$;

create view public.institution_seat_use with (security_invoker = true) as
select
  b.id, b.institution_id, b.track_id, t.name as track_name, b.seats, u.used, b.seats - u.used as left, b.price, b.valid_until,
  b.valid_until >= (now() at time zone 'Asia/Kolkata')::date as valid, b.created_at
from public.institution_seats b
join public.tracks t on t.id = b.track_id
cross join lateral (
  select count(*)::integer as used from public.student_seats s where s.block_id = b.id and s.released_at is null
) u;
comment on view public.institution_seat_use is 'Blocks of seats with how many are used and left. Shows the rows its reader may read.';
grant select on public.institution_seat_use to authenticated, service_role;

-- What must be true of an enrolment before a seat can be taken back.
create function private.has_started(p_enrolment_id uuid) returns boolean
  language sql stable security definer set search_path = ''
as $$
  select exists (select from public.module_progress m where m.enrolment_id = p_enrolment_id)
    or exists (select from public.test_attempts a where a.enrolment_id = p_enrolment_id)
    or exists (select from public.exam_sessions s where s.enrolment_id = p_enrolment_id)
$$;

create function private.require_institution(p_institution_id uuid, p_permission text default 'institutions.manage') returns uuid
  language plpgsql stable security definer set search_path = ''
as $$
begin
  if p_institution_id is null
    or not (p_institution_id in (select private.my_institutions()) or private.has_permission(p_permission)) then
    raise exception 'not_allowed' using errcode = '42501', detail = 'This institution is not yours to work on.';
  end if;
  return private.current_person();
end
$$;
comment on function private.require_institution(uuid, text) is
  'The signed-in person, when they manage the institution or hold the permission; raises otherwise.';

revoke execute on function private.day_in_india(timestamptz), private.has_started(uuid), private.require_institution(uuid, text)
from public, anon, authenticated, service_role;

-- Why: one way to give seats, for one student as for fifty thousand. Whoever gives a seat of a track holds the lock of its
-- blocks, so that two imports at once cannot give the last seat twice.

create function private.is_open_account(p_kind public.person_kind, p_status public.account_status) returns boolean
  language sql immutable set search_path = ''
as $$ select p_kind = 'learner' and p_status = 'active' $$;

-- What is known of addresses, by their place in the lists: the account, whether that is open to learning, and whether it learns the
-- track already. `limit` keeps each lookup a lookup: joined as a whole, a small file would read every student there is.
create function private.known_students(p_institution_id uuid, p_emails text[], p_track_ids text[], p_now timestamptz)
returns table (place bigint, user_id uuid, open boolean, enrolled boolean)
  language sql stable security definer set search_path = ''
as $$
  select g.place, a.user_id, coalesce(a.open, true),
    (
      select true from public.institution_students s
      join public.student_seats ss on ss.student_id = s.id and ss.track_id = g.track_id and ss.released_at is null
      where s.institution_id = p_institution_id and lower(s.email) = g.email limit 1
    ) is true or (
      select true from public.enrolments e
      where e.user_id = a.user_id and e.track_id = g.track_id and e.status in ('active', 'completed')
        and (e.expires_at is null or e.expires_at > p_now) limit 1
    ) is true
  from unnest(p_emails, p_track_ids) with ordinality as g(email, track_id, place)
  left join lateral (
    select p.user_id, private.is_open_account(p.kind, p.status) as open
    from public.profiles p join auth.users u on u.id = p.user_id
    where lower(p.email) = g.email and u.email_confirmed_at is not null limit 1
  ) a on true
$$;

-- A student who was removed after having begun kept the seat: enrolled again, the seat and its enrolment are theirs and ours as before.
create function private.take_back_students(p_institution_id uuid, p_rows jsonb) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  with back as (
    update public.institution_students s set status = 'active'
    where s.institution_id = p_institution_id and s.status = 'removed'
      and s.email = any (array(select r ->> 'email' from jsonb_array_elements(p_rows) r))
      and exists (
        select from public.student_seats ss join jsonb_array_elements(p_rows) r on r ->> 'email' = s.email and r ->> 'track_id' = ss.track_id
        where ss.student_id = s.id and ss.released_at is null)
    returning s.id
  )
  update public.enrolments e set institution_id = p_institution_id
  from back join public.student_seats ss on ss.student_id = back.id and ss.released_at is null
  where e.id = ss.enrolment_id and e.institution_id is null;
end
$$;

-- What is to be done with each row, given the locks: {row_number, email, …, user_id, block_id, seat_id, outcome, reason}. 
create function private.plan_students(p_institution_id uuid, p_rows jsonb, p_now timestamptz) returns jsonb
  language sql volatile security definer set search_path = ''
as $$
  with given as (
    select r.*, row_number() over (partition by r.email, r.track_id order by r.row_number) as occurrence,
      row_number() over (order by r.row_number) as place
    from jsonb_to_recordset(p_rows) as r(row_number integer, email text, full_name text, roll_no text, track_id text)
  ), known as (
    select g.*, k.user_id, not k.open as closed_account, k.enrolled
    from given g
    join private.known_students(p_institution_id, array(select o.email from given o order by o.place),
      array(select o.track_id from given o order by o.place), p_now) k on k.place = g.place
  ), judged as (
    select k.*, case
      when k.closed_account then 'closed'
      when k.enrolled or k.occurrence > 1 then 'already'
      else 'wants' end as verdict
    from known k
  ), wanting as (
    select j.row_number, j.track_id, row_number() over (partition by j.track_id order by j.row_number) as turn from judged j where j.verdict = 'wants'
  ), blocks as (
    select b.id, b.track_id, greatest(b.seats - count(ss.id), 0) as free, b.valid_until >= private.day_in_india(p_now) as valid, b.valid_until
    from public.institution_seats b
    left join public.student_seats ss on ss.block_id = b.id and ss.released_at is null
    where b.institution_id = p_institution_id
    group by b.id
  ), ranges as (
    select b.id, b.track_id, sum(b.free) over ending - b.free as after_place, sum(b.free) over ending as to_place
    from blocks b where b.valid and b.free > 0
    window ending as (partition by b.track_id order by b.valid_until, b.id)
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'row_number', j.row_number, 'email', j.email, 'full_name', j.full_name, 'roll_no', j.roll_no, 'track_id', j.track_id,
    'user_id', j.user_id, 'block_id', r.id, 'seat_id', case when r.id is not null then gen_random_uuid() end,
    'outcome', case when j.verdict = 'already' then 'already_enrolled' when r.id is null then 'refused' else 'enrolled' end,
    'reason', case
      when j.verdict = 'closed' then 'account_not_open'
      when j.verdict = 'already' or r.id is not null then null
      when not exists (select from blocks b where b.track_id = j.track_id) then 'track_without_seats'
      when not exists (select from blocks b where b.track_id = j.track_id and b.valid) then 'seats_expired'
      else 'no_seat_left' end
  ) order by j.row_number), '[]'::jsonb)
  from judged j
  left join wanting w on w.row_number = j.row_number
  left join ranges r on r.track_id = w.track_id and w.turn > r.after_place and w.turn <= r.to_place
$$;

-- Enrols a person who has an account on a seat that they hold. False when they are enrolled by other means: then the seat is free again.
create function private.enrol_on_seat(p_seat_id uuid, p_user_id uuid, p_now timestamptz) returns boolean
  language plpgsql security definer set search_path = ''
as $$
declare
  v_seat public.student_seats;
  v_id uuid;
  v_enrolment public.enrolments;
begin
  select ss.* into strict v_seat from public.student_seats ss where ss.id = p_seat_id for update;
  v_id := private.enrol(p_user_id, v_seat.track_id, 'institution', null, v_seat.institution_id, p_now);
  select e.* into strict v_enrolment from public.enrolments e where e.id = v_id;
  if v_enrolment.institution_id is distinct from v_seat.institution_id
    or exists (select from public.student_seats o where o.enrolment_id = v_enrolment.id and o.id <> v_seat.id) then
    update public.student_seats set released_at = p_now where id = v_seat.id;
    return false;
  end if;
  update public.student_seats set enrolment_id = v_enrolment.id where id = v_seat.id;
  return true;
end
$$;

create function private.place_students(p_institution_id uuid, p_rows jsonb, p_actor uuid, p_import_id uuid, p_now timestamptz)
returns table (row_number integer, outcome text, reason text, seat_id uuid)
  language plpgsql security definer set search_path = ''
  -- A plan kept from when the tables were small would read them whole for each row of a large file.
  set plan_cache_mode = 'force_custom_plan'
as $$
#variable_conflict use_column
declare
  v_plan jsonb;
  v_seated jsonb;
  v_placed record;
  v_elsewhere uuid[] := '{}';
begin
  -- In one order for everybody, so that two imports wait for each other and never lock each other up.
  perform from public.institution_seats b
  where b.institution_id = p_institution_id and b.track_id in (select r ->> 'track_id' from jsonb_array_elements(p_rows) r)
  order by b.id for update;
  perform private.take_back_students(p_institution_id, p_rows);
  v_plan := private.plan_students(p_institution_id, p_rows, p_now);

  with seated as (
    select r.* from jsonb_to_recordset(v_plan) as r(
      row_number integer, email text, full_name text, roll_no text, track_id text, user_id uuid, block_id uuid, seat_id uuid)
    where r.seat_id is not null
  ), students as (
    insert into public.institution_students as s (institution_id, email, full_name, roll_no, user_id, joined_at, invited_at, created_at)
    select distinct on (r.email) p_institution_id, r.email, r.full_name, r.roll_no, r.user_id, case when r.user_id is not null then p_now end,
      case when r.user_id is null then p_now end, p_now
    from seated r order by r.email, r.row_number
    on conflict (institution_id, lower(email)) do update set
      status = 'active', full_name = excluded.full_name, roll_no = coalesce(excluded.roll_no, s.roll_no),
      user_id = coalesce(s.user_id, excluded.user_id), joined_at = coalesce(s.joined_at, excluded.joined_at),
      invited_at = coalesce(excluded.invited_at, s.invited_at)
    returning s.id, s.email, s.user_id
  )
  select coalesce(jsonb_agg(jsonb_build_object('row_number', r.row_number, 'seat_id', r.seat_id, 'block_id', r.block_id,
    'track_id', r.track_id, 'student_id', s.id, 'user_id', s.user_id)), '[]'::jsonb) into v_seated
  from seated r join students s on s.email = r.email;

  insert into public.student_seats (id, institution_id, student_id, block_id, track_id, import_id, assigned_by, assigned_at)
  select r.seat_id, p_institution_id, r.student_id, r.block_id, r.track_id, p_import_id, p_actor, p_now
  from jsonb_to_recordset(v_seated) as r(seat_id uuid, student_id uuid, block_id uuid, track_id text);

  for v_placed in select r.* from jsonb_to_recordset(v_seated) as r(seat_id uuid, user_id uuid) where r.user_id is not null loop
    if private.enrol_on_seat(v_placed.seat_id, v_placed.user_id, p_now) then
      perform private.queue_mail('student_enrolled', jsonb_build_object('seat_id', v_placed.seat_id), v_placed.seat_id, p_now);
    else
      v_elsewhere := v_elsewhere || v_placed.seat_id;
    end if;
  end loop;

  -- One invitation for each student and file, however many tracks it names; twenty in a second, so that a receipt or a certificate
  -- that falls due meanwhile does not wait behind fifty thousand of them.
  insert into private.outbox (kind, payload, dedupe_key, next_attempt_at, created_at)
  select 'student.invite', jsonb_build_object('student_id', r.student_id),
    'student.invite:' || r.student_id || ':' || coalesce(p_import_id::text, extract(epoch from p_now)::text),
    p_now + min(r.row_number) * interval '50 milliseconds', p_now
  from jsonb_to_recordset(v_seated) as r(row_number integer, student_id uuid, user_id uuid)
  where r.user_id is null
  group by r.student_id
  on conflict (dedupe_key) do nothing;

  return query
  select r.row_number, case when r.seat_id = any (v_elsewhere) then 'already_enrolled' else r.outcome end, r.reason,
    case when r.seat_id <> all (v_elsewhere) then r.seat_id end
  from jsonb_to_recordset(v_plan) as r(row_number integer, seat_id uuid, outcome text, reason text)
  order by r.row_number;
end
$$;
comment on function private.place_students(uuid, jsonb, uuid, uuid, timestamptz) is
  'Gives seats to [{row_number, email (lower case), full_name, roll_no, track_id}]: enrolled, already_enrolled or refused with a reason. People with an account are enrolled at once, others are invited.';

-- A new account, or one whose e-mail has just been confirmed, takes up the seats that wait for its address.
create function private.attach_students(p_user_id uuid, p_now timestamptz) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_person public.profiles;
  v_seat record;
begin
  select p.* into v_person from public.profiles p where p.user_id = p_user_id;
  if not found or not private.is_open_account(v_person.kind, v_person.status) then
    return;
  end if;
  update public.institution_students s set user_id = p_user_id, joined_at = p_now
  where s.email = lower(v_person.email) and s.user_id is null and s.status = 'active';
  update public.profiles p set full_name = s.full_name
  from public.institution_students s
  where p.user_id = p_user_id and p.full_name = '' and s.user_id = p_user_id and s.full_name <> '';
  for v_seat in
    select ss.id from public.student_seats ss join public.institution_students s on s.id = ss.student_id
    where s.user_id = p_user_id and s.status = 'active' and ss.enrolment_id is null and ss.released_at is null
    order by ss.assigned_at, ss.id
  loop
    perform private.enrol_on_seat(v_seat.id, p_user_id, p_now);
  end loop;
end
$$;

create function private.welcome_student() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  perform private.attach_students(new.id, now());
  return new;
end
$$;
comment on function private.welcome_student() is 'Trigger on auth.users: a confirmed address takes up the seats that wait for it. Its name sorts after record_sign_up, which makes the profile.';
create trigger welcome_student after insert on auth.users
  for each row when (new.email_confirmed_at is not null) execute function private.welcome_student();
create trigger welcome_student_on_confirmation after update of email_confirmed_at on auth.users
  for each row when (old.email_confirmed_at is null and new.email_confirmed_at is not null) execute function private.welcome_student();

revoke execute on function
  private.is_open_account(public.person_kind, public.account_status),
  private.known_students(uuid, text[], text[], timestamptz), private.take_back_students(uuid, jsonb),
  private.plan_students(uuid, jsonb, timestamptz), private.enrol_on_seat(uuid, uuid, timestamptz),
  private.place_students(uuid, jsonb, uuid, uuid, timestamptz), private.attach_students(uuid, timestamptz), private.welcome_student()
from public, anon, authenticated, service_role;

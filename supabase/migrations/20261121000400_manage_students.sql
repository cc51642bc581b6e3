-- Why: a manager adds one student, removes one, sends an invitation again.

create function private.is_email(p_text text) returns boolean
  language sql immutable set search_path = ''
as $$ select length(p_text) between 3 and 320 and p_text ~ '^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+\.[^\s@<>,;:"()]+$' $$;

create function private.add_student(
  p_institution_id uuid, p_email text, p_full_name text, p_roll_no text, p_track_id text, p_now timestamptz default now()
) returns jsonb
  language plpgsql security definer set search_path = ''
as $$
declare
  v_actor uuid := private.require_institution(p_institution_id);
  v_email text := lower(trim(p_email));
  v_name text := trim(regexp_replace(normalize(coalesce(p_full_name, ''), nfc), '\s+', ' ', 'g'));
  v_placed record;
begin
  if not coalesce(private.is_email(v_email), false) then
    raise exception 'invalid_email' using detail = 'This is not an e-mail address.';
  end if;
  if length(v_name) not between 1 and 200 then
    raise exception 'invalid_full_name' using detail = 'A name of at most 200 characters is needed.';
  end if;
  if length(trim(p_roll_no)) > 60 then
    raise exception 'invalid_roll_no' using detail = 'A roll number has at most 60 characters.';
  end if;
  if not exists (select from public.tracks t where t.id = p_track_id) then
    raise exception 'track_not_found' using detail = 'There is no such track.';
  end if;
  if not private.rate_limit('students:' || p_institution_id, 300, 3600, p_now) then
    raise exception 'too_many_requests' using detail = 'Too many students one by one in an hour; use a file.';
  end if;
  select * into strict v_placed from private.place_students(p_institution_id, jsonb_build_array(jsonb_build_object(
    'row_number', 1, 'email', v_email, 'full_name', v_name, 'roll_no', nullif(trim(p_roll_no), ''), 'track_id', p_track_id)),
    v_actor, null, p_now);
  return jsonb_build_object('outcome', v_placed.outcome, 'reason', v_placed.reason,
    'student_id', (select ss.student_id from public.student_seats ss where ss.id = v_placed.seat_id));
end
$$;

-- Takes back what was not begun of some seats: the enrolments end, the seats are free. Answers how many.
create function private.release_seats(p_seat_ids uuid[], p_now timestamptz) returns integer
  language plpgsql security definer set search_path = ''
as $$
declare
  v_count integer;
begin
  -- Whoever begins at this moment waits for, or is waited for by, this lock.
  perform from public.enrolments e
  where e.id in (select ss.enrolment_id from public.student_seats ss where ss.id = any (p_seat_ids)) order by e.id for update;
  with freed as (
    update public.student_seats ss set released_at = p_now
    where ss.id = any (p_seat_ids) and ss.released_at is null and (ss.enrolment_id is null or not private.has_started(ss.enrolment_id))
    returning ss.enrolment_id
  ), ended as (
    update public.enrolments e set status = 'revoked' from freed where e.id = freed.enrolment_id and e.status in ('active', 'completed')
  )
  select count(*) into v_count from freed;
  return v_count;
end
$$;

-- Students without a seat of ours are no longer ours; their invitations say that they were taken back.
create function private.drop_seatless_students(p_student_ids uuid[]) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  update public.institution_students s set status = 'removed'
  where s.id = any (p_student_ids) and s.status = 'active'
    and not exists (select from public.student_seats ss where ss.student_id = s.id and ss.released_at is null);
end
$$;

create function private.remove_student(p_student_id uuid, p_now timestamptz default now()) returns jsonb
  language plpgsql security definer set search_path = ''
as $$
declare
  v_student public.institution_students;
  v_seats uuid[];
  v_released integer;
begin
  select s.* into v_student from public.institution_students s where s.id = p_student_id for update;
  perform private.require_institution(v_student.institution_id);
  if v_student.status = 'removed' then
    return jsonb_build_object('seats_released', 0, 'seats_kept', 0);
  end if;
  select coalesce(array_agg(ss.id), '{}') into v_seats from public.student_seats ss where ss.student_id = p_student_id and ss.released_at is null;
  v_released := private.release_seats(v_seats, p_now);
  -- What was begun stays with the person and leaves our sight; the seat stays used.
  update public.enrolments e set institution_id = null from public.student_seats ss
  where ss.id = any (v_seats) and ss.released_at is null and e.id = ss.enrolment_id;
  update public.institution_students s set status = 'removed' where s.id = p_student_id;
  perform private.audit('institution.student_removed', 'institution', v_student.institution_id::text,
    jsonb_build_object('student_id', p_student_id, 'seats_released', v_released, 'seats_kept', cardinality(v_seats) - v_released),
    auth.uid(), p_now);
  return jsonb_build_object('seats_released', v_released, 'seats_kept', cardinality(v_seats) - v_released);
end
$$;

create function private.resend_invitation(p_student_id uuid, p_now timestamptz default now()) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_student public.institution_students;
begin
  select s.* into v_student from public.institution_students s where s.id = p_student_id for update;
  perform private.require_institution(v_student.institution_id);
  if v_student.status = 'removed' then
    raise exception 'student_not_found' using detail = 'This student was removed.';
  end if;
  if v_student.user_id is not null then
    raise exception 'already_joined' using detail = 'This student has an account already.';
  end if;
  if v_student.invited_at > p_now - interval '5 minutes' then
    raise exception 'invited_recently' using detail = 'An invitation was sent a few minutes ago.';
  end if;
  update public.institution_students s set invited_at = p_now where s.id = p_student_id;
  perform private.enqueue('student.invite', jsonb_build_object('student_id', p_student_id),
    'student.invite:' || p_student_id || ':' || extract(epoch from p_now), p_now);
end
$$;

create function public.add_student(p_institution_id uuid, p_email text, p_full_name text, p_roll_no text, p_track_id text) returns jsonb
  language sql set search_path = ''
as $$ select private.add_student(p_institution_id, p_email, p_full_name, p_roll_no, p_track_id) $$;
comment on function public.add_student(uuid, text, text, text, text) is
  'Gives one student a seat: {student_id, outcome, reason}. Codes: invalid_email, invalid_full_name, invalid_roll_no, track_not_found, too_many_requests.';
create function public.remove_student(p_student_id uuid) returns jsonb
  language sql set search_path = ''
as $$ select private.remove_student(p_student_id) $$;
comment on function public.remove_student(uuid) is
  'Removes a student: {seats_released, seats_kept}. A track that was begun stays with the person, and its seat stays used.';
create function public.resend_invitation(p_student_id uuid) returns void
  language sql set search_path = ''
as $$ select private.resend_invitation(p_student_id) $$;
comment on function public.resend_invitation(uuid) is 'Invites a student again. Codes: student_not_found, already_joined, invited_recently.';

revoke execute on function
  private.is_email(text), private.add_student(uuid, text, text, text, text, timestamptz), private.release_seats(uuid[], timestamptz),
  private.drop_seatless_students(uuid[]), private.remove_student(uuid, timestamptz), private.resend_invitation(uuid, timestamptz),
  public.add_student(uuid, text, text, text, text), public.remove_student(uuid), public.resend_invitation(uuid)
from public, anon, authenticated, service_role;
grant execute on function
  private.add_student(uuid, text, text, text, text, timestamptz), private.remove_student(uuid, timestamptz),
  private.resend_invitation(uuid, timestamptz),
  public.add_student(uuid, text, text, text, text), public.remove_student(uuid), public.resend_invitation(uuid)
to authenticated;

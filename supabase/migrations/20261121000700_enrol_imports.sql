-- Why: the enrolment of a checked file, in batches that each commit: what is done is done, whoever takes it up again goes on behind it.

-- The import, locked, when the signed-in person may work on it.
create function private.lock_import(p_import_id uuid) returns public.imports
  language plpgsql security definer set search_path = ''
as $$
declare
  v_import public.imports;
begin
  select i.* into v_import from public.imports i where i.id = p_import_id for update;
  perform private.require_institution(v_import.institution_id);
  return v_import;
end
$$;

create function private.confirm_import(p_import_id uuid, p_now timestamptz default now()) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_import public.imports := private.lock_import(p_import_id);
begin
  if v_import.status in ('enrolling', 'done') then
    return;
  end if;
  if v_import.status <> 'checked' then
    raise exception 'import_not_ready' using detail = 'Only a checked file can be confirmed.';
  end if;
  if v_import.rows_valid + v_import.rows_known = 0 then
    raise exception 'nothing_to_enrol' using detail = 'No row of the file can be enrolled.';
  end if;
  update public.import_rows r set state = 'refused', reason = r.faults -> 0 ->> 'code' where r.import_id = p_import_id and r.state = 'faulty';
  update public.imports i set status = 'enrolling', confirmed_at = p_now, confirmed_by = auth.uid(), progress_at = p_now,
    rows_done = i.rows_faulty, rows_refused = i.rows_faulty
  where i.id = p_import_id;
  perform private.enqueue('import.enrol', jsonb_build_object('import_id', p_import_id), 'import.enrol:' || p_import_id, p_now);
  perform private.audit('institution.import_confirmed', 'import', p_import_id::text,
    jsonb_build_object('institution_id', v_import.institution_id, 'rows', v_import.rows_total), auth.uid(), p_now);
end
$$;

create function private.cancel_import(p_import_id uuid, p_now timestamptz default now()) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_import public.imports := private.lock_import(p_import_id);
begin
  if v_import.status in ('checking', 'checked') then
    update public.imports i set status = 'cancelled', cancel_requested_at = p_now, finished_at = p_now where i.id = p_import_id;
    update public.import_rows r set state = 'refused', reason = 'cancelled' where r.import_id = p_import_id and r.state in ('valid', 'known');
  elsif v_import.status = 'enrolling' then
    update public.imports i set cancel_requested_at = coalesce(i.cancel_requested_at, p_now) where i.id = p_import_id;
  elsif v_import.status <> 'cancelled' then
    raise exception 'import_finished' using detail = 'This import has ended; it can be undone.';
  end if;
end
$$;

create function private.finish_import(p_import_id uuid, p_status public.import_status, p_now timestamptz) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_import public.imports;
begin
  update public.imports i set status = p_status, finished_at = p_now, progress_at = p_now where i.id = p_import_id returning i.* into v_import;
  if v_import.confirmed_by is not null then
    perform private.notify(v_import.confirmed_by, 'import_done', jsonb_build_object('import_id', p_import_id, 'file_name', v_import.file_name,
      'enrolled', v_import.rows_enrolled, 'already', v_import.rows_already, 'refused', v_import.rows_refused),
      '/institution/bulk/' || p_import_id, p_now);
    perform private.queue_mail('import_done', jsonb_build_object('import_id', p_import_id), p_import_id, p_now);
  end if;
end
$$;

create function private.enrol_import(p_import_id uuid, p_limit integer, p_now timestamptz) returns jsonb
  language plpgsql security definer set search_path = ''
as $$
declare
  v_import public.imports;
  v_rows jsonb;
  v_count integer;
  v_enrolled integer;
  v_already integer;
begin
  -- Two workers take turns at one import; the second sees what the first has done.
  select i.* into v_import from public.imports i where i.id = p_import_id for update;
  if v_import.status is distinct from 'enrolling' then
    return jsonb_build_object('status', v_import.status, 'done', v_import.rows_done, 'total', v_import.rows_total, 'more', false);
  end if;
  if v_import.cancel_requested_at is not null then
    update public.import_rows r set state = 'refused', reason = 'cancelled' where r.import_id = p_import_id and r.state in ('valid', 'known');
    get diagnostics v_count = row_count;
    update public.imports i set rows_refused = i.rows_refused + v_count, rows_done = i.rows_done + v_count where i.id = p_import_id;
    perform private.finish_import(p_import_id, 'cancelled', p_now);
    return jsonb_build_object('status', 'cancelled', 'done', v_import.rows_done + v_count, 'total', v_import.rows_total, 'more', false);
  end if;

  select jsonb_agg(to_jsonb(b)) into v_rows from (
    select r.row_number, r.email, r.full_name, r.roll_no, r.track_id from public.import_rows r
    where r.import_id = p_import_id and r.state in ('valid', 'known') order by r.row_number limit greatest(p_limit, 1)
  ) b;
  if v_rows is null then
    perform private.finish_import(p_import_id, 'done', p_now);
    return jsonb_build_object('status', 'done', 'done', v_import.rows_done, 'total', v_import.rows_total, 'more', false);
  end if;

  with placed as (
    update public.import_rows r set state = p.outcome::public.import_row_state, reason = p.reason, seat_id = p.seat_id
    from private.place_students(v_import.institution_id, v_rows, v_import.confirmed_by, p_import_id, p_now) p
    where r.import_id = p_import_id and r.row_number = p.row_number
    returning r.state
  )
  select count(*), count(*) filter (where state = 'enrolled'), count(*) filter (where state = 'already_enrolled')
  into v_count, v_enrolled, v_already from placed;
  update public.imports i set rows_done = i.rows_done + v_count, rows_enrolled = i.rows_enrolled + v_enrolled,
    rows_already = i.rows_already + v_already, rows_refused = i.rows_refused + v_count - v_enrolled - v_already, progress_at = p_now
  where i.id = p_import_id returning i.* into v_import;
  if v_import.rows_done >= v_import.rows_total then
    perform private.finish_import(p_import_id, 'done', p_now);
    return jsonb_build_object('status', 'done', 'done', v_import.rows_done, 'total', v_import.rows_total, 'more', false);
  end if;
  return jsonb_build_object('status', 'enrolling', 'done', v_import.rows_done, 'total', v_import.rows_total, 'more', true);
end
$$;

create function private.undo_import(p_import_id uuid, p_now timestamptz default now()) returns jsonb
  language plpgsql security definer set search_path = ''
as $$
declare
  v_import public.imports := private.lock_import(p_import_id);
  v_seats uuid[];
  v_undone integer;
  v_kept integer;
begin
  if v_import.status not in ('done', 'cancelled', 'undone') then
    raise exception 'import_running' using detail = 'Only an import that has ended can be undone.';
  end if;
  select coalesce(array_agg(ss.id), '{}') into v_seats
  from public.student_seats ss where ss.import_id = p_import_id and ss.released_at is null;
  v_undone := private.release_seats(v_seats, p_now);
  perform private.drop_seatless_students(array(select ss.student_id from public.student_seats ss where ss.id = any (v_seats)));
  update public.import_rows r set state = 'undone' from public.student_seats ss
  where r.import_id = p_import_id and r.state = 'enrolled' and ss.id = r.seat_id and ss.released_at is not null;
  v_kept := cardinality(v_seats) - v_undone;
  update public.imports i set status = 'undone', undone_at = p_now, rows_undone = i.rows_undone + v_undone where i.id = p_import_id;
  perform private.audit('institution.import_undone', 'import', p_import_id::text,
    jsonb_build_object('institution_id', v_import.institution_id, 'undone', v_undone, 'kept', v_kept), auth.uid(), p_now);
  return jsonb_build_object('undone', v_undone, 'kept', v_kept);
end
$$;

-- Work whose worker has been silent is queued again; two at once do no harm. Answers how many.
create function private.resume_imports(p_now timestamptz) returns integer
  language plpgsql security definer set search_path = ''
as $$
declare
  v_import record;
  v_count integer := 0;
begin
  for v_import in
    select i.id, i.status, i.progress_at from public.imports i
    where i.status in ('checking', 'enrolling') and i.progress_at < p_now - interval '45 seconds' order by i.progress_at limit 100
  loop
    perform private.enqueue(case v_import.status when 'checking' then 'import.check' else 'import.enrol' end,
      jsonb_build_object('import_id', v_import.id), 'import.resume:' || v_import.id || ':' || extract(epoch from v_import.progress_at), p_now);
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;

create function public.confirm_import(p_import_id uuid) returns void
  language sql set search_path = ''
as $$ select private.confirm_import(p_import_id) $$;
comment on function public.confirm_import(uuid) is
  'Has the sound rows of a checked file enrolled. Asked again it changes nothing. Codes: import_not_ready, nothing_to_enrol.';
create function public.cancel_import(p_import_id uuid) returns void
  language sql set search_path = ''
as $$ select private.cancel_import(p_import_id) $$;
comment on function public.cancel_import(uuid) is 'Stops an import after the batch at work; what was enrolled stays. Code: import_finished.';
create function public.undo_import(p_import_id uuid) returns jsonb
  language sql set search_path = ''
as $$ select private.undo_import(p_import_id) $$;
comment on function public.undo_import(uuid) is
  'Takes the seats of an import back from those who have not started: {undone, kept}. Code: import_running.';

create function public.system_enrol_import(p_import_id uuid, p_limit integer) returns jsonb
  language sql security definer set search_path = ''
as $$ select private.enrol_import(p_import_id, p_limit, now()) $$;
create function public.system_due_imports() returns integer
  language sql security definer set search_path = ''
as $$ select private.resume_imports(now()) $$;

revoke execute on function
  private.lock_import(uuid), private.confirm_import(uuid, timestamptz), private.cancel_import(uuid, timestamptz),
  private.finish_import(uuid, public.import_status, timestamptz), private.enrol_import(uuid, integer, timestamptz),
  private.undo_import(uuid, timestamptz), private.resume_imports(timestamptz),
  public.confirm_import(uuid), public.cancel_import(uuid), public.undo_import(uuid),
  public.system_enrol_import(uuid, integer), public.system_due_imports()
from public, anon, authenticated, service_role;
grant execute on function
  private.confirm_import(uuid, timestamptz), private.cancel_import(uuid, timestamptz), private.undo_import(uuid, timestamptz),
  public.confirm_import(uuid), public.cancel_import(uuid), public.undo_import(uuid)
to authenticated;
grant execute on function public.system_enrol_import(uuid, integer), public.system_due_imports() to service_role;

-- Why: a bulk job is done in batches that each commit, so that it goes on after a crash where it stopped, can be called off between two
-- batches, and does nothing twice.

-- Whether the person may still do what they began, asked of the tables as at their own request.
create function private.may_still(p_user_id uuid, p_permissions text[]) returns boolean
  language sql stable set search_path = ''
as $$
  select not exists (
    select from unnest(p_permissions) needed(id) where not exists (
      select from public.staff_roles sr
      join public.profiles p on p.user_id = sr.user_id and p.status = 'active'
      join public.role_permissions rp on rp.role_id = sr.role_id
      where sr.user_id = p_user_id and rp.permission_id = needed.id))
$$;

create function private.bulk_enrol(p_job public.bulk_jobs, p_user_id uuid, p_now timestamptz) returns text
  language plpgsql set search_path = ''
as $$
declare
  v_track text := p_job.params ->> 'track_id';
  v_person public.profiles := private.lock_person(p_user_id);
  v_enrolment public.enrolments;
  v_id uuid;
begin
  if not private.is_open_account(v_person.kind, v_person.status) then
    raise exception 'account_not_open';
  end if;
  if exists (select from public.enrolments e where e.user_id = p_user_id and e.track_id = v_track
    and e.status in ('active', 'completed') and (e.expires_at is null or e.expires_at > p_now)) then
    return 'already_enrolled';
  end if;
  v_id := private.enrol(p_user_id, v_track, 'grant', null, null, p_now);
  update public.enrolments e set expires_at = coalesce(private.end_of_day((p_job.params ->> 'until')::date, p_now), e.expires_at)
  where e.id = v_id and p_job.params ? 'until';
  select e.* into v_enrolment from public.enrolments e where e.id = v_id;
  perform private.audit('enrolment.granted', 'enrolment', v_id::text, jsonb_build_object('reason', p_job.reason, 'bulk_job', p_job.id,
    'before', '{}'::jsonb, 'after', private.enrolment_facts(v_enrolment, p_now) || jsonb_build_object('user_id', p_user_id)), p_job.created_by, p_now);
  return 'enrolled';
end
$$;

create function private.bulk_extend(p_job public.bulk_jobs, p_user_id uuid, p_now timestamptz) returns text
  language plpgsql set search_path = ''
as $$
declare
  v_end timestamptz := private.end_of_day((p_job.params ->> 'until')::date, p_now);
  v_before public.enrolments;
  v_after public.enrolments;
begin
  perform private.lock_person(p_user_id);
  select e.* into v_before from public.enrolments e
  where e.user_id = p_user_id and e.track_id = p_job.params ->> 'track_id' and e.status <> 'revoked'
  order by e.status = 'expired', e.enrolled_at desc limit 1 for update;
  if not found then
    raise exception 'not_enrolled';
  elsif v_before.expires_at is null or v_end <= v_before.expires_at then
    return 'not_later';
  end if;
  update public.enrolments e
  set expires_at = v_end, status = case when e.status = 'expired' then 'active' else e.status end::public.enrolment_status
  where e.id = v_before.id returning e.* into v_after;
  perform private.audit('enrolment.extended', 'enrolment', v_before.id::text, jsonb_build_object('reason', p_job.reason, 'bulk_job', p_job.id,
    'before', private.enrolment_facts(v_before, p_now), 'after', private.enrolment_facts(v_after, p_now)), p_job.created_by, p_now);
  return 'extended';
end
$$;

-- Spread at twenty a second, so that a receipt does not wait behind all of them.
create function private.bulk_mail(p_job public.bulk_jobs, p_row public.bulk_rows, p_now timestamptz) returns text
  language plpgsql set search_path = ''
as $$
begin
  if not exists (select from public.profiles p where p.user_id = p_row.user_id and p.status = 'active') then
    raise exception 'account_not_open';
  end if;
  perform private.enqueue('bulk.mail', jsonb_build_object('job_id', p_job.id, 'user_id', p_row.user_id),
    'bulk.mail:' || p_job.id || ':' || p_row.user_id, greatest(p_now, p_job.created_at + make_interval(secs => p_row.row_number / 20.0)));
  return 'mail_queued';
end
$$;

create function private.run_bulk_row(p_job public.bulk_jobs, p_row public.bulk_rows, p_now timestamptz) returns void
  language plpgsql set search_path = ''
as $$
declare
  v_outcome text;
  v_state text := 'changed';
  v_data jsonb;
begin
  begin
    case p_job.kind
      when 'enrol' then v_outcome := private.bulk_enrol(p_job, p_row.user_id, p_now);
      when 'extend' then v_outcome := private.bulk_extend(p_job, p_row.user_id, p_now);
      when 'mail' then v_outcome := private.bulk_mail(p_job, p_row, p_now);
      when 'export' then
        v_data := private.person_rows(array[p_row.user_id], p_now) -> 0;
        v_outcome := 'exported';
    end case;
    if v_outcome in ('already_enrolled', 'not_later') then
      v_state := 'skipped';
    end if;
  exception when raise_exception then
    v_state := 'refused';
    v_outcome := left(sqlerrm, 100);
  end;
  update public.bulk_rows r set state = v_state, outcome = v_outcome, data = v_data
  where r.job_id = p_row.job_id and r.row_number = p_row.row_number;
end
$$;

create function private.run_bulk_batch(p_job_id uuid, p_limit int, p_now timestamptz) returns jsonb
  language plpgsql security definer set search_path = ''
as $$
declare
  v_job public.bulk_jobs;
  v_row public.bulk_rows;
  v_last int := 0;
begin
  -- One batch of a job at a time, whatever the number of workers.
  select j.* into v_job from public.bulk_jobs j where j.id = p_job_id for update;
  if not found or v_job.status <> 'running' then
    return jsonb_build_object('status', coalesce(v_job.status, 'gone'), 'done', 0, 'more', false);
  end if;
  if not private.may_still(v_job.created_by, array['bulk.run', 'users.read', private.bulk_permission(v_job.kind)]) then
    update public.bulk_jobs j set status = 'stopped', problem = 'rights_lost', ended_at = p_now where j.id = p_job_id;
    return jsonb_build_object('status', 'stopped', 'done', 0, 'more', false);
  end if;
  for v_row in
    select r.* from public.bulk_rows r where r.job_id = p_job_id and r.state = 'waiting'
    order by r.row_number limit least(greatest(p_limit, 1), 1000)
  loop
    perform private.run_bulk_row(v_job, v_row, p_now);
    v_last := v_row.row_number;
  end loop;
  with counted as (
    select count(*) filter (where r.state = 'changed') as changed, count(*) filter (where r.state = 'skipped') as skipped,
      count(*) filter (where r.state = 'refused') as refused, count(*) filter (where r.state = 'waiting') as waiting
    from public.bulk_rows r where r.job_id = p_job_id)
  update public.bulk_jobs j
  set rows_changed = c.changed, rows_skipped = c.skipped, rows_refused = c.refused,
    status = case when c.waiting = 0 then 'done' else 'running' end, ended_at = case when c.waiting = 0 then p_now end
  from counted c where j.id = p_job_id
  returning j.* into v_job;
  if v_job.status = 'done' and v_job.created_by is not null then
    insert into public.notifications (user_id, kind, params, link)
    values (v_job.created_by, 'bulk_done', jsonb_build_object('kind', v_job.kind, 'changed', v_job.rows_changed, 'total', v_job.rows_total),
      '/admin/bulk/' || v_job.id);
  end if;
  return jsonb_build_object('status', v_job.status, 'done', v_last, 'more', v_job.status = 'running');
end
$$;

-- What the mail to one person says; null when it is not to be sent any more.
create function private.bulk_mail_content(p_job_id uuid, p_user_id uuid) returns jsonb
  language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object('email', p.email, 'name', p.full_name, 'subject', j.params ->> 'subject', 'body', j.params ->> 'body',
    'product_name', coalesce(private.setting('branding') ->> 'product_name', 'AI Ready'))
  from public.bulk_jobs j
  join public.bulk_rows r on r.job_id = j.id and r.user_id = p_user_id
  join public.profiles p on p.user_id = r.user_id and p.status = 'active'
  where j.id = p_job_id and j.kind = 'mail' and j.status in ('running', 'done')
$$;

create function public.system_run_bulk(p_job_id uuid, p_limit int) returns jsonb
  language sql set search_path = ''
as $$ select private.run_bulk_batch(p_job_id, p_limit, now()) $$;
create function public.system_bulk_mail(p_job_id uuid, p_user_id uuid) returns jsonb
  language sql stable set search_path = ''
as $$ select private.bulk_mail_content(p_job_id, p_user_id) $$;
comment on function public.system_run_bulk(uuid, int) is 'Does one batch of a bulk job: {status, done (the last row), more}.';
comment on function public.system_bulk_mail(uuid, uuid) is 'One mail of a bulk job: {email, name, subject, body, product_name}; null when it was called off.';

revoke execute on function
  private.may_still(uuid, text[]), private.bulk_enrol(public.bulk_jobs, uuid, timestamptz), private.bulk_extend(public.bulk_jobs, uuid, timestamptz),
  private.bulk_mail(public.bulk_jobs, public.bulk_rows, timestamptz), private.run_bulk_row(public.bulk_jobs, public.bulk_rows, timestamptz),
  private.run_bulk_batch(uuid, int, timestamptz), private.bulk_mail_content(uuid, uuid),
  public.system_run_bulk(uuid, int), public.system_bulk_mail(uuid, uuid)
from public, anon, authenticated, service_role;
grant execute on function
  private.run_bulk_batch(uuid, int, timestamptz), private.bulk_mail_content(uuid, uuid),
  public.system_run_bulk(uuid, int), public.system_bulk_mail(uuid, uuid)
to service_role;

-- Why: progress is written only for an enrolment of one's own that is still open, in a module that belongs to its track.

create function private.require_open_module(p_enrolment_id uuid, p_module_id uuid, p_now timestamptz) returns uuid
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_user uuid := private.current_person();
  v_track text;
begin
  if v_user is null then
    raise exception using errcode = '42501', message = 'not_allowed', detail = 'An active account is needed.';
  end if;
  select e.track_id into v_track
  from public.enrolments e
  where e.id = p_enrolment_id and e.user_id = v_user
    and e.status in ('active', 'completed') and (e.expires_at is null or e.expires_at > p_now);
  if not found then
    raise exception using errcode = 'P0001', message = 'not_enrolled', detail = 'There is no open enrolment of yours with this id.';
  end if;
  if not exists (
    select 1 from private.active_track_modules() m where m.track_id = v_track and m.module_id = p_module_id
  ) then
    raise exception using errcode = 'P0001', message = 'module_not_found', detail = 'The module is not part of this track.';
  end if;
  return v_user;
end
$$;
comment on function private.require_open_module(uuid, uuid, timestamptz) is
  'Returns the signed-in person if the enrolment is theirs and open and the module counts in it; raises otherwise.';

create function private.save_video_position(
  p_enrolment_id uuid, p_module_id uuid, p_position_seconds integer, p_watched_seconds integer, p_now timestamptz default now()
) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_user uuid := private.require_open_module(p_enrolment_id, p_module_id, p_now);
begin
  if p_position_seconds is null or p_watched_seconds is null
    or p_position_seconds not between 0 and 86400 or p_watched_seconds not between 0 and 8640000 then
    raise exception using errcode = 'P0001', message = 'invalid_position', detail = 'Seconds must lie between 0 and a day.';
  end if;
  insert into public.module_progress as mp
    (enrolment_id, module_id, user_id, status, position_seconds, watched_seconds, created_at, updated_at)
  values (p_enrolment_id, p_module_id, v_user, 'in_progress', p_position_seconds, p_watched_seconds, p_now, p_now)
  on conflict (enrolment_id, module_id) do update set
    status = case when mp.status = 'not_started' then 'in_progress'::public.progress_status else mp.status end,
    position_seconds = excluded.position_seconds,
    -- Another tab may report less; time once watched stays watched.
    watched_seconds = greatest(mp.watched_seconds, excluded.watched_seconds),
    updated_at = excluded.updated_at;
end
$$;
comment on function private.save_video_position(uuid, uuid, integer, integer, timestamptz) is
  'Keeps the position in the video and the seconds watched so far.';

create function private.complete_module(p_enrolment_id uuid, p_module_id uuid, p_now timestamptz default now()) returns jsonb
  language plpgsql security definer set search_path = ''
as $$
declare
  v_user uuid := private.require_open_module(p_enrolment_id, p_module_id, p_now);
begin
  insert into public.module_progress as mp
    (enrolment_id, module_id, user_id, status, completed_at, created_at, updated_at)
  values (p_enrolment_id, p_module_id, v_user, 'completed', p_now, p_now, p_now)
  on conflict (enrolment_id, module_id) do update set
    status = 'completed', completed_at = excluded.completed_at, updated_at = excluded.updated_at
    where mp.status <> 'completed';

  return (
    select jsonb_build_object('modules_total', p.modules_total, 'modules_completed', p.modules_completed, 'percent', p.percent)
    from public.enrolment_progress p where p.enrolment_id = p_enrolment_id
  );
end
$$;
comment on function private.complete_module(uuid, uuid, timestamptz) is
  'Marks a module complete, once, and returns the progress of the enrolment.';

create function public.save_video_position(
  p_enrolment_id uuid, p_module_id uuid, p_position_seconds integer, p_watched_seconds integer
) returns void
  language sql set search_path = ''
as $$ select private.save_video_position(p_enrolment_id, p_module_id, p_position_seconds, p_watched_seconds) $$;
comment on function public.save_video_position(uuid, uuid, integer, integer) is 'Keeps the learner''s place in a video, in seconds.';

create function public.complete_module(p_enrolment_id uuid, p_module_id uuid) returns jsonb
  language sql set search_path = ''
as $$ select private.complete_module(p_enrolment_id, p_module_id) $$;
comment on function public.complete_module(uuid, uuid) is
  'Marks a module complete: {modules_total, modules_completed, percent}. Codes: not_enrolled, module_not_found.';

grant execute on function private.save_video_position(uuid, uuid, integer, integer, timestamptz) to authenticated;
grant execute on function private.complete_module(uuid, uuid, timestamptz) to authenticated;
grant execute on function public.save_video_position(uuid, uuid, integer, integer) to authenticated;
grant execute on function public.complete_module(uuid, uuid) to authenticated;

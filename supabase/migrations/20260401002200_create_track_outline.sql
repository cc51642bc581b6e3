-- Why: a signed-in person who has not bought a track still wants to see what it teaches. Row policies cannot show
-- some columns of a row to one person and all to another, so the outline is a function that returns only titles.

create function private.track_outline(p_track_id text) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', m.id, 'position', tm.position, 'title', m.title, 'description', m.description,
      'duration_minutes', m.duration_minutes, 'difficulty', m.difficulty, 'topics', m.topics
    ) order by tm.position, m.title), '[]'::jsonb)
    from public.tracks t
    join public.track_modules tm on tm.track_id = t.id
    join public.modules m on m.id = tm.module_id and m.active
    where t.id = p_track_id and t.active
  );
end
$$;
comment on function private.track_outline(text) is 'Titles, lengths and topics of the modules of an active track; no material.';

create function public.track_outline(p_track_id text) returns jsonb
  language sql stable set search_path = ''
as $$ select private.track_outline(p_track_id) $$;
comment on function public.track_outline(text) is
  'What an active track teaches: [{id, position, title, description, duration_minutes, difficulty, topics}].';

-- Used by the view of progress: which modules count.
create function private.active_track_modules() returns table (track_id text, module_id uuid)
  language plpgsql stable security definer set search_path = '' rows 50
as $$
begin
  return query
    select tm.track_id, tm.module_id
    from public.track_modules tm join public.modules m on m.id = tm.module_id
    where m.active;
end
$$;
comment on function private.active_track_modules() is 'Ids only: the modules that count towards each track, whoever asks.';

grant execute on function private.track_outline(text) to anon, authenticated;
grant execute on function public.track_outline(text) to anon, authenticated;
grant execute on function private.active_track_modules() to authenticated, service_role;

-- Why: the material. Everybody may see what a track teaches; text, video and PDF open to those enrolled in it.

create table public.modules (
  id uuid primary key default gen_random_uuid(),
  title text not null check (length(title) between 1 and 200),
  description text not null default '',
  body text not null default '',
  duration_minutes integer not null default 0 check (duration_minutes >= 0),
  difficulty public.difficulty not null default 'beginner',
  topics text[] not null default '{}',
  video_path text,
  video_seconds integer check (video_seconds > 0),
  pdf_path text,
  active boolean not null default true,
  created_at timestamptz not null default now()
);
comment on table public.modules is 'Learning modules; body is Markdown, paths point into the bucket course-media.';

create table public.track_modules (
  track_id text not null references public.tracks (id) on delete cascade,
  module_id uuid not null references public.modules (id) on delete cascade,
  position integer not null,
  created_at timestamptz not null default now(),
  primary key (track_id, module_id)
);
comment on table public.track_modules is 'Which modules make up a track, and in what order.';
create index track_modules_module_id_idx on public.track_modules (module_id);
create index track_modules_position_idx on public.track_modules (track_id, position);

alter table public.modules enable row level security;
alter table public.track_modules enable row level security;

grant select on public.track_modules to anon, authenticated;
grant select on public.modules to authenticated;
-- No body, video_path, pdf_path: a visitor sees what is taught, not the teaching.
grant select (id, title, description, duration_minutes, difficulty, topics, video_seconds, active, created_at)
  on public.modules to anon;
grant select, insert, update, delete on public.modules, public.track_modules to service_role;

-- The inner queries run under the reader's own policies, so a hidden track hides its modules.
create policy "visitors read the modules of visible tracks" on public.track_modules
  for select to anon using (track_id in (select t.id from public.tracks t));
create policy "people read the modules of visible tracks" on public.track_modules
  for select to authenticated using (track_id in (select t.id from public.tracks t));

create policy "visitors read active modules of visible tracks" on public.modules
  for select to anon using (active and id in (select tm.module_id from public.track_modules tm));
create policy "learners read modules of their tracks, staff with catalogue.manage all" on public.modules
  for select to authenticated
  using (
    id = any (array(select private.my_modules()))
    or (select private.has_permission('catalogue.manage'))
  );

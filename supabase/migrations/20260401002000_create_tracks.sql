-- Why: the catalogue that visitors browse. Prices are read here by the server; none is ever taken from a client.

create table public.tracks (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{1,60}$'),
  name text not null check (length(name) between 1 and 200),
  tagline text not null default '',
  description text not null default '',
  color text not null default '',
  icon text not null default '',
  duration_hours integer not null default 0 check (duration_hours >= 0),
  price integer not null check (price >= 0),
  addon_price integer not null default 0 check (addon_price >= 0),
  renewal_price integer not null default 0 check (renewal_price >= 0),
  passing_score integer not null default 70 check (passing_score between 1 and 100),
  target_audience text[] not null default '{}',
  prerequisites text[] not null default '{}',
  competencies text[] not null default '{}',
  validity_months integer not null default 24 check (validity_months > 0),
  access_months integer not null default 12 check (access_months > 0),
  attempts_included integer not null default 1 check (attempts_included >= 0),
  exam_minutes integer not null default 60 check (exam_minutes > 0),
  cooldown_hours integer not null default 0 check (cooldown_hours >= 0),
  credly_template_id text,
  position integer not null default 0,
  active boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table public.tracks is 'Certification tracks: what is taught, what it costs (paise, before tax) and what passes.';
comment on column public.tracks.passing_score is 'Exam: percent 0-100.';
create index tracks_position_idx on public.tracks (position) where active;

alter table public.tracks enable row level security;
grant select on public.tracks to anon, authenticated;
grant select, insert, update, delete on public.tracks to service_role;

create policy "visitors read active tracks" on public.tracks
  for select to anon using (active);
-- A learner keeps a track that was taken off the market while enrolled.
create policy "people read active and own tracks, staff with catalogue.manage all" on public.tracks
  for select to authenticated
  using (
    active
    or id = any (array(select private.my_enrolled_tracks()))
    or (select private.has_permission('catalogue.manage'))
  );

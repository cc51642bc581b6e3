-- Why: the people whom an institution enrols, known by e-mail before they have an account.

create table public.institution_students (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references public.institutions (id) on delete cascade,
  email text not null check (length(email) between 3 and 320),
  full_name text not null default '' check (length(full_name) <= 200),
  roll_no text check (length(roll_no) <= 60),
  user_id uuid references public.profiles (user_id) on delete set null,
  track_id text references public.tracks (id) on delete set null,
  status public.account_status not null default 'active',
  created_at timestamptz not null default now()
);
comment on table public.institution_students is 'Students of an institution; user_id is filled once the student has an account.';

create unique index institution_students_email_key on public.institution_students (institution_id, lower(email));
create index institution_students_list_idx on public.institution_students (institution_id, created_at desc);
create index institution_students_user_id_idx on public.institution_students (user_id);
create index institution_students_track_id_idx on public.institution_students (track_id);

alter table public.institution_students enable row level security;
grant select on public.institution_students to authenticated;
grant select, insert, update, delete on public.institution_students to service_role;

-- The arms are asked from left to right until one holds: managers, the most frequent readers, stand first.
create policy "students read themselves, managers their students, staff with institutions.read all" on public.institution_students
  for select to authenticated
  using (
    institution_id = any (array(select private.my_institutions()))
    or (select private.has_permission('institutions.read'))
    or user_id = (select private.current_person())
  );

-- Why: bulk enrolment. A file is read into rows and checked; nothing else is written until a person has seen the result and
-- confirmed it. Rows then end one by one, so that whoever takes the work up again knows where it stood.

create type public.import_status as enum ('checking', 'checked', 'unreadable', 'enrolling', 'done', 'cancelled', 'undone');
create type public.import_row_state as enum ('valid', 'known', 'faulty', 'enrolled', 'already_enrolled', 'refused', 'undone');

create table public.imports (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references public.institutions (id) on delete cascade,
  created_by uuid references public.profiles (user_id) on delete set null,
  path text not null unique,
  file_name text not null check (length(file_name) between 1 and 255),
  file_size bigint,
  track_id text references public.tracks (id),
  status public.import_status not null default 'checking',
  check_run uuid,
  problem text,
  problem_details jsonb,
  encoding text,
  delimiter text,
  columns jsonb,
  ignored_columns jsonb,
  rows_total integer not null default 0,
  rows_valid integer not null default 0,
  rows_known integer not null default 0,
  rows_faulty integer not null default 0,
  rows_done integer not null default 0,
  rows_enrolled integer not null default 0,
  rows_already integer not null default 0,
  rows_refused integer not null default 0,
  rows_undone integer not null default 0,
  seats_needed jsonb not null default '[]'::jsonb,
  created_at timestamptz not null default now(),
  checked_at timestamptz,
  confirmed_at timestamptz,
  confirmed_by uuid references public.profiles (user_id) on delete set null,
  cancel_requested_at timestamptz,
  finished_at timestamptz,
  undone_at timestamptz,
  progress_at timestamptz not null default now()
);
comment on table public.imports is 'Files of students: what they hold, what is wrong with them, how far their enrolment got.';
comment on column public.imports.check_run is 'The check that is under way; rows of one that was taken over are not taken.';
comment on column public.imports.track_id is 'The track for every row; null when the file names tracks.';
comment on column public.imports.seats_needed is '[{track_id, track_name, needed, left}] as it stood at the check.';
comment on column public.imports.progress_at is 'When a worker last got on with it; what stands still is taken up again.';
create index imports_institution_id_idx on public.imports (institution_id, created_at desc, id);
create index imports_created_by_idx on public.imports (created_by) where created_by is not null;
create index imports_confirmed_by_idx on public.imports (confirmed_by) where confirmed_by is not null;
create index imports_track_id_idx on public.imports (track_id) where track_id is not null;
create index imports_at_work_idx on public.imports (progress_at) where status in ('checking', 'enrolling');

create table public.import_rows (
  import_id uuid not null references public.imports (id) on delete cascade,
  row_number integer not null check (row_number > 1),
  raw jsonb not null default '{}'::jsonb,
  email text,
  full_name text,
  roll_no text,
  track text,
  track_id text,
  faults jsonb not null default '[]'::jsonb,
  state public.import_row_state not null default 'valid',
  reason text,
  seat_id uuid,
  primary key (import_id, row_number)
);
comment on table public.import_rows is 'One row of a file: its cells as given, what is wrong with them, and how it ended.';
comment on column public.import_rows.row_number is 'As a spreadsheet counts: the header is row 1.';
comment on column public.import_rows.faults is '[{column, code, details?}]';
create index import_rows_open_idx on public.import_rows (import_id, row_number) where state in ('valid', 'known');
create index import_rows_state_idx on public.import_rows (import_id, state, row_number);

alter table public.student_seats add constraint student_seats_import_id_fkey
  foreign key (import_id) references public.imports (id) on delete set null;

alter table public.imports enable row level security;
alter table public.import_rows enable row level security;
grant select on public.imports, public.import_rows to authenticated, service_role;
create policy "managers read their imports, staff with institutions.read all" on public.imports
  for select to authenticated
  using (institution_id = any (array(select private.my_institutions())) or (select private.has_permission('institutions.read')));
-- Asked under the reader's own rights: rows show where their import does.
create policy "rows are read by those who read their import" on public.import_rows
  for select to authenticated using (import_id in (select i.id from public.imports i));

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types) values
  ('imports', 'imports', false, 10485760, array['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])
on conflict (id) do update set
  public = excluded.public, file_size_limit = excluded.file_size_limit, allowed_mime_types = excluded.allowed_mime_types;

drop policy "people read own files and files of their modules, staff what a permission opens" on storage.objects;
create policy "people read own files and files of their modules, managers their imports, staff what a permission opens" on storage.objects
  for select to authenticated
  using (
    (
      bucket_id in ('avatars', 'identity-documents', 'certificates')
      and split_part(name, '/', 1) = (select private.current_person())::text
    )
    or (
      bucket_id = 'course-media' and split_part(name, '/', 1) = 'modules'
      and split_part(name, '/', 2) = any (array(select private.my_modules())::text[])
    )
    or (bucket_id = 'imports' and split_part(name, '/', 1) = any (array(select private.my_institutions())::text[]))
    or (bucket_id = 'course-media' and (select private.has_permission('catalogue.manage')))
    or (bucket_id = 'identity-documents' and (select private.has_permission('identity.review')))
    or (bucket_id = 'certificates' and (select private.has_permission('certificates.read')))
    or (bucket_id = 'imports' and (select private.has_permission('institutions.read')))
  );

-- A file that was handed in is what was checked: nobody replaces or removes it.
drop policy "people upload to own folders, staff with catalogue.manage course media" on storage.objects;
create policy "people upload to own folders, managers imports, staff with catalogue.manage course media" on storage.objects
  for insert to authenticated
  with check (
    (
      bucket_id in ('avatars', 'identity-documents')
      and split_part(name, '/', 1) = (select private.current_person())::text
    )
    or (
      bucket_id = 'imports' and split_part(name, '/', 1) = any (array(select private.my_institutions())::text[])
      and split_part(name, '/', 2) = (select private.current_person())::text
    )
    or (bucket_id = 'course-media' and (select private.has_permission('catalogue.manage')))
  );

create function private.create_import(
  p_institution_id uuid, p_path text, p_file_name text, p_track_id text, p_now timestamptz default now()
) returns uuid
  language plpgsql security definer set search_path = ''
as $$
declare
  v_actor uuid := private.require_institution(p_institution_id);
  v_size bigint;
  v_id uuid;
begin
  -- Asked again for the same file: the import that it has.
  select i.id into v_id from public.imports i where i.path = p_path and i.institution_id = p_institution_id;
  if found then
    return v_id;
  end if;
  if p_path is null or p_path !~ ('^' || p_institution_id || '/' || v_actor || '/[0-9a-f-]{36}\.(csv|xlsx)$') then
    raise exception 'file_missing' using detail = 'The file must lie in the own folder of the institution.';
  end if;
  select (o.metadata ->> 'size')::bigint into v_size from storage.objects o where o.bucket_id = 'imports' and o.name = p_path;
  if not found then
    raise exception 'file_missing' using detail = 'The file was not uploaded.';
  end if;
  if p_track_id is not null and not exists (
    select from public.institution_seats b where b.institution_id = p_institution_id and b.track_id = p_track_id
  ) then
    raise exception 'track_without_seats' using detail = 'The institution has no seats for this track.';
  end if;
  if not private.rate_limit('imports:' || p_institution_id, 60, 3600, p_now) then
    raise exception 'too_many_requests' using detail = 'Too many files in an hour.';
  end if;
  insert into public.imports (institution_id, created_by, path, file_name, file_size, track_id, created_at, progress_at)
  values (p_institution_id, v_actor, p_path, left(coalesce(nullif(trim(p_file_name), ''), 'students'), 255), v_size, p_track_id, p_now, p_now)
  returning id into v_id;
  perform private.enqueue('import.check', jsonb_build_object('import_id', v_id), 'import.check:' || v_id, p_now);
  return v_id;
end
$$;

create function public.create_import(p_institution_id uuid, p_path text, p_file_name text, p_track_id text default null) returns uuid
  language sql set search_path = ''
as $$ select private.create_import(p_institution_id, p_path, p_file_name, p_track_id) $$;
comment on function public.create_import(uuid, text, text, text) is
  'Has an uploaded file checked; answers the import. Codes: file_missing, track_without_seats, too_many_requests.';

revoke execute on function private.create_import(uuid, text, text, text, timestamptz), public.create_import(uuid, text, text, text)
from public, anon, authenticated, service_role;
grant execute on function private.create_import(uuid, text, text, text, timestamptz), public.create_import(uuid, text, text, text)
to authenticated;

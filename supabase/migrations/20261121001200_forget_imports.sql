-- Why: a file of students names people. Ninety days after its import ended, or after it was left lying, the file and its rows go;
-- what came of it stays as numbers, and the students stay students.

alter table public.imports add column forgotten_at timestamptz;
comment on column public.imports.forgotten_at is 'When the file and its rows were deleted.';
create index imports_to_forget_idx on public.imports (coalesce(finished_at, created_at)) where forgotten_at is null;

create function private.forget_imports(p_now timestamptz, p_limit integer default 20) returns integer
  language plpgsql security definer set search_path = ''
as $$
declare
  v_import record;
  v_count integer := 0;
begin
  for v_import in
    select i.id, i.path from public.imports i
    where i.forgotten_at is null and coalesce(i.finished_at, i.created_at) < p_now - interval '90 days' and i.status not in ('checking', 'enrolling')
    order by coalesce(i.finished_at, i.created_at) limit p_limit for update skip locked
  loop
    delete from public.import_rows r where r.import_id = v_import.id;
    update public.imports i set forgotten_at = p_now, finished_at = coalesce(i.finished_at, p_now),
      status = case when i.status = 'checked' then 'cancelled' else i.status end
    where i.id = v_import.id;
    perform private.enqueue('import.forget', jsonb_build_object('import_id', v_import.id, 'path', v_import.path), 'import.forget:' || v_import.id, p_now);
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;

create or replace function public.system_prune_history(p_now timestamptz default now())
returns int language sql security definer set search_path = '' as $$
  select private.prune_history(p_now) + private.forget_imports(p_now)
$$;

revoke execute on function private.forget_imports(timestamptz, integer) from public, anon, authenticated, service_role;

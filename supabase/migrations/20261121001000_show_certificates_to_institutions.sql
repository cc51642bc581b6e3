-- Why: an institution collects the certificates of those whom it enrolled. Which one enrolled them is kept with the certificate.

alter table public.certificates add column institution_id uuid references public.institutions (id) on delete set null;
comment on column public.certificates.institution_id is 'Who had enrolled the holder when it was issued; null for those who enrolled themselves.';
create index certificates_institution on public.certificates (institution_id, issued_at desc, id);
update public.certificates c set institution_id = e.institution_id from public.enrolments e
where e.id = c.enrolment_id and e.institution_id is not null;

create function private.name_institution() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  new.institution_id := (select e.institution_id from public.enrolments e where e.id = new.enrolment_id);
  return new;
end
$$;
comment on function private.name_institution() is 'Trigger: a certificate belongs to the institution of its enrolment.';
create trigger name_institution before insert on public.certificates
  for each row execute function private.name_institution();

drop policy "holders read own certificates, staff with certificates.read all" on public.certificates;
create policy "holders read own certificates, managers their students', staff with certificates.read all" on public.certificates
  for select to authenticated
  using (
    user_id = (select private.current_person())
    or institution_id = any (array(select private.my_institutions()))
    or (select private.has_permission('certificates.read'))
  );

-- Asked by the server for a person: an archive runs longer than its ticket, and rights are read anew for each page of it.
create function private.institution_certificates(
  p_user_id uuid, p_institution_id uuid, p_track_id text, p_after uuid, p_limit integer
) returns table (id uuid, number text, holder_name text, track_name text, pdf_path text, status public.certificate_status, issued_at timestamptz, expires_at timestamptz)
  language plpgsql stable security definer set search_path = ''
as $$
begin
  if not exists (
    select from public.institution_managers im
    join public.institutions i on i.id = im.institution_id and i.status = 'active'
    join public.profiles p on p.user_id = im.user_id and p.status = 'active'
    where im.institution_id = p_institution_id and im.user_id = p_user_id
  ) then
    raise exception 'not_allowed' using errcode = '42501', detail = 'This institution is not theirs.';
  end if;
  return query
    select c.id, c.number, c.holder_name, c.track_name, c.pdf_path, c.status, c.issued_at, c.expires_at
    from public.certificates c
    where c.institution_id = p_institution_id and c.status = 'issued' and (p_track_id is null or c.track_id = p_track_id)
      and (p_after is null or c.id > p_after)
    order by c.id limit least(greatest(p_limit, 1), 1000);
end
$$;

create function public.system_institution_certificates(
  p_user_id uuid, p_institution_id uuid, p_track_id text default null, p_after uuid default null, p_limit integer default 200
) returns table (id uuid, number text, holder_name text, track_name text, pdf_path text, status public.certificate_status, issued_at timestamptz, expires_at timestamptz)
  language sql stable security definer set search_path = ''
as $$
  select c.id, c.number, c.holder_name, c.track_name, c.pdf_path, c.status, c.issued_at, c.expires_at
  from private.institution_certificates(p_user_id, p_institution_id, p_track_id, p_after, p_limit) c
$$;

revoke execute on function
  private.name_institution(), private.institution_certificates(uuid, uuid, text, uuid, integer),
  public.system_institution_certificates(uuid, uuid, text, uuid, integer)
from public, anon, authenticated, service_role;
grant execute on function public.system_institution_certificates(uuid, uuid, text, uuid, integer) to service_role;

create index certificates_institution_id_order on public.certificates (institution_id, id) where status = 'issued';

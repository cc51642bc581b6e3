-- Certificates: numbered snapshots of who passed what. One per person, track and cycle; one in force per person and track.

create table public.certificates (
  id uuid primary key default gen_random_uuid(),
  number text not null unique,
  user_id uuid not null references public.profiles (user_id),
  track_id text not null references public.tracks (id),
  enrolment_id uuid not null references public.enrolments (id),
  exam_session_id uuid unique references public.exam_sessions (id),
  cycle int not null check (cycle > 0),
  status public.certificate_status not null default 'issued',
  holder_name text not null check (holder_name <> ''),
  track_name text not null,
  score numeric check (score between 0 and 100),
  issued_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_reason text,
  supersedes uuid unique references public.certificates (id),
  pdf_path text,
  credly_badge_id text unique,
  credly_state public.badge_state,
  credly_url text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (user_id, track_id, cycle),
  check ((status = 'revoked') = (revoked_at is not null))
);
comment on table public.certificates is 'Certificates with holder and track name as they stood at issue. Expired is not a status: expires_at says it.';

create index certificates_user on public.certificates (user_id, issued_at desc);
create index certificates_issued on public.certificates (issued_at desc);
create index certificates_track on public.certificates (track_id, issued_at desc);
create index certificates_enrolment on public.certificates (enrolment_id);
create unique index certificates_one_in_force on public.certificates (user_id, track_id) where status = 'issued';
create index certificates_expiring on public.certificates (expires_at) where status = 'issued';

create trigger certificates_touch_updated_at before update on public.certificates
  for each row execute function private.touch_updated_at();

alter table public.certificates enable row level security;
revoke all on public.certificates from anon, authenticated, service_role;
grant select on public.certificates to authenticated, service_role;
create policy "holders read own certificates, staff with certificates.read all" on public.certificates
  for select to authenticated
  using (user_id = (select private.current_person()) or (select private.has_permission('certificates.read')));

alter table public.orders
  add constraint orders_certificate_id_fkey foreign key (certificate_id) references public.certificates (id);

-- Luhn's check for base 32 over the year's digits and the random part: finds every single wrong character and nearly every
-- swap of neighbours. The alphabet has no I, L, O or U.
create function private.certificate_check_character(p_text text)
returns text language sql immutable strict set search_path = '' as $$
  with digits as (
    select i, strpos('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(reverse(p_text), i, 1)) - 1 as code
    from generate_series(1, length(p_text)) i
  ), weighed as (
    select case when i % 2 = 1 then code * 2 else code end as addend from digits
  )
  select substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', (32 - sum(addend / 32 + addend % 32)::int % 32) % 32 + 1, 1) from weighed
$$;

-- AIR-2026-7F3K9Q2M: the year of issue in India, 35 random bits, check character.
create function private.new_certificate_number(p_now timestamptz)
returns text language plpgsql volatile set search_path = '' as $$
declare
  v_year text := to_char(p_now at time zone 'Asia/Kolkata', 'YYYY');
  v_bytes bytea := sha256(uuid_send(gen_random_uuid()));
  v_random text := '';
begin
  for i in 0..6 loop
    v_random := v_random || substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', get_byte(v_bytes, i) % 32 + 1, 1);
  end loop;
  return 'AIR-' || v_year || '-' || v_random || private.certificate_check_character(v_year || v_random);
end
$$;

-- What people type: lower case, spaces, O for 0, I or L for 1. Null when it cannot be a number of ours.
create function private.read_certificate_number(p_text text)
returns text language plpgsql immutable set search_path = '' as $$
declare
  v_parts text[] := regexp_match(upper(regexp_replace(left(p_text, 100), '\s', '', 'g')), '^AIR-?(\d{4})-?([0-9A-Z]{8})$');
  v_code text := translate(v_parts[2], 'OIL', '011');
begin
  if v_code is null or v_code ~ 'U' or private.certificate_check_character(v_parts[1] || left(v_code, 7)) <> right(v_code, 1) then
    return null;
  end if;
  return 'AIR-' || v_parts[1] || '-' || v_code;
end
$$;

revoke execute on function
  private.certificate_check_character(text), private.new_certificate_number(timestamptz), private.read_certificate_number(text)
from public, anon, authenticated, service_role;

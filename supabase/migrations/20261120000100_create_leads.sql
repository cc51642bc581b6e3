-- Why: an institution's enquiry is a lead that sales staff work on. Nobody writes the tables directly: each act is a function that
-- checks the move and leaves an event, so that the history is whole.

create extension if not exists pg_trgm with schema extensions;

create type public.lead_status as enum ('new', 'contacted', 'qualified', 'negotiation', 'converted', 'lost');
create type public.lead_event_kind as enum ('enquired', 'enquired_again', 'moved', 'assigned', 'edited', 'noted', 'converted');

create table public.leads (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique check (reference ~ '^ENQ-[0-9A-Z]{6}$'),
  kind public.institution_kind not null,
  status public.lead_status not null default 'new',
  institution_name text not null check (length(institution_name) between 1 and 200),
  contact_name text not null check (length(contact_name) between 1 and 120),
  contact_email text not null check (contact_email = lower(contact_email) and length(contact_email) between 3 and 254),
  contact_phone text not null check (length(contact_phone) <= 40),
  designation text check (length(designation) <= 120),
  website text check (website ~* '^https?://' and length(website) <= 200),
  address text check (length(address) <= 400),
  city text check (length(city) <= 120),
  state text check (state ~ '^[0-9]{2}$'),
  expected_students int check (expected_students between 1 and 1000000),
  track_ids text[] not null default '{}' check (cardinality(track_ids) <= 50),
  message text check (length(message) <= 2000),
  assigned_to uuid references public.profiles (user_id) on delete set null,
  estimated_value bigint check (estimated_value between 0 and 10000000000000),
  follow_up_date date,
  lost_reason text check (length(lost_reason) between 1 and 500),
  institution_id uuid references public.institutions (id),
  enquiries int not null default 1 check (enquiries > 0),
  last_enquiry_at timestamptz not null default now(),
  last_enquiry_key text,
  privacy_version text not null check (length(privacy_version) between 1 and 40),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  closed_at timestamptz,
  due_on date generated always as (case when status in ('converted', 'lost') then null else follow_up_date end) stored,
  search_text text generated always as (lower(reference || ' ' || institution_name || ' ' || contact_name || ' ' || contact_email
    || ' ' || contact_phone || ' ' || coalesce(city, ''))) stored,
  check ((status = 'converted') = (institution_id is not null)),
  check ((status = 'lost') = (lost_reason is not null)),
  check ((status in ('converted', 'lost')) = (closed_at is not null))
);
comment on table public.leads is 'Enquiries of institutions on their way through sales. A repeat of an open one joins it.';
comment on column public.leads.reference is 'What both sides name the enquiry by.';
comment on column public.leads.state is 'Two-digit GST state code.';
comment on column public.leads.estimated_value is 'Paise that the deal may bring.';
comment on column public.leads.due_on is 'The follow-up date while the lead is open; overdue when it lies before today in India.';
comment on column public.leads.last_enquiry_key is 'SHA-256 of the last enquiry: one that was sent twice at once counts once.';

create index leads_board_idx on public.leads (status, due_on, (coalesce(closed_at, created_at)) desc, id);
create index leads_due_on_idx on public.leads (due_on, created_at desc, id);
create index leads_created_at_idx on public.leads (created_at, id);
create index leads_last_enquiry_at_idx on public.leads (last_enquiry_at, id);
create index leads_institution_name_idx on public.leads (lower(institution_name), id);
create index leads_assigned_to_idx on public.leads (assigned_to, status);
create index leads_institution_id_idx on public.leads (institution_id) where institution_id is not null;
create index leads_search_idx on public.leads using gin (search_text extensions.gin_trgm_ops);

create trigger leads_touch_updated_at before update on public.leads
  for each row execute function private.touch_updated_at();

create table public.lead_notes (
  id uuid primary key default gen_random_uuid(),
  lead_id uuid not null references public.leads (id) on delete cascade,
  author uuid references public.profiles (user_id) on delete set null,
  body text not null check (length(body) between 1 and 5000),
  created_at timestamptz not null default now()
);
comment on table public.lead_notes is 'What sales staff write down about a lead.';
create index lead_notes_lead_id_idx on public.lead_notes (lead_id, created_at desc);
create index lead_notes_author_idx on public.lead_notes (author) where author is not null;

create table public.lead_events (
  id bigint generated always as identity primary key,
  lead_id uuid not null references public.leads (id) on delete cascade,
  actor uuid references public.profiles (user_id) on delete set null,
  kind public.lead_event_kind not null,
  details jsonb not null default '{}'::jsonb check (jsonb_typeof(details) = 'object'),
  note_id uuid references public.lead_notes (id) on delete cascade,
  at timestamptz not null default now()
);
comment on table public.lead_events is 'Everything that happened to a lead, in order. actor null: whoever enquired.';
create index lead_events_lead_id_idx on public.lead_events (lead_id, id desc);
create index lead_events_actor_idx on public.lead_events (actor) where actor is not null;
create index lead_events_note_id_idx on public.lead_events (note_id) where note_id is not null;

alter table public.leads enable row level security;
alter table public.lead_notes enable row level security;
alter table public.lead_events enable row level security;
revoke all on public.leads, public.lead_notes, public.lead_events from anon, authenticated, service_role;
grant select (id, reference, kind, status, institution_name, contact_name, contact_email, contact_phone, designation, website, address, city,
  state, expected_students, track_ids, message, assigned_to, estimated_value, follow_up_date, due_on, lost_reason, institution_id, enquiries,
  last_enquiry_at, privacy_version, created_at, updated_at, closed_at) on public.leads to authenticated;
grant select on public.lead_notes, public.lead_events to authenticated;
grant select on public.leads, public.lead_notes, public.lead_events to service_role;

create policy "staff with leads.read or leads.manage read leads" on public.leads
  for select to authenticated
  using ((select private.has_permission('leads.read')) or (select private.has_permission('leads.manage')));
create policy "staff with leads.read or leads.manage read notes" on public.lead_notes
  for select to authenticated
  using ((select private.has_permission('leads.read')) or (select private.has_permission('leads.manage')));
create policy "staff with leads.read or leads.manage read events" on public.lead_events
  for select to authenticated
  using ((select private.has_permission('leads.read')) or (select private.has_permission('leads.manage')));

-- Two spellings of a name that differ in case, spaces or punctuation are the same institution.
create function private.institution_key(p_name text) returns text
  language sql immutable set search_path = ''
as $$ select trim(regexp_replace(lower(normalize(p_name, nfkc)), '[[:space:][:punct:]]+', ' ', 'g')) $$;

create index leads_open_enquiry_idx on public.leads (contact_email, private.institution_key(institution_name))
  where status not in ('converted', 'lost');

-- Where a lead may go by hand. Converting is an act of its own.
create function private.lead_moves(p_status public.lead_status) returns public.lead_status[]
  language sql immutable set search_path = ''
as $$
  select (case p_status
    when 'new' then '{contacted,lost}'
    when 'contacted' then '{qualified,lost}'
    when 'qualified' then '{negotiation,contacted,lost}'
    when 'negotiation' then '{qualified,lost}'
    when 'lost' then '{contacted}'
    else '{}' end)::public.lead_status[]
$$;

-- The signed-in person when they hold one of the permissions.
create function private.require_any_permission(variadic p_permissions text[]) returns uuid
  language plpgsql stable set search_path = ''
as $$
begin
  if not exists (select from unnest(p_permissions) p where private.has_permission(p)) then
    raise exception 'not_allowed' using errcode = '42501', detail = 'Needed: ' || array_to_string(p_permissions, ' or ') || '.';
  end if;
  return auth.uid();
end
$$;

-- Active people who may work on leads.
create function private.lead_staff() returns table (user_id uuid, full_name text)
  language sql stable set search_path = ''
as $$
  select p.user_id, p.full_name from public.profiles p
  where p.status = 'active' and exists (
    select from public.staff_roles sr join public.role_permissions rp on rp.role_id = sr.role_id
    where sr.user_id = p.user_id and rp.permission_id = 'leads.manage')
$$;

revoke execute on function
  private.institution_key(text), private.lead_moves(public.lead_status), private.require_any_permission(text[]), private.lead_staff()
from public, anon, authenticated, service_role;

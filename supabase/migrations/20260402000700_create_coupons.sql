-- Discounts that a buyer may ask for by code. Learners never read the table: quote_order answers for one code at a time.

create table public.coupons (
  id uuid primary key default gen_random_uuid(),
  code text not null unique check (code = upper(code) and code ~ '^[A-Z0-9_-]{3,40}$'),
  kind public.discount_kind not null,
  value int not null check (value > 0),
  max_discount int check (max_discount > 0),
  track_id text references public.tracks (id),
  valid_from timestamptz not null default now(),
  valid_until timestamptz,
  max_redemptions int check (max_redemptions > 0),
  per_user int not null default 1 check (per_user > 0),
  active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (kind = 'amount' or value <= 100),
  check (valid_until is null or valid_until > valid_from)
);
comment on table public.coupons is 'Discount codes. value is per cent or paise by kind; max_discount caps a percentage; limits null mean none.';
create index coupons_track on public.coupons (track_id) where track_id is not null;

create trigger coupons_touch_updated_at before update on public.coupons
  for each row execute function private.touch_updated_at();

alter table public.coupons enable row level security;
revoke all on public.coupons from anon, authenticated, service_role;
grant select, insert, update, delete on public.coupons to authenticated;
grant select on public.coupons to service_role;
create policy "staff read coupons" on public.coupons
  for select to authenticated using ((select private.has_permission('coupons.manage')));
create policy "staff add coupons" on public.coupons
  for insert to authenticated with check ((select private.has_permission('coupons.manage')));
create policy "staff change coupons" on public.coupons
  for update to authenticated
  using ((select private.has_permission('coupons.manage')))
  with check ((select private.has_permission('coupons.manage')));
create policy "staff remove unused coupons" on public.coupons
  for delete to authenticated using ((select private.has_permission('coupons.manage')));

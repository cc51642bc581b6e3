-- What somebody asked to buy, with the price as the server worked it out then. Rows are written by definer functions only.

create table public.orders (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.profiles (user_id),
  kind public.order_kind not null,
  track_id text not null references public.tracks (id),
  enrolment_id uuid references public.enrolments (id),
  certificate_id uuid,
  status public.order_status not null default 'created',
  currency text not null default 'INR' check (currency = 'INR'),
  price int not null check (price >= 0),
  discount int not null default 0 check (discount between 0 and price),
  taxable int not null check (taxable >= 0),
  tax_lines jsonb not null default '[]'::jsonb,
  total int not null check (total >= taxable),
  coupon_id uuid references public.coupons (id),
  billing jsonb not null default '{}'::jsonb,
  receipt text not null unique check (length(receipt) <= 40),
  razorpay_order_id text unique,
  paid_at timestamptz,
  expires_at timestamptz not null,
  request_key text not null,
  next_reconcile_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (user_id, request_key)
);
comment on table public.orders is 'Purchases of an enrolment, an add-on attempt or a renewal; money in paise. An expired or failed order may still become paid.';
comment on column public.orders.billing is '{name, address, state (two-digit GST code), gstin}';
comment on column public.orders.tax_lines is '[{name, rate (per cent), amount (paise)}], adding up to total - taxable';
comment on column public.orders.next_reconcile_at is 'When the vendor is asked about it next; null when nothing is to be asked.';

create index orders_user on public.orders (user_id, created_at desc);
create index orders_created on public.orders (created_at desc);
create index orders_track on public.orders (track_id);
create index orders_enrolment on public.orders (enrolment_id) where enrolment_id is not null;
create index orders_certificate on public.orders (certificate_id) where certificate_id is not null;
create index orders_coupon on public.orders (coupon_id, status) where coupon_id is not null;
create index orders_open on public.orders (expires_at) where status in ('created', 'failed');
create index orders_reconcile on public.orders (next_reconcile_at) where next_reconcile_at is not null;

create trigger orders_touch_updated_at before update on public.orders
  for each row execute function private.touch_updated_at();

alter table public.orders enable row level security;
revoke all on public.orders from anon, authenticated, service_role;
grant select (id, user_id, kind, track_id, enrolment_id, certificate_id, status, currency, price, discount, taxable, tax_lines,
  total, coupon_id, billing, receipt, razorpay_order_id, paid_at, expires_at, created_at, updated_at) on public.orders to authenticated;
grant select on public.orders to service_role;
create policy "buyers read own orders, staff with payments.read all" on public.orders
  for select to authenticated
  using (user_id = (select private.current_person()) or (select private.has_permission('payments.read')));

-- The enrolment names the order that paid for it.
alter table public.enrolments add constraint enrolments_order_id_fkey foreign key (order_id) references public.orders (id);

-- Later requests that were answered with an order already open; repeating any of them finds the same order.
create table private.order_request_keys (
  user_id uuid not null,
  request_key text not null,
  order_id uuid not null references public.orders (id) on delete cascade,
  primary key (user_id, request_key)
);
comment on table private.order_request_keys is 'Every request key that led to an order, also when the order had been opened by another request.';
create index order_request_keys_order on private.order_request_keys (order_id);

create table public.coupon_redemptions (
  id uuid primary key default gen_random_uuid(),
  coupon_id uuid not null references public.coupons (id),
  user_id uuid not null references public.profiles (user_id),
  order_id uuid not null unique references public.orders (id),
  redeemed_at timestamptz not null default now(),
  created_at timestamptz not null default now()
);
comment on table public.coupon_redemptions is 'A coupon used by a paid order. Unpaid open orders hold a place too, see private.coupon_uses.';
create index coupon_redemptions_coupon on public.coupon_redemptions (coupon_id, user_id);
create index coupon_redemptions_user on public.coupon_redemptions (user_id);

alter table public.coupon_redemptions enable row level security;
revoke all on public.coupon_redemptions from anon, authenticated, service_role;
grant select on public.coupon_redemptions to authenticated, service_role;
create policy "staff read coupon redemptions" on public.coupon_redemptions
  for select to authenticated using ((select private.has_permission('coupons.manage')));

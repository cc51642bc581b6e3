-- The vendor's payments and refunds as we last knew them. user_id repeats the order's, so that the policies stay one comparison.

create table public.payments (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders (id),
  user_id uuid not null references public.profiles (user_id),
  razorpay_payment_id text not null unique,
  status public.payment_status not null default 'created',
  amount int not null check (amount >= 0),
  currency text not null default 'INR',
  method text,
  error_code text,
  error_description text,
  captured_at timestamptz,
  amount_refunded int not null default 0 check (amount_refunded >= 0),
  settles_order boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.payments is 'Payments by vendor id. A status never goes back: created, failed, authorized, captured, refunded.';
comment on column public.payments.settles_order is 'True for the one payment that paid its order; a second capture is only recorded and refunded by staff.';
create index payments_order on public.payments (order_id, created_at desc);
create index payments_created on public.payments (created_at desc);
create index payments_user on public.payments (user_id, created_at desc);
create unique index payments_one_settles on public.payments (order_id) where settles_order;

create trigger payments_touch_updated_at before update on public.payments
  for each row execute function private.touch_updated_at();

alter table public.payments enable row level security;
revoke all on public.payments from anon, authenticated, service_role;
grant select on public.payments to authenticated, service_role;
create policy "buyers read own payments, staff with payments.read all" on public.payments
  for select to authenticated
  using (user_id = (select private.current_person()) or (select private.has_permission('payments.read')));

create table public.refunds (
  id uuid primary key default gen_random_uuid(),
  payment_id uuid not null references public.payments (id),
  user_id uuid not null references public.profiles (user_id),
  razorpay_refund_id text not null unique,
  amount int not null check (amount > 0),
  status text not null check (status in ('pending', 'processed', 'failed')),
  reason text,
  created_by uuid references public.profiles (user_id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.refunds is 'Refunds by vendor id; only processed ones count against the payment.';
create index refunds_payment on public.refunds (payment_id);
create index refunds_user on public.refunds (user_id, created_at desc);
create index refunds_created_by on public.refunds (created_by) where created_by is not null;

create trigger refunds_touch_updated_at before update on public.refunds
  for each row execute function private.touch_updated_at();

alter table public.refunds enable row level security;
revoke all on public.refunds from anon, authenticated, service_role;
grant select (id, payment_id, user_id, razorpay_refund_id, amount, status, created_at, updated_at) on public.refunds to authenticated;
grant select on public.refunds to service_role;
create policy "buyers read own refunds, staff with payments.read all" on public.refunds
  for select to authenticated
  using (user_id = (select private.current_person()) or (select private.has_permission('payments.read')));
